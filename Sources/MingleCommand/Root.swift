internal import ArgumentParser
internal import Mingle

/// `mingle` and its commands.
struct Root: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mingle",
    abstract: "Finds the conversations that your business can honestly take part in.",
    discussion: """
      Examples:
        mingle init                         make a workspace in this folder
        mingle feeds add r/espresso         follow a community
        mingle today                        today's relevant conversations, each with its reasons
        mingle save 3f7k                    put one on the shortlist
        mingle export -o shortlist.md       the shortlist, as markdown
        mingle report                       what you joined this month, and what came of it
        mingle room r/espresso              what you know of a room, and what works there

      A workspace is a folder with profile.yaml and feeds.opml: --workspace DIR, else
      $MINGLE_WORKSPACE, else the nearest folder upwards that has both, else the one in
      $XDG_CONFIG_HOME/mingle.

      Exit codes: 0 done; 1 done in part, or refused by the world; 2 usage, profile, settings or
      feed list; 3 database or disk.
      """,
    version: "mingle \(mingleVersion)",
    subcommands: [
      InitCommand.self, TodayCommand.self, FetchCommand.self, ShowCommand.self, WhyCommand.self,
      WhyNotCommand.self, OpenCommand.self, RepliesCommand.self, SaveCommand.self,
      JoinCommand.self, SkipCommand.self, SnoozeCommand.self, ReopenCommand.self,
      ClaimCommand.self, ReleaseCommand.self, NoteCommand.self, UndoCommand.self,
      HistoryCommand.self, ExportCommand.self, FeedsCommand.self,
      ProfileCommand.self,
      ReportCommand.self, RoomCommand.self, RoomsCommand.self,
      PostsCommand.self, DoctorCommand.self,
    ])
}

/// The options of every command that works in a workspace.
struct WorkspaceOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The folder of the workspace.", valueName: "dir"))
  var workspace: String?
}

/// The option of every command that lists.
struct JSONOption: ParsableArguments {
  @Flag(name: .long, help: "Print one JSON document instead of text.")
  var json = false
}
