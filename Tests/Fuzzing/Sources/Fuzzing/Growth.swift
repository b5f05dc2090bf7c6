import Foundation
import Markup
import Parsing

/// Looks for documents that take more than their size: a piece is repeated in every place of a feed,
/// and eight times as much may take eight times as long, not sixty-four.
struct Growth {
  /// Files whose tags are pieces too.
  var seeds: [String]

  private static let small = 64 * 1024
  private static let large = 512 * 1024
  /// Seconds; quicker than this nothing is reported.
  private static let least = 0.1

  /// Returns the exit code: 1 if anything grew too fast.
  func run() -> Int32 {
    var found = 0
    var tried = 0
    for piece in pieces() {
      for context in Self.contexts {
        tried += 1
        let large = seconds(context, piece, Self.large)
        guard large > Self.least else { continue }
        let small = seconds(context, piece, Self.small)
        // Linear is 8, and the small one is short enough to be measured badly.
        guard large > 20 * small || large > 2 else { continue }
        found += 1
        say(
          "\(context.name): \(piece.debugDescription): \(small) s, \(large) s for 8 times as much")
      }
    }
    say("\(tried) documents of \(Self.large / 1024) KB, \(found) grew too fast")
    return found == 0 ? 0 : 1
  }

  private struct Context: Sendable {
    var name: String
    var head: String
    var tail: String
  }

  private static let contexts: [Context] = {
    let rss = "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel>"
    let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>"
    return [
      Context(name: "before the document", head: "", tail: rss + "<item/></channel></rss>"),
      Context(name: "in the channel", head: rss, tail: "</channel></rss>"),
      Context(name: "in an item", head: rss + "<item>", tail: "</item></channel></rss>"),
      Context(
        name: "in a title", head: rss + "<item><title>", tail: "</title></item></channel></rss>"),
      Context(
        name: "in a body", head: rss + "<item><description>",
        tail: "</description></item></channel></rss>"),
      Context(
        name: "in CDATA", head: rss + "<item><description><![CDATA[",
        tail: "]]></description></item></channel></rss>"),
      Context(
        name: "in CDATA of a title", head: rss + "<item><title><![CDATA[",
        tail: "]]></title></item></channel></rss>"),
      Context(
        name: "in a tag", head: rss + "<item><link ", tail: "/></item></channel></rss>"),
      Context(
        name: "in an attribute", head: atom + "<link href=\"", tail: "\"/></entry></feed>"),
      Context(
        name: "in XHTML", head: atom + "<content type=\"xhtml\"><div>",
        tail: "</div></content></entry></feed>"),
      Context(
        name: "in a document type", head: "<!DOCTYPE rss [", tail: "]>" + rss + "</channel></rss>"),
      Context(
        name: "in a JSON Feed",
        head: "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"content_html\":\"",
        tail: "\"}]}"),
    ]
  }()

  /// Fragments, some of them in pairs, and the tags of the seeds.
  private func pieces() -> [String] {
    var pieces = fragments
    pieces += [
      "<a>&", "<a b='", "a\"", "&a", "<a><b>", "</a>", "<a\n", "]]><![CDATA[", "<p>x", "<li>x",
      "<td>x", "x<br>", "<b><p>", "<blockquote>\n", "&#8203;", "&zwj;", "<div class=\"md\">x",
      "<!ENTITY % p 'x'>%p;", "<a xmlns:b='c'>", "<x:y>", "<item><title>a</title></item>", "x,",
      "a b ",
      "<table><tr><td>", "<ol><li>", "<select>", "é\u{301}", "<title>a", "\\n", "\\", "[[",
      "{\"a\":",
    ]
    var tags: Set<String> = []
    for seed in seeds {
      guard let data = FileManager.default.contents(atPath: seed) else { continue }
      for part in data.split(separator: UInt8(ascii: "<")) where tags.count < 300 {
        let tag = part.prefix { $0 != UInt8(ascii: ">") }
        if tag.count < 60 { tags.insert("<" + String(decoding: tag, as: UTF8.self) + ">") }
      }
    }
    return pieces + tags.sorted()
  }

  /// The least processor time of two readings.
  private func seconds(_ context: Context, _ piece: String, _ size: Int) -> Double {
    let middle = String(repeating: piece, count: max(1, size / piece.utf8.count))
    let bytes = Array((context.head + middle + context.tail).utf8)
    return min(Self.seconds(bytes), Self.seconds(bytes))
  }

  private static func seconds(_ bytes: [UInt8]) -> Double {
    let start = clock()
    if let feed = try? parse(bytes) {
      for entry in feed.entries {
        _ = entry.content?.plainText()
        _ = entry.content?.links()
        _ = entry.content?.elements(named: "img")
        _ = entry.content?.inner(ofFirst: "div", class: "md")
        _ = entry.summary?.plainText()
      }
    }
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }
}

/// A line at once, also into a file.
private func say(_ message: String) {
  FileHandle.standardOutput.write(Data((message + "\n").utf8))
}
