internal import ArgumentParser
internal import Conversations
internal import Foundation
internal import Mingle

struct SaveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Put conversations on the shortlist.",
    discussion: """
      Example:
        mingle save 3f7k 9xq2     then: mingle export -o shortlist.md
      """)

  @OptionGroup var chosen: ChosenConversations

  func run() async throws {
    try await chosen.decide(.saved, done: "saved", before: "was saved already")
  }
}

struct JoinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Remember that you took part in conversations; they leave today's list.",
    discussion: """
      Example:
        mingle join 3f7k
      """)

  @OptionGroup var chosen: ChosenConversations

  func run() async throws {
    try await chosen.decide(.joined, done: "joined", before: "was joined already")
  }
}

struct SkipCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "skip",
    abstract: "Remember that conversations are not for you; they leave today's list.",
    discussion: """
      Example:
        mingle skip 9xq2 7d1m
      """)

  @OptionGroup var chosen: ChosenConversations

  func run() async throws {
    try await chosen.decide(.skipped, done: "skipped", before: "was skipped already")
  }
}

struct ReopenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: "Take back what was decided: conversations are new again.",
    discussion: """
      Example:
        mingle reopen 3f7k
      """)

  @OptionGroup var chosen: ChosenConversations

  func run() async throws {
    try await chosen.decide(.new, done: "reopened", before: "was new already")
  }
}

/// The conversations that a decision is about.
struct ChosenConversations: ParsableArguments {
  @OptionGroup var place: WorkspaceOptions

  @Argument(help: ArgumentHelp("The conversations' ids or addresses.", valueName: "id"))
  var ids: [String]

  /// Sets the state of all of them, or of none if one is not known.
  func decide(_ state: ConversationState, done: String, before: String) async throws {
    let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .writing)
    for decision in try await workspace.decide(state, about: ids) {
      try Output.line(
        "\(decision.shortID)  \(decision.isChange ? done : before): \(decision.heading.safe)")
    }
  }
}
