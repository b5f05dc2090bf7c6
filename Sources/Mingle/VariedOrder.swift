/// A list by score in which no room and no author fills every stretch: a row waits where its room has
/// had enough of the last ones, if one from another room is nearly as good.
///
/// Nothing is left out, only places change. What stands first never depends on how many are asked for.
struct VariedOrder: Sequence, IteratorProtocol {
  /// How many rows in any stretch may be of one room, and of one author.
  private static let stretch = 10
  private static let mostOfRoom = 3
  private static let mostOfAuthor = 2
  /// The least share of the waiting row's score that lets another go first.
  private static let nearlyAsGood = 0.85
  /// So many rows further down a better place for another is looked for.
  private static let lookahead = 50

  private let standings: [Standing]
  private var head = 0
  /// Those that went before the head.
  private var taken: Set<Int> = []
  /// The last rows, one fewer than a stretch.
  private var recent: [Standing] = []

  /// Varies an order by score; the first are the best.
  init(_ standings: [Standing]) { self.standings = standings }

  mutating func next() -> Standing? {
    while taken.remove(head) != nil { head += 1 }
    guard head < standings.count else { return nil }
    let chosen = choice
    if chosen == head { head += 1 } else { taken.insert(chosen) }
    if recent.count == Self.stretch - 1 { recent.removeFirst() }
    recent.append(standings[chosen])
    return standings[chosen]
  }

  private var choice: Int {
    let best = standings[head]
    guard isCrowded(by: best) else { return head }
    for index in head..<Swift.min(head + Self.lookahead, standings.count)
    where !taken.contains(index) {
      guard standings[index].score >= Self.nearlyAsGood * best.score else { break }
      if !isCrowded(by: standings[index]) { return index }
    }
    return head
  }

  private func isCrowded(by standing: Standing) -> Bool {
    guard recent.count >= Self.mostOfAuthor else { return false }
    if recent.count(where: { $0.room == standing.room }) >= Self.mostOfRoom { return true }
    guard let author = standing.author else { return false }
    return recent.count { $0.author == author } >= Self.mostOfAuthor
  }
}
