internal import Mingle

/// What the team's card says of a room, in a few lines below one of its conversations.
struct RoomCardBrief {
  private let card: RoomCard

  init(_ card: RoomCard) { self.card = card }

  /// None if nothing is on it.
  var lines: [String] {
    // The last note is the one that people learned last.
    let words = card.rules.prefix(Self.most) + card.notes.suffix(1)
    guard !words.isEmpty else { return [] }
    let rest = card.rules.count + card.notes.count - words.count
    let more = rest > 0 ? ["and \(rest) more: mingle room \(card.room.shellWord)"] : []
    return ["", card.room.styled(.bold) + "  \(card.path.safe)".styled(.faint)]
      + (words.map(\.safe) + more).map { "  \($0)" }
  }

  private static let most = 3
}
