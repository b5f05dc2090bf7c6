internal import ArgumentParser
internal import Conversations
internal import Exporting
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

  @OptionGroup var decision: DecisionOptions

  func run() async throws {
    try await decision.record(.saved) { $0.told("saved") }
  }
}

struct JoinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Remember that you took part in conversations; they leave today's list.",
    discussion: """
      Examples:
        mingle join 3f7k
        mingle join 3f7k --as helped --note "told them the gasket size"
        mingle join 9xq2 --as mentioned-us --by Sam --on 2026-03-14

      What others answer is told by: mingle replies
      """)

  @OptionGroup var decision: DecisionOptions

  @Option(name: .customLong("as"), help: ArgumentHelp("As what you took part.", valueName: "kind"))
  var contribution: Contribution?

  func run() async throws {
    let role = contribution.map { " as \($0.rawValue)" } ?? ""
    try await decision.record(.joined(as: contribution)) { decision in
      guard decision.before.state == .joined else { return "joined\(role)" }
      let moment = self.decision.on == nil ? "now" : "then"
      return contribution == nil
        ? "was joined already; its replies up to \(moment) count as read" : "joined again\(role)"
    }
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

  @OptionGroup var decision: DecisionOptions

  func run() async throws {
    try await decision.record(.skipped) { $0.told("skipped") }
  }
}

struct SnoozeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze",
    abstract: "Put conversations off; they come back at a time, or when somebody answers.",
    discussion: """
      Examples:
        mingle snooze 3f7k                    for a day
        mingle snooze 3f7k --until 12h        also 3d, 2w, tomorrow, monday, 2026-03-16
      """)

  @OptionGroup var decision: DecisionOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "12h, 3d, 2w, tomorrow, a day of the week, or a day as 2026-03-16.", valueName: "time"))
  var until = "1d"

  func run() async throws {
    let moments = Moments(now: Date(), calendar: .current)
    let until = try moments.snoozed(until: until, from: moments.done(on: decision.on))
    try await decision.record(.snoozed(until: until)) { _ in "snoozed until \(dayAndTime(until))" }
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

  @OptionGroup var decision: DecisionOptions

  func run() async throws {
    try await decision.record(.reopened) { $0.isRecorded ? "reopened" : "was new already" }
  }
}

struct ClaimCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Say that you will answer, so that nobody else does; it holds for two days.",
    discussion: """
      Examples:
        mingle claim 3f7k
        mingle claim 3f7k --by Sam --force    although somebody else has it

      Joining or skipping a conversation ends the claim.
      """)

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var force: ForceOption

  func run() async throws {
    try await decision.record(.claimed, isForced: force.force) { decision in
      "claimed for \(LedgerStanding.Claim.days) days"
    }
  }
}

struct ReleaseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Say that you will not answer after all: end a claim.",
    discussion: """
      Example:
        mingle release 3f7k
      """)

  @OptionGroup var decision: DecisionOptions
  @OptionGroup var force: ForceOption

  func run() async throws {
    try await decision.record(.released, isForced: force.force) {
      $0.isRecorded ? "released" : "was claimed by nobody"
    }
  }
}

struct NoteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write something down beside conversations; nothing else changes.",
    discussion: """
      Example:
        mingle note 3f7k --note "ask Annika for the part number"
      """)

  @OptionGroup var decision: DecisionOptions

  func validate() throws {
    if decision.words.isEmpty { throw ValidationError("Say what to note: --note TEXT.") }
  }

  func run() async throws {
    try await decision.record(.noted) { _ in "noted" }
  }
}

extension Decision {
  /// What came of it in words. What was joined is followed up, and what is decided otherwise is not:
  /// nobody should learn that from a reply that they never heard of.
  fileprivate func told(_ word: String) -> String {
    guard isRecorded else { return "was \(word) already" }
    return before.state == .joined
      ? "\(word) instead of joined, so that its replies are told no more" : word
  }
}

extension Contribution: ExpressibleByArgument {}

/// The option of what takes something over from somebody else.
struct ForceOption: ParsableArguments {
  @Flag(name: .long, help: "Also where somebody else has claimed it.")
  var force = false
}

/// The conversations that an act is about, and what is remembered with it.
struct DecisionOptions: ParsableArguments {
  @OptionGroup var place: WorkspaceOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Who did it; else “me” in settings.yaml, else $USER.", valueName: "name"))
  var by: String?

  @Option(name: .long, help: ArgumentHelp("What to remember with it.", valueName: "text"))
  var note: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day on which it was done (at its end), or an instant; now if none.",
      valueName: "date"))
  var on: String?

  @Argument(help: ArgumentHelp("The conversations' ids or addresses.", valueName: "id"))
  var ids: [String]

  /// The note without space around it.
  var words: String { (note ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }

  /// Records an act about all of them, or about none if one is not known or somebody else's, and says
  /// of each what came of it.
  func record(
    _ kind: Act.Kind, isForced: Bool = false, telling tell: (Decision) -> String
  ) async throws {
    let now = Date()
    let date = try Moments(now: now, calendar: .current).done(on: on)
    let workspace = try OpenWorkspace(place.locate(), now: now, mode: .writing)
    let request = DecisionRequest(
      kind, by: workspace.person(by), note: words, at: date, isForced: isForced)
    for decision in try await workspace.decide(request, about: ids) {
      try Output.line("\(decision.shortID)  \(tell(decision)): \(decision.heading.safe)")
    }
  }
}
