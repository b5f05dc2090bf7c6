internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles

/// `rooms --json`.
struct RoomsDocument: Encodable {
  var window: WindowDocument
  var rooms: [RoomSummaryDocument]

  init(_ rooms: [RoomSummary], in window: TimeWindow) {
    self.window = WindowDocument(window)
    self.rooms = rooms.map(RoomSummaryDocument.init)
  }
}

/// A room in the list of them, for programs.
struct RoomSummaryDocument: Encodable {
  var community: String
  var posts: Int
  var conversations: Int
  /// Of the window.
  var relevant: Int
  var joins: Int
  @OrNull var lastJoin: Date?
  /// The file of its card; null if it has none.
  @OrNull var card: String?

  init(_ room: RoomSummary) {
    community = room.name
    posts = room.posts
    conversations = room.conversations
    relevant = room.relevant
    joins = room.joins
    lastJoin = room.lastJoin
    card = room.card
  }
}

/// `room --json`.
struct RoomDocument: Encodable {
  var window: WindowDocument
  var room: RoomSummaryDocument
  @OrNull var lastActivity: Date?
  var rules: [String]
  var notes: [String]
  @OrNull var trust: Trust?
  @OrNull var lastVisit: Visit?
  var joins: TallyDocument
  var contributions: [Contribution]
  var replyTimes: ReplyTimes
  var threadLifetime: Lifetime
  var keywords: [KeywordUseDocument]
  var metAgain: [Acquaintance]
  var feeds: [String]

  struct Trust: Encodable {
    var factor: Double
    var profileLine: Int
  }

  struct Visit: Encodable {
    var at: Date
    @OrNull var by: String?
    @OrNull var contribution: String?
  }

  struct Contribution: Encodable {
    /// Null for the joins of which nobody said.
    @OrNull var contribution: String?
    var tally: TallyDocument
  }

  struct ReplyTimes: Encodable {
    /// How many replies it is told from.
    var replies: Int
    /// From 1, Sunday; null where there are too few.
    @OrNull var weekday: Int?
    @OrNull var weekdayShare: Double?
    /// The first of three hours.
    @OrNull var hour: Int?
    @OrNull var hourShare: Double?
  }

  struct Lifetime: Encodable {
    /// How many threads it is the median of.
    var threads: Int
    /// Null where there are too few.
    @OrNull var seconds: Int64?
  }

  struct Acquaintance: Encodable {
    var author: String
    var conversations: Int
  }

  init(_ room: Room) {
    window = WindowDocument(room.window)
    self.room = RoomSummaryDocument(room.summary)
    lastActivity = room.lastActivity
    rules = room.card?.rules ?? []
    notes = room.card?.notes ?? []
    trust = room.trust.map { Trust(factor: $0.factor, profileLine: $0.line) }
    lastVisit = room.joins.last.map {
      Visit(
        at: $0.at, by: $0.person.isEmpty ? nil : $0.person,
        contribution: $0.contribution?.rawValue)
    }
    joins = TallyDocument(Tally(room.joins))
    contributions = (Conversations.Contribution.allCases + [nil]).compactMap { contribution in
      let joins = room.joins.filter { $0.contribution == contribution }
      return joins.isEmpty
        ? nil
        : Contribution(contribution: contribution?.rawValue, tally: TallyDocument(Tally(joins)))
    }
    let life = room.life
    replyTimes = ReplyTimes(
      replies: life.replies, weekday: life.weekday?.number,
      weekdayShare: life.weekday.map { rounded($0.share) }, hour: life.hours?.number,
      hourShare: life.hours.map { rounded($0.share) })
    threadLifetime = Lifetime(
      threads: life.threads, seconds: life.lifetime?.components.seconds)
    keywords = room.earning.map(KeywordUseDocument.init)
    metAgain = room.acquaintances.map {
      Acquaintance(author: $0.author, conversations: $0.conversations)
    }
    feeds = room.feeds.map(Address.redacted)
  }
}

/// `room --note --json` and `room --rule --json`.
struct RoomCardChangeDocument: Encodable {
  var community: String
  var path: String
  /// The unified diff.
  var diff: String

  init(_ change: RoomCardChange, room: String) {
    community = room
    path = change.path
    diff = change.diff.map { $0 + "\n" }.joined()
  }
}
