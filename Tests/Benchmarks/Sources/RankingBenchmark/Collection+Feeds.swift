import Foundation
import Measuring

extension Collection {
  /// Writes the posts as feed files into a workspace and has them read.
  func fetch(into workspace: Workspace) throws {
    var files: [String] = []
    for start in stride(from: 0, to: posts.count, by: Self.portion) {
      let name = "feeds/\(start / Self.portion).json"
      let feed = Feed(posts: posts[start..<min(start + Self.portion, posts.count)])
      let text = String(decoding: try JSONEncoder().encode(feed), as: UTF8.self)
      try workspace.write(text, to: name)
      files.append(name)
    }
    try workspace.write(feeds: files)
    try workspace.write(profile: businesses[0].profile)
    _ = try workspace.run("fetch")
  }

  private static let portion = 300

  /// What is not in the workspace as it was in the posts: each surprise in a line.
  ///
  /// Each post must be there with its words and its date, as one conversation of its own.
  func surprises(in workspace: Workspace) throws -> [String] {
    let stored = try JSONDecoder().decode(
      Stored.self, from: try workspace.run("posts", ["--json"]).output
    ).posts
    var surprises: [String] = []
    if stored.count != posts.count {
      surprises.append("\(stored.count) posts are stored, \(posts.count) were in the feeds")
    }
    let byID = Dictionary(stored.map { ($0.guid, $0) }) { first, _ in first }
    for post in posts {
      guard let stored = byID[post.id] else {
        surprises.append("\(post.id) is not stored")
        continue
      }
      for (what, before, after) in [
        ("title", words(post.title), words(stored.title)),
        ("text", words(post.body), words(stored.content)),
        ("date", post.date ?? "", stored.published ?? ""),
        ("link", Self.link(of: post.id), stored.link ?? ""),
      ] where before != after {
        surprises.append("\(post.id): the \(what) is now “\(after)”, it was “\(before)”")
      }
    }
    let head = String(
      decoding: try workspace.run("today", ["--no-fetch", "--since", "all", "--limit", "1"]).output
        .prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    if !head.hasSuffix(" of \(posts.count) conversations relevant") {
      surprises.append("not as many conversations as posts: \(head)")
    }
    return surprises
  }

  /// A text with one space where there is any white space, and without the invisible characters that
  /// Mingle takes out of everything.
  private func words(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar.properties.generalCategory != .format {
      visible.append(scalar)
    }
    return String(visible).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

private struct Stored: Decodable {
  struct Post: Decodable {
    var guid: String
    var title: String
    var link: String?
    var published: String?
    var content: String
  }

  var posts: [Post]
}

/// A JSON Feed 1.1.
private struct Feed: Encodable {
  var version = "https://jsonfeed.org/version/1.1"
  var title = "Posts"
  var items: [Item]

  struct Item: Encodable {
    var id: String
    var url: String
    var title: String
    var content_text: String
    var date_published: String?
  }

  init(posts: ArraySlice<RealPost>) {
    items = posts.map {
      Item(
        id: $0.id, url: Collection.link(of: $0.id), title: $0.title, content_text: $0.body,
        date_published: $0.date)
    }
  }
}
