import Conversations
import Foundation
import Storage
import Support
import Testing

/// The built tool before a server of its own: what a rule looks like from outside.
///
/// Suites of rules are named after section headings of politeness: validators, freshness, limits,
/// errors, redirects, private networks, hostile bodies, hostile text, noise.
final class RuleScene {
  let server: LoopbackServer
  let folder: TemporaryFolder
  let tool: Tool
  let feeds: [String]

  /// A run of `fetch`, between two moments, and how the feeds are doing after it.
  struct Run {
    var outcome: Tool.Outcome
    var began: Date
    var ended: Date
    var feeds: [Feeds.Feed]

    /// The only feed of the scene.
    var feed: Feeds.Feed {
      get throws {
        try #require(feeds.count == 1)
        return try #require(feeds.first)
      }
    }

    /// Whether a feed is due so many seconds after it was asked for, which was during the run.
    func isDue(_ feed: Feeds.Feed, in seconds: Double) -> Bool {
      guard let text = feed.next_due, let due = try? Date(text, strategy: .iso8601) else {
        return false
      }
      return due >= began + seconds && due <= ended + seconds + 1
    }

    /// The same of the only feed.
    func isDue(in seconds: Double) -> Bool { feeds.first.map { isDue($0, in: seconds) } ?? false }
  }

  /// A workspace whose feeds are paths of a server; absolute addresses stand for themselves.
  init(
    _ routes: [String: Behaviour], feeds: [String] = ["/feed"], host: String = "127.0.0.1",
    allowing networks: String = "127.0.0.0/8"
  ) throws {
    let server = try LoopbackServer(host: host, routes: routes)
    self.server = server
    self.feeds = feeds.map { $0.hasPrefix("/") ? server.address($0) : $0 }
    folder = try TemporaryFolder.workspace(
      feeds: self.feeds.map { $0.replacing("&", with: "&amp;") })
    tool = Tool(in: folder, environment: ["MINGLE_ALLOW_NETWORKS": networks])
  }

  /// A scene of one feed.
  convenience init(_ behaviour: Behaviour) throws { try self.init(["/feed": behaviour]) }

  @discardableResult
  func fetch(_ arguments: String...) throws -> Run {
    let began = Date()
    let outcome = try tool.run(["fetch"] + arguments)
    return Run(outcome: outcome, began: began, ended: Date(), feeds: try listed())
  }

  /// What `feeds list --json` tells.
  func listed() throws -> [Feeds.Feed] { try Feeds(tool("feeds", "list", "--json").output).feeds }

  /// What `posts --json` tells.
  func posts() throws -> [ListedPosts.Post] {
    try ListedPosts(tool("posts", "--json").output).posts
  }

  /// The titles of the stored posts, in order.
  func titles() throws -> [String] { try posts().map(\.title).sorted() }

  /// The paths that were asked for.
  var asked: [String] { server.requests.map(\.path) }

  /// The validators of each request, in order.
  var validators: [[String?]] {
    server.requests.map { [$0["If-None-Match"], $0["If-Modified-Since"]] }
  }

  /// Lets time pass: all that is stored of feeds and hosts is so much older.
  func pass(_ seconds: TimeInterval) async throws {
    let store = try Store(at: folder.path + ".mingle/mingle.db")
    for var visit in try await store.visits().values {
      visit.attempted = visit.attempted.map { $0 - seconds }
      visit.succeeded = visit.succeeded.map { $0 - seconds }
      visit.nextDue = visit.nextDue.map { $0 - seconds }
      _ = try await store.record(visit, at: Date())
    }
    for var closure in try await store.closures().values {
      closure.until -= seconds
      try await store.remember(closure, of: closure.host)
    }
  }
}

/// What tests read of `posts --json`.
struct ListedPosts: Decodable {
  struct Post: Decodable {
    var feed: String
    var guid: String
    var title: String
    var link: String?
    var content: String
  }

  var posts: [Post]

  init(_ json: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }
}

/// A feed of one question that the profile of a workspace for tests finds relevant.
let leverFeed = rss(items: [
  "<item><guid>1</guid><title>My lever machine leaks</title><link>https://a.example/1</link></item>"
])

/// An RSS document with an item for each title; `head` stands before them.
func rss(_ titles: String..., head: String = "") -> String {
  rss(
    items: titles.map {
      "<item><guid>\($0)</guid><title>\($0)</title><link>https://a.example/\($0)</link></item>"
    }, head: head)
}

/// An RSS document of items as they are.
func rss(items: [String], head: String = "") -> String {
  """
  <?xml version="1.0"?>
  <rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
  <title>Feed</title>\(head)\(items.joined(separator: "\n"))</channel></rss>
  """
}
