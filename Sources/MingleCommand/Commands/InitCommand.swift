internal import ArgumentParser
internal import Foundation
internal import Mingle

struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a workspace: a profile and a feed list with commented examples.",
    discussion: """
      Examples:
        mingle init             in this folder
        mingle init coffee      in the folder coffee, which is made if need be

      Files that are there already stay as they are.
      """)

  @Argument(help: ArgumentHelp("The folder; this one if none is named.", valueName: "dir"))
  var folder = "."

  func run() async throws {
    let workspace = Workspace(folder: try Workspace.url(of: folder))
    let made = try workspace.initialize()
    let path = workspace.folder.path
    if made.isEmpty {
      Output.complain("\(path) is a workspace already; nothing was changed", prefix: "")
      return
    }
    let hint = folder == "." ? "" : " --workspace \(folder)"
    try Output.line(
      """
      Made \(made.joined(separator: " and ")) in \(path).
      Now say in profile.yaml what your business loves to talk about, add communities with
        mingle feeds add r/espresso\(hint)
      and see today's conversations with
        mingle today\(hint)
      """)
  }
}
