import Conversations
import Foundation
import GRDB
import Storage
import Support

/// The time of every test.
let noon = Date(timeIntervalSince1970: 1_800_000_000)

/// A database in a folder that vanishes with it.
struct Fixture {
  let folder: TemporaryFolder
  let store: Store
  var path: String { folder.url.appending(path: "db/mingle.db").path }

  init() throws {
    folder = try TemporaryFolder()
    store = try Store(at: folder.url.appending(path: "db/mingle.db").path)
  }

  /// A database that somebody else changed.
  static func changed(by sql: String) throws -> URL {
    let folder = try TemporaryFolder()
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).db")
    do { _ = try Store(at: folder.url.appending(path: "mingle.db").path) }
    try FileManager.default.copyItem(at: folder.url.appending(path: "mingle.db"), to: file)
    let queue = try DatabaseQueue(path: file.path)
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA journal_mode = DELETE; \(sql)")
    }
    try queue.close()
    return file
  }

  /// Stores posts as one document of a feed.
  @discardableResult
  func record(_ posts: [Post], feed: String = "https://a.example/feed", at now: Date = noon)
    async throws -> Recorded
  {
    var visit = Visit(feed: feed)
    visit.succeeded = now
    return try await store.record(
      visit, document: Store.Document(title: "A feed", notes: 0, posts: posts), at: now)
  }

  /// All conversations, as they stand at the end of time.
  func conversations() async throws -> [StoredConversation] {
    try await store.conversations(
      .active(TimeWindow(since: .distantPast, until: noon.addingTimeInterval(1e9))))
  }
}

/// A post with what a test cares about.
func post(
  _ id: String, thread: String = "t", feed: String = "https://a.example/feed", title: String = "T",
  text: String = "words", role: Post.Role = .opening, minutesAgo: Double? = 10,
  replies: Int? = nil, link: String? = nil
) -> Post {
  Post(
    id: id, feed: feed, community: "r/espresso", thread: thread,
    discussion: Address("https://a.example/\(thread)"), link: link.flatMap { Address($0) },
    author: "ann", title: title, text: text,
    published: minutesAgo.map { noon.addingTimeInterval(-60 * $0) }, tags: ["a", "b"], role: role,
    replies: replies)
}

extension Store {
  /// Records what brings conversations into a state.
  func set(_ state: ConversationState, of ids: [ConversationID], at now: Date) async throws {
    let kind: Act.Kind =
      switch state {
      case .new: .reopened
      case .saved: .saved
      case .joined: .joined(as: nil)
      case .skipped: .skipped
      case .snoozed: .snoozed(until: now.addingTimeInterval(86_400))
      }
    _ = try await record(kind, about: ids, by: "Ann", at: now)
  }
}
