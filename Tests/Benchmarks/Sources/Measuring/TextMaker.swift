internal import Foundation

/// Titles, names and bodies out of the sentences of others, in the lengths and with the tags of the
/// bodies in real feeds.
package struct TextMaker {
  let corpus: Corpus
  var random: Random

  package init(corpus: Corpus, random: Random) {
    self.corpus = corpus
    self.random = random
  }

  /// Lengths of bodies without their tags, at the shares of a collection of 2,400 entries that were
  /// longer: from a line to an essay.
  private static let lengths: [(share: Double, bytes: Double)] = [
    (0, 30), (0.25, 120), (0.5, 260), (0.75, 600), (0.9, 1300), (0.99, 4200), (1, 15_000),
  ]

  mutating func chance(_ share: Double) -> Bool { random.fraction() < share }

  mutating func length() -> Int {
    let place = random.fraction()
    let above = Self.lengths.firstIndex { $0.share > place } ?? Self.lengths.count - 1
    let (low, high) = (Self.lengths[above - 1], Self.lengths[above])
    let part = (place - low.share) / (high.share - low.share)
    return Int(low.bytes + part * (high.bytes - low.bytes))
  }

  /// The start of one title and the end of another, so that few are the same.
  mutating func title() -> String {
    let one = corpus.titles[random.index(corpus.titles.count)]
    let other = corpus.titles[random.index(corpus.titles.count)]
    let title = one.prefix((one.count + 1) / 2) + other.suffix(other.count / 2)
    return title.isEmpty ? "Untitled" : title.joined(separator: " ")
  }

  mutating func sentence() -> String {
    String(corpus.sentences[random.index(corpus.sentences.count)])
  }

  mutating func name() -> String { "\(random.word().capitalized) \(random.word().capitalized)" }

  mutating func word() -> String { random.word() }

  /// Sentences of so many bytes together, or a little more.
  mutating func plain(_ length: Int) -> String {
    var text = sentence()
    while text.utf8.count < length { text += " " + sentence() }
    return text
  }

  /// A body in HTML whose text has so many bytes; a third as much again is tags.
  mutating func html(_ length: Int) -> String {
    var html = ""
    var written = 0
    while written < length {
      let text = paragraph(&written, atMost: length)
      switch random.index(24) {
      case 0:
        html += "<ul>\n<li>\(text)</li>\n<li>\(paragraph(&written, atMost: length))</li>\n</ul>\n"
      case 1: html += "<blockquote>\n<p>\(text)</p>\n</blockquote>\n"
      case 2: html += "<h2>\(escaped(title()))</h2>\n<p>\(text)</p>\n"
      case 3: html += "<pre><code class=\"lang-auto\">\(text)\n</code></pre>\n"
      case 4...6:
        html += """
          <div class="image"><a href="\(address())"><img src="\(address()).jpg" \
          width="690" height="460" alt="\(escaped(title()))" loading="lazy"/></a></div>
          <p>\(text)</p>

          """
      default: html += "<p>\(text)</p>\n"
      }
    }
    return html
  }

  private mutating func paragraph(_ written: inout Int, atMost length: Int) -> String {
    var text = ""
    repeat {
      let sentence = sentence()
      written += sentence.utf8.count + 1
      text += text.isEmpty ? "" : chance(0.12) ? "<br />\n" : " "
      switch random.index(10) {
      case 0...2: text += "<a href=\"\(address())\" rel=\"nofollow\">\(escaped(sentence))</a>"
      case 3: text += "<strong>\(escaped(title()))</strong> \(escaped(sentence))"
      case 4: text += "<em>\(escaped(sentence))</em>&#8217;s&nbsp;&mdash;"
      case 5: text += "<span class=\"mention\">@\(word())</span> \(escaped(sentence))"
      default: text += escaped(sentence)
      }
    } while written < length && chance(0.6)
    return text
  }

  /// An address as they stand in bodies; a third have a query.
  mutating func address() -> String {
    let page = "https://\(word()).example/\(word())/\(word())-\(word())-\(random.index(100_000))"
    return chance(0.3) ? page + "?utm_source=rss&amp;ref=\(word())" : page
  }
}

/// A text as XML and HTML want it.
func escaped(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count + 16)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): bytes += "&amp;".utf8
    case UInt8(ascii: "<"): bytes += "&lt;".utf8
    case UInt8(ascii: ">"): bytes += "&gt;".utf8
    case UInt8(ascii: "\""): bytes += "&quot;".utf8
    case 0..<0x20: bytes.append(0x20)
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
