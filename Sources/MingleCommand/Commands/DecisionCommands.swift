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

  @OptionGroup var place: WorkspaceOptions

  @Argument(help: ArgumentHelp("The conversations.", valueName: "id"))
  var ids: [String]

  func run() async throws {
    try await decide(.saved, ids, place, done: "saved", before: "was saved already")
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

  @OptionGroup var place: WorkspaceOptions

  @Argument(help: ArgumentHelp("The conversations.", valueName: "id"))
  var ids: [String]

  func run() async throws {
    try await decide(.joined, ids, place, done: "joined", before: "was joined already")
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

  @OptionGroup var place: WorkspaceOptions

  @Argument(help: ArgumentHelp("The conversations.", valueName: "id"))
  var ids: [String]

  func run() async throws {
    try await decide(.skipped, ids, place, done: "skipped", before: "was skipped already")
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

  @OptionGroup var place: WorkspaceOptions

  @Argument(help: ArgumentHelp("The conversations.", valueName: "id"))
  var ids: [String]

  func run() async throws {
    try await decide(.new, ids, place, done: "reopened", before: "was new already")
  }
}

/// Sets the state of all of `ids`, or of none if one of them is not known.
private func decide(
  _ state: ConversationState, _ ids: [String], _ place: WorkspaceOptions, done: String,
  before: String
) async throws {
  let workspace = try OpenWorkspace(place.locate(), now: Date(), mode: .writing)
  for decision in try await workspace.decide(state, about: ids) {
    try Output.line(
      "\(decision.shortID)  \(decision.isChange ? done : before): \(decision.title)")
  }
}
