internal import Conversations
internal import Foundation
internal import Mingle

/// The rooms for people, a line each.
struct RoomsPage {
  private let rooms: [RoomSummary]
  private let window: TimeWindow

  init(_ rooms: [RoomSummary], in window: TimeWindow) {
    self.rooms = rooms
    self.window = window
  }

  var lines: [String] {
    guard !rooms.isEmpty else {
      return [
        "Nothing is stored yet; add a room with: mingle feeds add r/espresso, and read it with: "
          + "mingle today"
      ]
    }
    return Table(
      ["room", "posts", "conversations", "relevant", "joins", "last visit", "card"],
      left: [0, 5, 6],
      rows: rooms.map { room in
        [
          room.name, cell(room.posts), cell(room.conversations), cell(room.relevant),
          cell(room.joins), room.lastJoin.map { age(of: $0, at: window.until) } ?? "never",
          room.card ?? "",
        ]
      }
    ).lines + ["", "Relevant: \(described(window))"]
  }
}
