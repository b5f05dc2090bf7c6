import Foundation
import Measuring

/// Makes posts out of the sentences and titles of others, a day and a community at a time.
struct Generator {
  static let days = 31
  static let communities = 100

  let corpus: Corpus
  var random: Random
  /// How many posts are made.
  let posts: Int
  /// When the last of them is written.
  let end: Date

  /// Writes `days/D/C.xml`, a feed of each day and community, and `texts`, a post a line: the title,
  /// a tab, the body.
  mutating func write(to folder: URL) throws {
    let file = folder.appending(path: "texts")
    try Data().write(to: file)
    let texts = try FileHandle(forWritingTo: file)
    var number = 0
    for day in 0..<Self.days {
      let place = folder.appending(path: "days/\(day)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      for community in 0..<Self.communities {
        var feed = Self.head(community)
        var lines = ""
        // The last of as many steps ends at the whole number.
        let step = day * Self.communities + community + 1
        let last = posts * step / (Self.days * Self.communities)
        let first = number
        while number < last {
          let share = (Double(number - first) + 0.5) / Double(last - first)
          let date = end - (Double(Self.days - day) - share) * 86_400
          let (title, paragraphs) = (title(), paragraphs())
          lines += "\(title)\t\(paragraphs.joined(separator: " "))\n"
          feed += Self.item(number, community, title, paragraphs, date)
          number += 1
        }
        try Data((feed + "</channel></rss>\n").utf8)
          .write(to: place.appending(path: "\(community).xml"))
        try texts.write(contentsOf: Data(lines.utf8))
      }
    }
    try texts.close()
  }

  /// The start of one title and the end of another, so that few are the same.
  private mutating func title() -> String {
    let one = corpus.titles[random.index(corpus.titles.count)]
    let other = corpus.titles[random.index(corpus.titles.count)]
    return (one.prefix((one.count + 1) / 2) + other.suffix(other.count / 2)).joined(separator: " ")
  }

  /// Sentences until the body is as long as that of some real post.
  private mutating func paragraphs() -> [String] {
    let length = corpus.lengths[random.index(corpus.lengths.count)]
    var written = 0
    var paragraphs: [String] = []
    while written < length {
      var sentence = String(corpus.sentences[random.index(corpus.sentences.count)])
      // Texts go on bringing words that nobody had used: about one in a hundred.
      if random.index(7) == 0 { sentence += " " + random.word() }
      written += sentence.utf8.count + 1
      if paragraphs.isEmpty || random.index(4) == 0 {
        paragraphs.append(sentence)
      } else {
        paragraphs[paragraphs.count - 1] += " " + sentence
      }
    }
    return paragraphs
  }

  private static func head(_ community: Int) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0"><channel><title>Community \(community)</title>
    <link>https://c\(community).example/</link><description>Posts</description>

    """
  }

  private static func item(
    _ number: Int, _ community: Int, _ title: String, _ paragraphs: [String], _ date: Date
  ) -> String {
    let html = paragraphs.map { "<p>\(escaped($0))</p>" }.joined()
    let link = "https://c\(community).example/t/\(number)"
    return """
      <item><title>\(escaped(title))</title><link>\(link)</link><guid>\(link)</guid>\
      <pubDate>\(text(of: date))</pubDate><description>\(escaped(html))</description></item>

      """
  }

  /// A text as XML and HTML want it.
  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case 0..<0x20: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A moment as RSS writes it, by hand: formatters take longer than all the rest.
  private static func text(of date: Date) -> String {
    var seconds = time_t(date.timeIntervalSince1970)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    let day = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][Int(parts.tm_wday)]
    let month = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][Int(parts.tm_mon)]
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
    return "\(day), \(two(parts.tm_mday)) \(month) \(1900 + parts.tm_year) \(clock) GMT"
  }
}
