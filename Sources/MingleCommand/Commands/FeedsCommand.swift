internal import ArgumentParser
internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

struct FeedsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feeds",
    abstract: "Look after the feed list, the file that says which communities are read.",
    subcommands: [
      List.self, Add.self, Remove.self, Enable.self, Import.self, Export.self,
      FeedsParseCommand.self,
    ])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the feeds and how each is doing.",
      discussion: """
        Examples:
          mingle feeds list
          mingle feeds list --json
        """)

    @OptionGroup var place: WorkspaceOptions
    @OptionGroup var output: JSONOption

    func run() async throws {
      let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .reading)
      let (feeds, problems) = try await workspace.feeds()
      for problem in problems { Output.complain(problem.description, prefix: "") }
      if output.json {
        try Output.data(json(FeedsDocument(feeds, at: workspace.now)))
      } else {
        try FeedsPage(feeds, at: workspace.now).lines.forEach(Output.line)
      }
      if problems.contains(where: { $0.severity == .error }) { throw CommandFailure.partly }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add feeds to the list.",
      discussion: """
        Examples:
          mingle feeds add https://blog.example/feed
          mingle feeds add r/espresso so:swift hn:espresso discourse:forum.example
          mingle feeds add samples/reddit.xml --title "A saved feed"

        Each is read at once; what is not a feed is not added.
        """)

    @OptionGroup var place: WorkspaceOptions

    @Option(name: .long, help: "What to call it; else as it calls itself.")
    var title: String?

    @Option(name: .long, help: "The folder of the list to put it in.")
    var folder: String?

    @Flag(name: .long, help: "Add without reading.")
    var noFetch = false

    @Argument(
      help: ArgumentHelp(
        """
        Addresses, shorthands (r/NAME, hn:WORDS, so:TAG, se:SITE/TAG, discourse:URL, \
        lobsters:TAG, lemmy:NAME@HOST, gh:OWNER/NAME, ph:TOPIC) or files.
        """,
        valueName: "feed"))
    var feeds: [String]

    func run() async throws {
      let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .writing)
      var isWhole = true
      let results = try await workspace.addFeeds(
        feeds, title: title, folder: folder, isFetching: !noFetch)
      for added in results {
        let feed = Address.redacted(added.feed)
        switch added.result {
        case .added(let posts, nil):
          try Output.line(
            "added \(feed)" + (noFetch ? "" : " (\(posts) \(posts == 1 ? "post" : "posts"))"))
        case .added(_, let problem?):
          Output.complain("added \(feed), but it could not be read yet: \(problem)")
          isWhole = false
        case .listedAlready: try Output.line("\(feed) is in the list already")
        case .refused(let reason, _):
          Output.complain("not added: \(feed): \(reason)")
          isWhole = false
        }
      }
      if !isWhole { throw CommandFailure.partly }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take feeds off the list; what is stored of them stays.",
      discussion: """
        Example:
          mingle feeds remove r/espresso
        """)

    @OptionGroup var place: WorkspaceOptions

    @Argument(help: ArgumentHelp("Feeds, as listed or by shorthand.", valueName: "feed"))
    var feeds: [String]

    func run() async throws {
      let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .writing)
      for feed in try await workspace.removeFeeds(feeds) {
        try Output.line("removed \(Address.redacted(feed))")
      }
    }
  }

  struct Enable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ask again for a feed that is gone or failing.",
      discussion: """
        Example:
          mingle feeds enable https://blog.example/feed
        """)

    @OptionGroup var place: WorkspaceOptions

    @Argument(help: ArgumentHelp("The feed, as listed or by shorthand.", valueName: "feed"))
    var feed: String

    func run() async throws {
      let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .writing)
      try Output.line(
        "\(Address.redacted(try await workspace.enableFeed(feed))) is read again when it is next due"
      )
    }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add the feeds of another OPML file.",
      discussion: """
        Examples:
          mingle feeds import subscriptions.opml
          curl https://reader.example/export | mingle feeds import -
        """)

    @OptionGroup var place: WorkspaceOptions

    @Argument(help: ArgumentHelp("The OPML file; - for standard input.", valueName: "file"))
    var file: String

    func run() async throws {
      let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .writing)
      let bytes = try Input.bytes(of: file, limit: 10_000_000)
      let (added, known, problems) = try await workspace.importFeeds(bytes, name: file)
      for problem in problems { Output.complain(problem.description, prefix: "") }
      try Output.line(
        "added \(added) \(added == 1 ? "feed" : "feeds")"
          + (known > 0 ? "; \(known) were in the list already" : ""))
      if problems.contains(where: { $0.severity == .error }) { throw CommandFailure.partly }
    }
  }

  struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the feed list as OPML, for other programs.",
      discussion: """
        Example:
          mingle feeds export > subscriptions.opml

        Passwords and keys in addresses are left out.
        """)

    @OptionGroup var place: WorkspaceOptions

    func run() async throws {
      let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .reading)
      let (document, problems) = try workspace.exportedFeeds()
      for problem in problems { Output.complain(problem.description, prefix: "") }
      try Output.data(Data(document.utf8))
      if problems.contains(where: { $0.severity == .error }) { throw CommandFailure.partly }
    }
  }
}
