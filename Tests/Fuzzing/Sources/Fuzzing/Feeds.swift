import Foundation
import Markup
import Parsing

private let contentTypes: [String?] = [
  nil, "application/rss+xml", "text/xml; charset=utf-8", "text/xml; charset=iso-8859-1",
  "application/atom+xml; charset=\"UTF-16\"", "text/html; charset=shift_jis",
  "application/feed+json", "text/xml; charset=koi8-r", "application/xml; charset=gb18030",
  "text/plain; charset=nobody-knows", "text/xml; charset=utf-32", ";;=;charset", "",
  "application/xml; charset=iso-2022-jp", "text/xml; charset=utf-7", "x/y; charset=windows-1251",
]
private let bases: [String?] = [
  nil, "https://blog.example/feed", "http://[::1]/a?b#c", "nothing", "", "javascript:alert(1)",
  "https://blog.example/a/b/../c?x=<&>", "\u{202E}\u{0}",
]

/// A feed from bytes to what is stored and printed. A last byte above 0x7F chooses the content type
/// and the base, so that real feeds can be seeds as they are.
@Sendable func checkFeed(_ bytes: [UInt8]) {
  var bytes = bytes
  var choice = 0
  if let last = bytes.last, last >= 0x80 {
    choice = Int(last & 0x7F)
    bytes.removeLast()
  }
  let type = contentTypes[choice % contentTypes.count]
  let base = bases[choice / contentTypes.count % bases.count]
  guard let feed = try? parse(bytes, contentType: type, base: base) else {
    // A refusal is an answer; it must be the same each time.
    demand((try? parse(bytes, contentType: type, base: base)) == nil, "refused only once")
    return
  }
  checkTexts(of: feed, from: bytes)
  checkOutput(of: feed, bytes, type, base)
  // With nothing wrong in it the feed is found behind a warning, too.
  let isPlain =
    feed.encoding == "utf-8"
    && ["<?xml ", "<rss", "<feed", "<rdf:RDF"].contains { bytes.starts(with: $0.utf8) }
  if isPlain, !feed.isRecovered, bytes.count < 65_536 {
    let behind = try? parse(Array("Warning: line 1\n".utf8) + bytes, contentType: type, base: base)
    demand(behind?.entries.count == feed.entries.count, "lost behind a line of text")
  }
}

private func checkTexts(of feed: ParsedFeed, from bytes: [UInt8]) {
  checkLine(feed.title, "the feed's title")
  checkText(feed.subtitle, from: bytes.count)
  checkLine(feed.generator, "the generator")
  for note in feed.notes { checkLine(note.message, "a note") }
  for author in feed.authors { checkLine(author.name, "an author of the feed") }
  var size = 0
  for entry in feed.entries {
    checkLine(entry.title, "a title")
    for author in entry.authors { checkLine(author.name, "an author") }
    for tag in entry.tags { checkLine(tag, "a tag", limit: 100) }
    for text in [entry.content, entry.summary].compactMap(\.self) {
      let plain = text.plainText()
      checkText(plain, from: text.source.utf8.count)
      size += text.source.utf8.count
    }
    size += entry.title.utf8.count
  }
  // Declared entities may add a megabyte; besides them no byte becomes more than three, or a copy.
  demand(
    size <= 4 * bytes.count + 1_200_000, "\(size) bytes of text from \(bytes.count) of document")
}

private func checkOutput(
  of feed: ParsedFeed, _ bytes: [UInt8], _ type: String?, _ base: String?
) {
  guard let output = json(bytes, type, base) else { fatalError("no output") }
  demand(json(bytes, type, base) == output, "not the same twice")
  let root = try? JSONSerialization.jsonObject(with: output) as? [String: Any]
  guard let items = root?["items"] as? [[String: Any]] else { fatalError("no JSON Feed") }
  demand(items.count == feed.entries.count, "\(items.count) of \(feed.entries.count) items")
  for item in items {
    demand(item["id"] is String, "an item without an id")
    demand(item["content_text"] is String, "an item without a text")
    for key in ["url", "external_url"] {
      guard let address = item[key] as? String else { continue }
      let head = address.prefix(8).lowercased()
      demand(head.hasPrefix("http://") || head.hasPrefix("https://"), "an address \(address)")
    }
  }
  // What was written is read as it was.
  guard let round = try? parse([UInt8](output)) else { fatalError("its own output is no feed") }
  demand(round.entries.count == feed.entries.count, "its own output has other entries")
}

private func json(_ bytes: [UInt8], _ type: String?, _ base: String?) -> Data? {
  (try? jsonFeed(of: bytes, contentType: type, base: base)).map { Data($0.joined()) }
}

@Sendable func checkDate(_ bytes: [UInt8]) {
  let text = String(decoding: bytes, as: UTF8.self)
  guard let date = parseDate(text) else { return }
  demand(date == parseDate(text), "two moments from one text")
  let year = date.timeIntervalSince1970 / 31_556_952 + 1970
  demand(year > 1890 && year < 3010, "the year \(year)")
}
