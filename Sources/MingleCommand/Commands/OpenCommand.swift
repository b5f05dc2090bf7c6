internal import ArgumentParser
internal import Conversations
internal import Foundation
internal import Mingle

struct OpenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open a conversation where it is read and joined, in the browser.",
    discussion: """
      Examples:
        mingle open 3f7k
        mingle open 3f7k --print     only print its address

      The browser is $BROWSER, else what xdg-open or open knows; where there is none the address is
      printed.
      """)

  @OptionGroup var place: WorkspaceOptions

  @Flag(name: .long, help: "Print the address instead.")
  var print = false

  @Argument(help: ArgumentHelp("The conversation's id or address.", valueName: "id"))
  var id: String

  func run() async throws {
    let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .reading)
    let address = try await workspace.address(of: id)
    if print { return try Output.line(address.text.safe) }
    let browser = Browser(environment: ProcessInfo.processInfo.environment)
    if try !browser.open(address) {
      Output.complain("there is no browser here ($BROWSER names none); this is the address:")
      try Output.line(address.text.safe)
    }
  }
}
