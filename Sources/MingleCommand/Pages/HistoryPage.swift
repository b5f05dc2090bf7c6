internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Storage

/// What the team did, for people.
struct HistoryPage {
  private let entries: [LedgerLine]
  private let now: Date
  private let person: String?

  /// What was done, only by a person if that is named.
  init(_ entries: [LedgerLine], at now: Date, by person: String? = nil) {
    self.entries = entries
    self.now = now
    self.person = person
  }

  /// A line an act, and one for its note.
  var lines: [String] {
    guard !entries.isEmpty else {
      let deeds = person.map { "Nothing was done by \($0.safe)" } ?? "Nothing was done yet"
      return ["\(deeds); take part with: mingle save, join, skip, snooze or claim"]
    }
    return entries.flatMap { line in
      let (act, id) = (line.entry.act, line.shortID.styled(.yellow))
      let undone = line.entry.undone == nil ? "" : " (taken back)"
      return ["\(dayAndTime(act.at))  \(id)  \(deed(act))\(undone): \(line.heading.safe)"]
        + noteLines(of: act, indent: 6)
    }
  }

  /// A line an act that was taken back, with where its conversation stands now.
  var undone: [String] {
    entries.map { line in
      let act = line.entry.act
      return "\(line.shortID.styled(.yellow))  undone: \(deed(act)) on \(dayAndTime(act.at)); "
        + "it is \(standing(line.standing)) now: \(line.heading.safe)"
    }
  }

  /// What was done about one conversation, in the order in which it was recorded.
  static func ledger(_ acts: [Act]) -> [String] {
    acts.flatMap { act in
      let person = act.person.isEmpty ? "somebody" : act.person
      return ["  \(dayAndTime(act.at))  \(person.styled(.green)) \(words(act.kind))"]
        + noteLines(of: act, indent: 4)
    }
  }

  private func deed(_ act: Act) -> String {
    let person = act.person.isEmpty ? "" : " by \(act.person.safe)"
    return "\(Self.words(act.kind))\(person)"
  }

  private func standing(_ standing: LedgerStanding) -> String {
    var words = standing.state.rawValue
    if let snooze = standing.snooze, snooze.until > now {
      words = "snoozed until \(dayAndTime(snooze.until))"
    }
    if let claim = standing.claim(at: now) { words += " and claimed by \(claim.person.safe)" }
    return words
  }

  private static func words(_ kind: Act.Kind) -> String {
    switch kind {
    case .joined(let contribution?): "joined as \(contribution.rawValue)"
    case .snoozed(let until): "snoozed until \(dayAndTime(until))"
    default: kind.word
    }
  }
}

/// The note of an act line by line, without anything that acts on a terminal.
private func noteLines(of act: Act, indent: Int) -> [String] {
  printable(act.note, keepsLines: true).split(separator: "\n")
    .map { String(repeating: " ", count: indent) + "“\($0)”" }
}

/// `history --json` and `undo --json`.
struct HistoryDocument: Encodable {
  var acts: [Item]

  /// An act as everywhere, and what it was done to.
  struct Item: Encodable {
    var act: ActDocument
    var conversation: String
    var title: String
    var command: Int64
    /// When it was taken back; null if it stands.
    var undone: Date?
    /// What the conversation is now.
    var state: String

    init(_ line: LedgerLine, at now: Date) {
      conversation = line.entry.act.conversation.text
      title = line.heading
      act = ActDocument(line.entry.act)
      command = line.entry.command
      undone = line.entry.undone
      let isAway = line.standing.snooze.map { $0.until > now } ?? false
      state = (isAway ? ConversationState.snoozed : line.standing.state).rawValue
    }

    enum CodingKeys: CodingKey { case conversation, title, command, undone, state }

    func encode(to encoder: any Encoder) throws {
      try act.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(conversation, forKey: .conversation)
      try container.encode(title, forKey: .title)
      try container.encode(command, forKey: .command)
      try container.encode(undone, forKey: .undone)
      try container.encode(state, forKey: .state)
    }
  }

  init(_ lines: [LedgerLine], at now: Date) { acts = lines.map { Item($0, at: now) } }
}
