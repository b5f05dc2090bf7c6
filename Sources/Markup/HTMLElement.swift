/// The elements of HTML that a reader of text has to tell apart.
enum HTMLElement: UInt8, Sendable {
  /// No element of HTML: `<T>` in "Array<T>", or a custom element.
  case unknown
  /// An element that is only a stretch of text.
  case inline
  /// One that has no end tag and no text (`img`, `input`).
  case void
  /// A block that begins and ends a line.
  case block
  /// A block that stands apart by an empty line.
  case paragraph
  case lineBreak, rule, item, list, quote, preformatted, table, row, cell
  /// What is never shown, with markup in it.
  case hidden
  /// What is never shown; its text goes up to its end tag, whatever is in it.
  case raw
  /// Text up to the end tag, with character references only.
  case textarea
  /// `head`, which `body` ends too.
  case head
  /// `svg`, whose `title` is what it says.
  case picture
  /// `cite`, which in forums names whom a quotation is from, in a line of its own.
  case source

  /// The element of a name in any case.
  static func named(_ name: UnsafeBufferPointer<UInt8>) -> HTMLElement {
    guard name.count > 0, name.count <= 12 else { return .unknown }
    if name.count == 1, let element = ofOneLetter(lowercased(name[0])) { return element }
    var slot = hash(name)
    while true {
      let entry = known[slot]
      if entry.length == 0 { return .unknown }
      if entry.length == name.count, matches(name, entry.name) { return entry.element }
      slot = (slot + 1) & 1023
    }
  }

  /// Half of all tags have names of one letter.
  @inline(__always) private static func ofOneLetter(_ letter: UInt8) -> HTMLElement? {
    switch letter {
    case UInt8(ascii: "p"): .paragraph
    case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "i"), UInt8(ascii: "u"): .inline
    default: nil
    }
  }

  private struct Entry: Sendable {
    var name: SIMD16<UInt8> = .zero
    var length = 0
    var element = HTMLElement.unknown
  }

  private static let known: [Entry] = {
    var table = [Entry](repeating: Entry(), count: 1024)
    for (names, element) in names {
      for name in names.split(separator: " ") {
        let bytes = Array(name.utf8)
        var entry = Entry(length: bytes.count, element: element)
        for (index, byte) in bytes.enumerated() { entry.name[index] = byte }
        var slot = bytes.withUnsafeBufferPointer(hash)
        while table[slot].length != 0 { slot = (slot + 1) & 1023 }
        table[slot] = entry
      }
    }
    return table
  }()

  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811c_9dc5
    for byte in name { hash = (hash ^ UInt32(lowercased(byte))) &* 0x0100_0193 }
    return Int((hash ^ hash >> 13) & 1023)
  }

  private static func matches(_ name: UnsafeBufferPointer<UInt8>, _ entry: SIMD16<UInt8>) -> Bool {
    for (index, byte) in name.enumerated() where lowercased(byte) != entry[index] { return false }
    return true
  }

  private static let names: [(String, HTMLElement)] = [
    (
      """
      a abbr acronym b bdi bdo big blink button code data del dfn em font i iframe ins kbd label legend \
      map mark marquee math meter nobr option optgroup output picture progress q rb rp rt rtc ruby s \
      samp select slot small span strike strong sub sup time tt u var
      """, .inline
    ),
    (
      "area base basefont bgsound col embed frame img input keygen link meta param source track wbr",
      .void
    ),
    (
      """
      address article aside body caption center colgroup dd details dialog dir div dt fieldset \
      figcaption figure footer form frameset header hgroup html main menu nav search section summary \
      tbody tfoot thead object
      """, .block
    ),
    ("p h1 h2 h3 h4 h5 h6 dl", .paragraph),
    ("br", .lineBreak), ("hr", .rule), ("li", .item), ("ul ol", .list), ("blockquote", .quote),
    ("pre listing", .preformatted), ("table", .table), ("tr", .row), ("td th", .cell),
    ("template noscript audio video canvas applet datalist", .hidden),
    ("script style title noembed noframes xmp", .raw), ("textarea", .textarea),
    ("head", .head), ("svg", .picture), ("cite", .source),
  ]
}
