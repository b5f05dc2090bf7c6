import Foundation

/// A document that attacks whoever reads it.
struct HostileDocument: Sendable {
  var name: String
  /// Repeats of a piece between a head and a tail: no attack needs more.
  var head: String
  var piece: @Sendable (Int) -> String
  var count: Int
  var tail: String

  init(
    _ name: String, head: String = Self.item + "<description>", tail: String = Self.end,
    count: Int = 1, _ piece: @escaping @Sendable (Int) -> String
  ) {
    (self.name, self.head, self.tail, self.count, self.piece) = (name, head, tail, count, piece)
  }

  /// The same piece until it fills so many bytes.
  init(
    _ name: String, filling bytes: Int, with piece: String,
    head: String = Self.item + "<description>",
    tail: String = Self.end
  ) {
    // Long runs at once: a closure for each byte would take minutes.
    let run = max(1, 65_536 / piece.utf8.count)
    let text = String(repeating: piece, count: run)
    self.init(
      name, head: head, tail: tail, count: max(1, bytes / (run * piece.utf8.count))
    ) { _ in text }
  }

  func write(to file: URL) throws {
    try Data(head.utf8).write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    try handle.seekToEnd()
    var buffer = Data()
    for index in 0..<count {
      buffer.append(contentsOf: piece(index).utf8)
      if buffer.count > 1 << 20 || index == count - 1 {
        try handle.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try handle.write(contentsOf: Data(tail.utf8))
    try handle.close()
  }

  static let rss = "<rss version=\"2.0\"><channel><title>Hostile</title>"
  static let item = rss + "<item><title>One</title>"
  static let end = "</description></item><item><title>Two</title></item></channel></rss>"
  static let channelEnd = "<item><title>Two</title></item></channel></rss>"

  private static func entity(_ declarations: String, _ use: String, count: Int = 1)
    -> (head: String, tail: String)
  {
    (
      "<!DOCTYPE rss \(declarations)>\(rss)<item><title>"
        + String(repeating: use, count: count) + "</title></item>", "</channel></rss>"
    )
  }

  private static func declared(
    _ name: String, _ declarations: String, _ use: String, count: Int = 1
  )
    -> HostileDocument
  {
    let (head, tail) = entity(declarations, use, count: count)
    return HostileDocument(name, head: head, tail: tail) { _ in "" }
  }

  /// Those of the reliability notes, in their order, and what the limits of size allow of each
  /// character that markup is made of.
  static let all: [HostileDocument] =
    entities + tags + [
      HostileDocument("100 MB of text", filling: 100_000_000, with: "A text without an end. "),
      HostileDocument(
        "60 MB of text in one body", filling: 60_000_000, with: "A text without an end. "),
      HostileDocument("NUL bytes among the items", head: rss, tail: channelEnd, count: 1000) {
        "<item><title>No. \($0)\u{0}</title></item>"
      },
      HostileDocument(
        "100,000 nested <b> in a body", filling: 300_000, with: "<b>",
        head: item + "<description><![CDATA[", tail: "]]>" + end),
      HostileDocument(
        "100,000 nested <blockquote><li> in a body", filling: 1_600_000, with: "<blockquote><li>x",
        head: item + "<description><![CDATA[", tail: "]]>" + end),
    ]
    + ["<", "&", "&lt;", "]]>", "<!--", "<item>", "<a ", "<?", "<![CDATA[", "\"", "&#0;", "&nGt;"]
    .map {
      HostileDocument("63 MB of \($0) in a body", filling: 63_000_000, with: $0)
    }
    + ["<", "&", "<!--", "<item>", "<a "].map {
      HostileDocument(
        "63 MB of \($0) and nothing else", filling: 63_000_000, with: $0, head: "", tail: "")
    }
    + ["<", "&", "<!--", "<p>", "<a b='", "\u{301}"].map {
      HostileDocument(
        "10 MB of \($0) in bodies of 900 KB", head: rss, tail: channelEnd, count: 11,
        repeated($0, 900_000))
    } + many

  private static func repeated(_ piece: String, _ bytes: Int) -> @Sendable (Int) -> String {
    let body = String(repeating: piece, count: bytes / piece.utf8.count)
    return { "<item><title>No. \($0)</title><description><![CDATA[\(body)]]></description></item>" }
  }

  private static let entities: [HostileDocument] = [
    declared("external entity, a file", "[<!ENTITY x SYSTEM \"file:///etc/passwd\">]", "&x;"),
    declared("external entity, http", "[<!ENTITY x SYSTEM \"http://127.0.0.1:9/\">]", "&x;"),
    declared("external DTD", "SYSTEM \"http://127.0.0.1:9/a.dtd\"", "x"),
    declared("parameter entity", "[<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]", "x"),
    declared(
      "billion laughs",
      "[<!ENTITY l0 \"lol\">"
        + (1...12).map { level in
          "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
        }.joined() + "]", "&l12;"),
    declared(
      "quadratic entity, 160 KB",
      "[<!ENTITY x \"\(String(repeating: "x", count: 1000))\">]", "&x;", count: 50_000),
  ]

  private static let tags: [HostileDocument] =
    [10_000, 30_000, 60_000, 100_000, 1_000_000].map { count in
      HostileDocument(
        "\(count) attributes", head: rss + "<item><title", tail: ">One</title></item>" + channelEnd,
        count: count
      ) { " a\($0)=''" }
    } + [
      HostileDocument("100,000 levels", filling: 300_000, with: "<a>", head: rss, tail: ""),
      HostileDocument(
        "a namespace for each of 100,000 elements", head: item, tail: "</item>" + channelEnd,
        count: 100_000
      ) { "<n\($0):a xmlns:n\($0)='u:\($0)'>x</n\($0):a>" },
      HostileDocument(
        "1,000,000 names of elements", head: item, tail: "</item>" + channelEnd, count: 1_000_000
      ) { "<e\($0)>x</e\($0)>" },
    ]

  private static let many: [HostileDocument] = [200_000, 200_001].map { count in
    HostileDocument("\(count) entries", head: rss, tail: "</channel></rss>", count: count) {
      "<item><title>No. \($0)</title><guid>g\($0)</guid></item>"
    }
  }
}
