internal import Conversations
internal import Markup

/// Collects the feeds of an OPML document; a line that cannot be one is told and skipped.
struct OutlineReader: XMLHandler {
  let file: String
  private(set) var isOPML = false
  private(set) var subscriptions: [Subscription] = []
  /// For each subscription the number of its outline element in the document.
  private(set) var outlines: [Int] = []
  /// The feeds that are listed and refused, each once.
  private(set) var refused: [RefusedSubscription] = []
  private(set) var problems: [Diagnostic] = []

  private var outlineCount = 0
  /// The names of the open outlines; nil for one that is a feed itself.
  private var open: [String?] = []
  private var lines: [String: Int] = [:]

  init(file: String) { self.file = file }

  private enum Kind: Int { case other, opml, outline }

  mutating func kind(of name: XMLName) -> Int {
    switch name.local {
    case "opml": Kind.opml.rawValue
    case "outline": Kind.outline.rawValue
    default: Kind.other.rawValue
    }
  }

  mutating func start(_ element: XMLElement) {
    switch Kind(rawValue: element.kind) {
    case .opml: isOPML = true
    case .outline:
      read(element)
      outlineCount += 1
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  mutating func end(_ kind: Int) {
    if kind == Kind.outline.rawValue { _ = open.popLast() }
  }

  mutating func restart() { self = OutlineReader(file: file) }

  private mutating func read(_ element: XMLElement) {
    let attributes = element.attributes
    let name = attributes["text"] ?? attributes["title"] ?? ""
    // Some programs write "xmlUrl" in other letters; the reader matches any case.
    let feed = attributes["xmlurl"]
    let type = attributes["type"]?.lowercased()
    guard let feed = feed.map(trimmed), !feed.isEmpty else {
      open.append(name)
      if type == "rss" || type == "atom" || feed != nil {
        report("the feed “\(name)” has no xmlUrl", "Give it one, or delete the line.", element.line)
      }
      return
    }
    open.append(nil)
    if let first = lines[feed] {
      report(
        "“\(Address.redacted(feed))” is listed twice, first in line \(first)",
        "Delete one of the two.", element.line, severity: .warning)
      return
    }
    lines[feed] = element.line
    let title = trimmed(name)
    do {
      let home = attributes["htmlurl"]
      subscriptions.append(
        try Subscription(
          feed: feed, title: title, home: home, folders: open.compactMap { $0 },
          line: element.line))
      outlines.append(outlineCount)
    } catch {
      refused.append(
        RefusedSubscription(
          feed: feed, title: title, reason: error.reason, outline: outlineCount))
      report(error.description, "Mend the xmlUrl, or delete the line.", element.line)
    }
  }

  private mutating func report(
    _ message: String, _ remedy: String, _ line: Int, severity: Diagnostic.Severity = .error
  ) {
    problems.append(
      Diagnostic(path: file, line: line, message: message, remedy: remedy, severity: severity))
  }

  private func trimmed(_ text: String) -> String {
    let parts = text.split(whereSeparator: \.isWhitespace)
    return parts.joined(separator: " ")
  }
}
