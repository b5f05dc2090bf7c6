import Conversations
import Foundation
import Testing

@testable import Mingle

@Suite struct VariedOrderTests {
  /// Standings from the best down, each told by a letter for its room.
  private func standings(_ rooms: String, scores: [Double]? = nil, authors: String? = nil)
    -> [Standing]
  {
    let authors = authors.map { $0.map { $0 == "-" ? nil : $0 } }
    return rooms.enumerated().map { place, room in
      Standing(
        number: Int64(place), id: ConversationID(thread: "\(place)"),
        score: scores?[place] ?? 60 - Double(place) / 10, relevance: 1, lastActivity: .distantPast,
        state: .new, isOpen: true, room: room.hashValue,
        author: authors?[place].map { $0.hashValue })
    }
  }

  private func order(_ standings: [Standing]) -> [Int] {
    VariedOrder(standings).map { Int($0.number) }
  }

  @Test(arguments: [
    // Enough of each room.
    ("abcabcabcabc", Array(0..<12)),
    // The fourth of one room waits for the next of another.
    ("aaaabc", [0, 1, 2, 4, 5, 3]),
    ("aaaaaabbbbbb", [0, 1, 2, 6, 7, 8, 3, 4, 5, 9, 10, 11]),
    // There is nothing else.
    ("aaaaaaaaaaaaaa", Array(0..<14)),
  ])
  func aRoomGivesWay(rooms: String, expected: [Int]) {
    #expect(order(standings(rooms)) == expected)
  }

  @Test func relevanceLeads() {
    #expect(order(standings("aaaab", scores: [60, 59, 58, 57, 40])) == [0, 1, 2, 3, 4])
    #expect(order(standings("aaaab", scores: [60, 59, 58, 50, 43])) == [0, 1, 2, 4, 3])
  }

  @Test func anAuthorGivesWay() {
    #expect(order(standings("abcde", authors: "xxxy-")) == [0, 1, 3, 4, 2])
    // What has no author is nobody's.
    #expect(order(standings("abcde", authors: "-----")) == [0, 1, 2, 3, 4])
  }

  @Test func nothingIsLeftOutAndTheStartNeverChanges() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<40 {
      let rooms = String((0..<300).map { _ in "aaaabbc".randomElement(using: &random) ?? "a" })
      let standings = standings(rooms)
      let all = order(standings)
      #expect(all.sorted() == Array(0..<300))
      for count in [1, 10, 11, 57] {
        #expect(
          VariedOrder(standings).prefix(count).map { Int($0.number) } == Array(all.prefix(count)))
        // The same start comes of fewer standings, as far as was looked ahead.
        #expect(order(Array(standings.prefix(250))).prefix(count) == all.prefix(count))
      }
    }
  }
}
