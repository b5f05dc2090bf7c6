internal import Conversations
internal import GRDB

/// Puts replies that name their parent only by its id (RFC 4685) into the parent's conversation,
/// whichever came first and in whatever feeds.
///
/// A reply stands where its parent stands, and where no parent is known, in a thread of its own. So it
/// is the same in the end in whatever order posts come in. An id with a colon (`tag:`, `urn:`, a URL) is
/// the same post everywhere; any other is one only within its feed.
struct ReplyJoiner {
  private let database: Database
  /// Whether any reply waits for a parent or has found one; most workspaces have none.
  private var isNeeded: Bool
  /// The posts that are new, or answer another post than before.
  private var noted: [Int64] = []
  /// What posts left, and where to.
  private var departures: [Int64: Int64] = [:]

  init(database: Database) throws {
    self.database = database
    isNeeded =
      try Int.fetchOne(database, sql: "SELECT 1 FROM posts WHERE parent IS NOT NULL LIMIT 1")
      != nil
  }

  /// A post with the columns by which it finds its place.
  private struct Member {
    var id: Int64
    var guid: String
    var feed: Int64
    var parent: String?
    var thread: String?
    var conversation: Int64

    static let columns =
      "posts.id, posts.guid, posts.feed, posts.parent, posts.thread, posts.conversation"

    init(row: Row) {
      (id, guid, feed, parent) = (row[0], row[1], row[2], row[3])
      (thread, conversation) = (row[4], row[5])
    }
  }

  /// The conversation of the post that an id names in a feed; nil if it is not there.
  func conversation(ofPost guid: String, feed: Int64) throws -> Int64? {
    try post(guid, namedIn: feed, by: nil)?.conversation
  }

  /// Remembers a post that came in, or that changed what it answers.
  mutating func note(_ post: Int64, isReplyToID: Bool, guid: String) throws {
    if isReplyToID { isNeeded = true }
    // What has neither a parent nor children stands where it belongs.
    guard isNeeded else { return }
    let waiting = try database.cachedStatement(
      sql: "SELECT 1 FROM posts WHERE parent = ? LIMIT 1")
    if try isReplyToID || Int.fetchOne(waiting, arguments: [guid]) != nil { noted.append(post) }
  }

  /// Remembers that a post went from one conversation to another.
  mutating func left(_ conversation: Int64, for other: Int64) throws {
    if conversation != other { departures[conversation] = other }
  }

  /// Moves every noted post, and all that answer it, to where they belong.
  mutating func join() throws {
    guard !noted.isEmpty || !departures.isEmpty else { return }
    let members = try family(of: noted)
    var places: [Int64: Int64] = [:]
    for id in members.keys.sorted() {
      guard let member = members[id] else { continue }
      let place = try place(of: member, among: members, &places)
      guard place != member.conversation else { continue }
      try database.cachedStatement(sql: "UPDATE posts SET conversation = ? WHERE id = ?")
        .execute(arguments: [place, id])
      departures[member.conversation] = place
    }
    for (conversation, other) in departures.sorted(by: { $0.key < $1.key }) {
      try database.close(conversation, if: other)
    }
    (noted, departures) = ([], [:])
  }

  /// Some posts with all that answer them, and what answers those.
  private func family(of posts: [Int64]) throws -> [Int64: Member] {
    var members: [Int64: Member] = [:]
    let find = try database.cachedStatement(
      sql: "SELECT \(Member.columns) FROM posts WHERE id = ?")
    let answers = try database.cachedStatement(
      sql: "SELECT \(Member.columns) FROM posts WHERE parent = ?")
    var waiting = try posts.compactMap {
      try Row.fetchOne(find, arguments: [$0]).map(Member.init)
    }
    while let member = waiting.popLast() {
      guard members.updateValue(member, forKey: member.id) == nil else { continue }
      for row in try Row.fetchAll(answers, arguments: [member.guid]) {
        let answer = Member(row: row)
        if answer.feed == member.feed || member.guid.contains(":") { waiting.append(answer) }
      }
    }
    return members
  }

  /// The conversation that a post belongs in: up from parent to parent, that of the first without one.
  private func place(
    of member: Member, among members: [Int64: Member], _ places: inout [Int64: Int64]
  ) throws -> Int64 {
    var path: [Member] = []
    var steps: [Int64: Int] = [:]
    var current = member
    var place: Int64
    while true {
      if let known = places[current.id] {
        place = known
        break
      }
      if let start = steps[current.id] {
        // A circle of replies, which only a broken or hostile feed has: one of them is its start.
        let first = path[start...].min { ($0.guid, $0.id) < ($1.guid, $1.id) } ?? current
        place = try home(of: first)
        break
      }
      steps[current.id] = path.count
      path.append(current)
      guard let parent = current.parent,
        let next = try post(parent, namedIn: current.feed, by: current.id)
      else {
        place = try home(of: current)
        break
      }
      guard members[next.id] != nil else {
        place = next.conversation
        break
      }
      current = next
    }
    for step in path { places[step.id] = place }
    return place
  }

  /// The conversation of a post's own thread.
  private func home(of member: Member) throws -> Int64 {
    guard let thread = member.thread else { return member.conversation }
    return try PostStatements(database).conversation(of: thread)
  }

  /// The post that an id names in a feed: one of the same feed, else the one of the first feed by name.
  private func post(_ guid: String, namedIn feed: Int64, by id: Int64?) throws -> Member? {
    let own = try database.cachedStatement(
      sql: "SELECT \(Member.columns) FROM posts WHERE feed = ? AND guid = ?")
    if let row = try Row.fetchOne(own, arguments: [feed, guid]), row[0] != id {
      return Member(row: row)
    }
    guard guid.contains(":") else { return nil }
    let others = try database.cachedStatement(
      sql: """
        SELECT \(Member.columns) FROM posts JOIN feeds ON feeds.id = posts.feed
        WHERE guid = ? AND posts.id IS NOT ? ORDER BY feeds.url LIMIT 1
        """)
    return try Row.fetchOne(others, arguments: [guid, id]).map(Member.init)
  }
}

extension Database {
  /// Lets a conversation that has no posts left lead to another, with all that the team did about it.
  ///
  /// What the team decided about keeps its id: the other, if nobody decided about it, is called by it
  /// from now on, and by both its names it is found. If both are decided the ledgers become one, in
  /// which the last act that was recorded holds.
  fileprivate func close(_ conversation: Int64, if other: Int64) throws {
    try execute(
      sql: "UPDATE conversations SET joined_to = NULL WHERE id = ? AND joined_to IS NOT NULL",
      arguments: [other])
    let isEmpty =
      try Int.fetchOne(
        self, sql: "SELECT 1 FROM posts WHERE conversation = ? LIMIT 1", arguments: [conversation])
      == nil
    guard isEmpty else { return }
    let sql = """
      SELECT name, state <> 'new' OR changed IS NOT NULL OR claimed_by IS NOT NULL
        OR EXISTS (SELECT 1 FROM acts WHERE acts.conversation = conversations.id)
      FROM conversations WHERE id = ?
      """
    guard let from = try Row.fetchOne(self, sql: sql, arguments: [conversation]),
      let to = try Row.fetchOne(self, sql: sql, arguments: [other])
    else { return }
    let (fromName, toName): (String, String) = (from[0], to[0])
    let (isDecided, isOtherDecided): (Bool, Bool) = (from[1], to[1])
    if isDecided, !isOtherDecided {
      for (id, name) in [(conversation, "/"), (other, fromName), (conversation, toName)] {
        try execute(
          sql: "UPDATE conversations SET name = ? WHERE id = ?", arguments: [name, id])
      }
    }
    try execute(
      sql: "UPDATE acts SET conversation = ? WHERE conversation = ?",
      arguments: [other, conversation])
    if isDecided {
      try keepInStep(ConversationID(stored: isOtherDecided ? toName : fromName))
    }
    try execute(
      sql: """
        UPDATE conversations SET state = 'new', changed = NULL, snoozed_until = NULL,
          claimed_by = NULL, joined_to = ? WHERE id = ?
        """,
      arguments: [other, conversation])
    try execute(
      sql: "UPDATE conversations SET joined_to = ? WHERE joined_to = ?",
      arguments: [other, conversation])
  }
}
