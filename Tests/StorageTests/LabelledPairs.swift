import Conversations
import Foundation
import Labels
import Storage
import Support

/// Pairs of posts, and the store in which all their feeds were recorded.
struct LabelledPairs: Sendable {
  private var rows: [[String: String]]
  private var pairs: [(left: Post, right: Post)] = []
  private var recorded: RecordedFeeds
  private var isReal: Bool

  static func own() async throws -> LabelledPairs {
    try await LabelledPairs("pairs-own.tsv", in: labels.appending(path: "feeds"), isReal: false)
  }

  static func real() async throws -> LabelledPairs {
    guard let shared = SharedFolder.url(of: ".") else { throw CocoaError(.fileNoSuchFile) }
    return try await LabelledPairs("pairs-real.tsv", in: shared, isReal: true)
  }

  private static var labels: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Labels")
  }

  /// Throws also where a label names an entry that is not there.
  private init(_ table: String, in folder: URL, isReal: Bool) async throws {
    self.isReal = isReal
    rows = try Table(Self.labels.appending(path: table)).rows
    var feeds = LabelledFeeds(folder)
    for row in rows {
      func post(_ side: String) throws -> Post {
        let (file, item) = (row["file\(side)", default: ""], row["item\(side)", default: ""])
        let guid = row["guid\(side)", default: ""]
        guard let post = try feeds.post(file, item: item, guid: guid) else {
          throw NotThere(label: "\(file)#\(item) \(guid)")
        }
        return post
      }
      pairs.append((try post("A"), try post("B")))
    }
    let files = Set(rows.flatMap { [$0["fileA", default: ""], $0["fileB", default: ""]] })
    recorded = try await RecordedFeeds(files.sorted(), of: &feeds)
  }

  /// A label of an entry that does not stand where the label says.
  struct NotThere: Error { var label: String }

  /// What is said of the pairs of a kind, `merge` or `thread`.
  func judged(_ kind: String) -> [Figures.Judged] {
    zip(rows, pairs).filter { $0.0["kind"] == kind }.map { row, pair in
      let names = [pair.left, pair.right].map(recorded.conversation)
      let isOne = names[0] != nil && names[0] == names[1]
      let isSaid = isOne || (kind == "merge" && recorded.isMerged(names[0], names[1]))
      return Figures.Judged(
        name: "\(name(row, "A")) <> \(name(row, "B")) (\(row["why", default: ""]))",
        isSo: row["same"] == "1", isSaid: isSaid, isHeld: row["set"] == "held", isReal: isReal)
    }
  }

  private func name(_ row: [String: String], _ side: String) -> String {
    let (file, guid) = (row["file\(side)", default: ""], row["guid\(side)", default: ""])
    return "\(file)#\(row["item\(side)", default: ""]) \(guid)"
  }
}

/// The conversations that feeds make, and which of them are the same thing said elsewhere.
struct RecordedFeeds: Sendable {
  /// By the feeds and ids of their posts.
  private var conversations: [String: ConversationID] = [:]
  private var byThread: [String: ConversationID] = [:]
  /// The sets of conversations that are one thing, by each of their names.
  private var groups: [ConversationID: Set<ConversationID>] = [:]
  private var titles: [ConversationID: String] = [:]

  /// Stores each feed, as a fetch of all of them does.
  init(_ files: [String], of feeds: inout LabelledFeeds) async throws {
    let fixture = try Fixture()
    for file in files { try await fixture.record(try feeds.posts(of: file), feed: file) }
    let all = try await fixture.conversations()
    for stored in all {
      let conversation = stored.conversation
      titles[conversation.id] = "\(conversation.community): \(conversation.title)"
      for post in conversation.posts {
        conversations[Self.key(post)] = conversation.id
        byThread[post.thread] = conversation.id
      }
    }
    let names = Dictionary(uniqueKeysWithValues: all.map { ($0.number, $0.conversation.id) })
    for pair in try await fixture.store.crossPosts(of: names.keys.sorted()) {
      if let name = names[pair.conversation] { join(name, pair.otherID) }
    }
  }

  /// The conversation that a post stands in; nil if it is not stored.
  ///
  /// What was said once is only kept once: then its thread tells where the other copy is.
  func conversation(of post: Post) -> ConversationID? {
    conversations[Self.key(post)] ?? byThread[post.thread]
  }

  /// Whether a list shows them as one, also by way of a third.
  func isMerged(_ left: ConversationID?, _ right: ConversationID?) -> Bool {
    guard let left, let right else { return false }
    return groups[left]?.contains(right) ?? false
  }

  /// What is one thing, by communities and titles, a line each.
  var merged: [String] {
    Set(groups.values).map { group in
      group.map { titles[$0, default: ""] }.sorted().joined(separator: "  ==  ")
    }.sorted()
  }

  private static func key(_ post: Post) -> String { "\(post.feed)\n\(post.id)" }

  private mutating func join(_ left: ConversationID, _ right: ConversationID) {
    let group = groups[left, default: [left]].union(groups[right, default: [right]])
    for name in group { groups[name] = group }
  }
}
