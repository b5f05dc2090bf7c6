internal import Foundation

/// Posts of forums, blogs, Reddit and mailing lists, made by a seed, that come in through a few feeds
/// in many documents: in order, or in another order and through other feeds.
///
/// There are replies that name their thread, their subject or only their parent's id; threads whose
/// opening never comes; posts that several feeds have, with other numbers of replies; and the same link
/// or the same words in several rooms.
package struct GeneratedThreads {
  /// The feed files, by their names.
  package let feeds: [String]
  private var entries: [Entry] = []
  private static let start = Date(timeIntervalSince1970: 1_767_225_600)

  private struct Entry {
    var id: String
    var title: String
    var link: String
    var html: String
    var author: String
    var seconds: Int
    var parent: (id: String, link: String?)?
    var replies: Int?
    /// Whether it stays in the feed of its thread: of what may start a conversation the feed is told.
    var isFixed: Bool
    var thread: Int
  }

  /// About `posts` posts, spread over `feeds` feeds and two months from 2026-01-01.
  package init(posts: Int, feeds: Int, seed: UInt64) {
    self.feeds = (0..<feeds).map { "rooms/\($0).xml" }
    var random = SplitMix64(seed: seed)
    var thread = 0
    while entries.count < posts {
      add(thread, &random)
      thread += 1
    }
  }

  /// The documents of each fetch, by the names of the feeds: in the order of their dates, or in that of
  /// a seed, which also puts replies into other feeds.
  package func fetches(_ count: Int, shuffledBy seed: UInt64? = nil) -> [[String: String]] {
    var random = SplitMix64(seed: seed ?? 0)
    var parts = (0..<count).map { _ in [String: [String]]() }
    let ordered = entries.indices.sorted {
      (entries[$0].seconds, $0) < (entries[$1].seconds, $1)
    }
    for (place, index) in ordered.enumerated() {
      let entry = entries[index]
      let isElsewhere = seed != nil && !entry.isFixed
      let home = isElsewhere ? random.index(feeds.count) : entry.thread % feeds.count
      // Every seventh stands in another feed too, where the count of its replies lags behind.
      for copy in 0..<(index % 7 == 0 ? 2 : 1) {
        var entry = entry
        if copy == 1 { entry.replies = entry.replies.map { $0 / 2 } }
        let fetch = seed == nil ? place * count / ordered.count : random.index(count)
        parts[fetch][feeds[(home + copy * 3) % feeds.count], default: []].append(xml(of: entry))
      }
    }
    return parts.map { part in
      part.mapValues { items in
        var items = items
        if seed != nil { items.shuffle(using: &random) }
        return """
          <?xml version="1.0" encoding="UTF-8"?>
          <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0">
          <title>Room</title><id>urn:room</id><updated>2026-03-01T00:00:00Z</updated>
          \(items.joined(separator: "\n"))
          </feed>
          """
      }
    }
  }

  private mutating func add(_ thread: Int, _ random: inout SplitMix64) {
    let room = thread % 9
    let title = "\(random.word()) \(random.word()) \(Self.topics[random.index(Self.topics.count)])"
    let begin = random.index(58 * 86_400)
    let replies = random.index(4) == 0 ? random.index(40) : random.index(5)
    let hasOpening = thread % 11 != 10
    var known: [(id: String, link: String)] = []
    for number in 0...replies {
      let isOpening = number == 0
      var entry = Entry(
        id: "tag:room\(room).example,2026:\(thread)-\(number)", title: title, link: "",
        html: "<p>\(text(&random))</p>", author: "user\(random.index(900))",
        seconds: begin + number * (60 + random.index(4000)), parent: nil,
        replies: isOpening && thread % 2 == 0 ? replies : nil,
        isFixed: isOpening || !hasOpening || thread % 4 == 3, thread: thread)
      let parent = known.isEmpty ? nil : known[random.index(known.count)]
      switch thread % 4 {
      case 0:
        let page = "https://forum\(room).example/t/\(thread)"
        entry.link = isOpening ? page : "\(page)#p\(number)"
        if !isOpening { entry.parent = (known[0].id, page) }
      case 1:
        entry.link = "https://blog\(room).example/\(isOpening ? "p" : "c")/\(thread)-\(number)"
        if let parent { entry.parent = (parent.id, nil) }
      case 2:
        let page = "https://www.reddit.com/r/room\(room)/comments/z\(thread)/talk/"
        entry.id = isOpening ? "t3_z\(thread)" : "t1_z\(thread)x\(number)"
        entry.link = isOpening ? page : "\(page)z\(thread)x\(number)/"
        entry.html = "<div class=\"md\">\(entry.html)</div>"
        if !isOpening { entry.title = "/u/\(entry.author) on \(title)" }
      default:
        entry.link =
          "https://lists\(room).example/pipermail/talk/2026-March/\(thread)\(number).html"
        if !isOpening { entry.title = "Re: \(title)" }
        if let parent, number % 2 == 0 { entry.parent = (parent.id, nil) }
      }
      known.append((entry.id, entry.link))
      if hasOpening || !isOpening { entries.append(entry) }
    }
    if thread % 12 == 6 { addCrossPosts(thread, title, begin, &random) }
  }

  /// The same article, or the same words, in three rooms of Reddit.
  private mutating func addCrossPosts(
    _ thread: Int, _ title: String, _ begin: Int, _ random: inout SplitMix64
  ) {
    let words = (0..<4).map { _ in text(&random) }.joined(separator: " ")
    let isLink = random.index(2) == 0
    for copy in 0..<3 {
      let id = "y\(thread)c\(copy)"
      let page = "https://news.example/2026/02/story-\(thread)"
      let link = ["\(page)?utm_source=r\(copy)", "\(page)/amp", page][copy]
      let html =
        isLink
        ? "<span><a href=\"\(link)\">[link]</a></span>"
        : "<div class=\"md\"><p>\(words)</p></div>"
      entries.append(
        Entry(
          id: "t3_\(id)", title: title,
          link: "https://www.reddit.com/r/copy\(copy)/comments/\(id)/talk/", html: html,
          author: "user\(random.index(900))", seconds: begin + copy * 7200, parent: nil,
          replies: nil, isFixed: true, thread: thread))
    }
  }

  private static let topics = [
    "lever machine", "espresso machine", "grinder", "gasket", "garden shed", "holiday", "bicycle",
    "sourdough bread", "espresso and a grinder", "lever", "train to Rotterdam", "old radio",
  ]

  private func text(_ random: inout SplitMix64) -> String {
    (0..<8 + random.index(30)).map { _ in
      random.index(9) == 0 ? Self.topics[random.index(Self.topics.count)] : random.word()
    }.joined(separator: " ")
  }

  private func xml(of entry: Entry) -> String {
    let date = (Self.start + TimeInterval(entry.seconds)).formatted(.iso8601)
    let parent = entry.parent.map { parent in
      let href = parent.link.map { " href=\"\($0)\"" } ?? ""
      return "<thr:in-reply-to ref=\"\(parent.id)\"\(href)/>"
    }
    let html = entry.html.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    return """
      <entry><id>\(entry.id)</id><title>\(entry.title)</title><link href="\(entry.link)"/>\
      <author><name>\(entry.author)</name></author><published>\(date)</published>\
      \(parent ?? "")\(entry.replies.map { "<thr:total>\($0)</thr:total>" } ?? "")\
      <content type="html">\(html)</content></entry>
      """
  }
}

extension SplitMix64 {
  fileprivate mutating func index(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// A word of two syllables.
  fileprivate mutating func word() -> String {
    let onsets = Array("bdfgklmnprstv")
    let rimes = ["a", "e", "i", "o", "u", "an", "el", "in", "or"]
    return (0..<2).map { _ in
      "\(onsets[index(onsets.count)])\(rimes[index(rimes.count)])"
    }.joined()
  }
}
