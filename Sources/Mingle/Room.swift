package import Conversations
package import Foundation
package import Profiles
package import Ranking

/// A room as `rooms` lists it.
package struct RoomSummary: Sendable, Hashable {
  package var name: String
  package var posts: Int
  package var conversations: Int
  /// How many conversations of the window were relevant.
  package var relevant: Int
  /// All joins there up to the end of the window.
  package var joins: Int
  /// The last of them; nil if there is none.
  package var lastJoin: Date?
  /// The file of its card; nil if it has none.
  package var card: String?
}

/// All that is known of a room.
package struct Room: Sendable {
  package var summary: RoomSummary
  package var window: TimeWindow
  /// When somebody last said something there; nil if nothing of it is stored.
  package var lastActivity: Date?
  package var card: RoomCard?
  package var trust: Profile.Trust?
  /// The joins there up to the end of the window, earliest first.
  package var joins: [Join]
  package var life: RoomLife
  /// The keywords that stand in its joined or saved conversations of the window, the most joined first.
  package var earning: [ProfileUse.KeywordUse]
  /// Who else talks in more than one of the conversations that were joined there.
  package var acquaintances: [Acquaintance]
  /// The feeds that its posts came in.
  package var feeds: [String]

  /// Somebody whom the team met again.
  package struct Acquaintance: Sendable, Hashable {
    package var author: String
    package var conversations: Int
  }
}
