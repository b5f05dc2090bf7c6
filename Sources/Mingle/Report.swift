package import Conversations
package import Exporting
package import Foundation
package import Ranking

/// The check-in: what the team did in a stretch of time, what came of it, and where its ears are open
/// for nothing.
package struct Report: Sendable {
  package var made: Date
  package var window: TimeWindow
  /// The business that it is about; may be empty.
  package var business: String
  package var profile: Listing.ProfileReference
  /// The only person whose doings are told, as they call themselves; nil for the whole team.
  package var person: String?
  package var total: Tally
  package var rhythm: JoinRhythm
  /// The rooms that were joined, the busiest first.
  package var rooms: [Counted]
  /// As what, in the order of `Contribution`; of which nobody said (nil) last.
  package var contributions: [(contribution: Contribution?, tally: Tally)]
  /// Who, the busiest first.
  package var people: [Counted]
  /// What is on the shortlist and nobody joined yet, saved last first.
  package var waiting: [Waiting]
  /// What is nobody's doing in particular; nil if one person is asked for.
  package var surroundings: Surroundings?

  /// Joins under a name.
  package struct Counted: Sendable, Hashable {
    /// Of a room or a person; of a person it may be empty.
    package var name: String
    package var tally: Tally
  }

  /// A conversation that was saved and not joined.
  package struct Waiting: Sendable, Hashable {
    package var id: ConversationID
    package var shortID: String
    package var heading: String
    package var community: String
    package var address: Address?
    package var saved: Date
    /// Who saved it; empty if nobody said.
    package var person: String
  }

  /// What was said and found around the team.
  package struct Surroundings: Sendable {
    /// How many conversations the window held, and how many of them were relevant.
    package var conversations: Int
    package var relevant: Int
    /// The rooms in which something was said and nothing joined, the most relevant first.
    package var listened: [ListenedRoom]
    /// The keywords that stand in joined or saved conversations of the window, the most joined first.
    package var earning: [ProfileUse.KeywordUse]
    /// Those that stand in several skipped ones and in none joined or saved, the most skipped first.
    package var skipped: [ProfileUse.KeywordUse]
    /// Those that stand in no conversation of the window.
    package var unmatched: [ProfileUse.KeywordUse]
    package var feeds: FeedHealth
  }

  /// A room that people only listened to.
  package struct ListenedRoom: Sendable, Hashable {
    package var name: String
    package var conversations: Int
    package var relevant: Int
    /// When it was last joined, before the window; nil if never.
    package var lastJoin: Date?
  }
}

/// Which feeds of the list bring nothing.
package struct FeedHealth: Sendable {
  /// Those that can be read and have had nothing new for far longer than they used to.
  package var silent: [(feed: ListedFeed, since: Date, usualGap: Duration)] = []
  /// Those that cannot be read now, or are not asked for any more.
  package var failing: [ListedFeed] = []
  /// How many are read well and have something new by their own measure.
  package var well = 0
  /// How many have too few posts to tell whether they are silent.
  package var unknown = 0
  /// How many were never read.
  package var unread = 0

  /// Whether the list has no feed.
  package var isEmpty: Bool {
    silent.isEmpty && failing.isEmpty && well + unknown + unread == 0
  }
}
