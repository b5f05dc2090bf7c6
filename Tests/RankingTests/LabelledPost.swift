import Conversations
import Foundation
import Labels
import Profiles
import Ranking
import Support

/// A post with what people say of it, and what the signals say.
struct LabelledPost: Sendable {
  var name: String
  /// By the names of signals; without those that nobody can tell.
  var labels: [String: Bool]
  /// The signals that it has.
  var said: Set<String>
  var isHeld: Bool
  var isReal: Bool

  static let signals = [
    "question", "recommendation", "problem", "advert", "us", "competitor", "unanswered", "own",
    "joinable",
  ]

  init(
    name: String, post: Post, profile: Profile, labels: [String: Bool], isHeld: Bool, isReal: Bool
  ) throws {
    self.name = name
    self.labels = labels
    self.isHeld = isHeld
    self.isReal = isReal
    said = try Self.signals(of: post, for: profile)
  }

  /// The signals among the reasons of a post, a day after it was said.
  private static func signals(of post: Post, for profile: Profile) throws -> Set<String> {
    let at = post.published ?? noon
    let conversation = Conversation(
      id: ConversationID(stored: "c"), community: post.community, address: post.discussion,
      posts: [post], lastActivity: at, replies: post.replies)
    // Reasons are only given for what is about something of the profile.
    var profile = profile
    let word = "\(post.title) \(post.text)".split { !$0.isLetter }.first { $0.count > 2 } ?? "none"
    profile.keywords = [
      .init(text: "\"\(word)\"", query: try Query("\"\(word)\""), weight: 1, line: 1)
    ]
    let verdict = Ranker(
      profile: profile, statistics: CollectionStatistics(), now: at.addingTimeInterval(86_400)
    ).judge(conversation)
    var said = Set(verdict.ranked.reasons.map(\.signal))
    if verdict.setAside.contains(.own) { said.insert("own") }
    // Here it only says whether anybody can still answer; the clocks of communities are not labelled.
    if !verdict.setAside.contains(where: { $0 != .own }) { said.insert("joinable") }
    return said
  }

  static func own() throws -> [LabelledPost] {
    let kestrel = try profile("kestrel")
    return try JSONDecoder().decode([Own].self, from: Data(contentsOf: labels("signals-own.json")))
      .map { own in
        let labels = signals.filter { !(own.unjudged ?? []).contains($0) }
          .map { ($0, own.is.contains($0)) }
        return try LabelledPost(
          name: own.id, post: own.post, profile: kestrel,
          labels: Dictionary(uniqueKeysWithValues: labels), isHeld: own.set == "held", isReal: false
        )
      }
  }

  /// Throws also where a label names a post that is not there.
  static func real() throws -> [LabelledPost] {
    guard let shared = SharedFolder.url(of: ".") else { throw CocoaError(.fileNoSuchFile) }
    var feeds = LabelledFeeds(shared)
    let rows = try Table(labels("signals-real.tsv")).rows
    let archive = try Recorded.posts(Set(rows.compactMap { $0["guid"] }))
    var profiles: [String: Profile] = [:]
    return try rows.map { row in
      let (file, guid) = (row["file", default: ""], row["guid", default: ""])
      let name = row["profile", default: ""]
      let profile = try profiles[name] ?? profile(name)
      profiles[name] = profile
      let found =
        file.hasSuffix(".gz")
        ? archive.first { $0.id == guid }.map { Post(archived: $0) }
        : try feeds.post(file, item: row["item", default: ""], guid: guid)
      guard var post = found else { throw NotThere(label: "\(file)#\(guid)") }
      // Of replies, too, it is asked what they say.
      post.role = .opening
      return try LabelledPost(
        name: "\(file)#\(guid)", post: post, profile: profile,
        labels: row.filter { signals.contains($0.key) && $0.value != "-" }
          .mapValues { $0 == "1" },
        isHeld: row["set"] == "held", isReal: true)
    }
  }

  /// A label of a post that does not stand where the label says.
  struct NotThere: Error { var label: String }

  private static func labels(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Labels/\(name)")
  }

  /// A business whose names and rivals stand in some posts.
  private static func profile(_ name: String) throws -> Profile {
    let named = try JSONDecoder().decode(
      [String: Names].self, from: Data(contentsOf: labels("profiles.json")))
    guard let names = named[name] else { throw NotThere(label: name) }
    return Profile(
      competitors: try names.competitors.map {
        .init(text: $0, query: try Query($0), line: 2)
      },
      us: .init(names: names.names, authors: names.authors, sites: names.sites, line: 3))
  }

  private struct Names: Decodable {
    var names: [String]
    var authors: [String]
    var sites: [String]
    var competitors: [String]
  }

  private struct Own: Decodable {
    var set: String
    var id: String
    var title: String
    var text: String
    var author: String
    var replies: Int?
    var access: String?
    var pinned: Bool?
    var `is`: [String]
    var unjudged: [String]?

    var post: Post {
      Post(
        id: id, feed: "f", community: "forum.example", thread: id, author: author, title: title,
        text: text, published: noon, replies: replies,
        access: access.flatMap(Post.Access.init(rawValue:)) ?? .open, isPinned: pinned ?? false)
    }
  }
}

extension Post {
  fileprivate init(archived post: Recorded.Post) {
    self.init(
      id: post.id, feed: "archive", community: "archive", thread: post.id, title: post.title,
      text: post.body, published: noon)
  }
}
