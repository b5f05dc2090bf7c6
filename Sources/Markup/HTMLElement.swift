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
    guard name.count > 0, name.count <= Name.longest else { return .unknown }
    return named(Name(name))
  }

  /// The element of a short name in lower case, its first byte the lowest of the number.
  static func named(short name: UInt64) -> HTMLElement {
    name == 0 ? .unknown : named(Name(start: name))
  }

  private static func named(_ name: Name) -> HTMLElement {
    var slot = name.slot
    while true {
      let entry = known[slot]
      if entry.name == name { return entry.element }
      if entry.name == Name() { return .unknown }
      slot = (slot + 1) & Name.lastSlot
    }
  }

  /// A name in lower case as two numbers, so that comparing is no loop.
  private struct Name: Equatable {
    var start: UInt64 = 0
    var rest: UInt64 = 0

    static let longest = 16
    static let lastSlot = 1023

    init(start: UInt64 = 0) { self.start = start }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
      for byte in bytes.prefix(8).reversed() { start = start << 8 | UInt64(lowercased(byte)) }
      for byte in bytes.dropFirst(8).reversed() { rest = rest << 8 | UInt64(lowercased(byte)) }
    }

    /// Fibonacci hashing: the high bits of a product.
    var slot: Int { Int(((start ^ rest) &* 0x9E37_79B9_7F4A_7C15) >> 54) }
  }

  private static let known: [(name: Name, element: HTMLElement)] = {
    var table = [(name: Name, element: HTMLElement)](
      repeating: (Name(), .unknown), count: Name.lastSlot + 1)
    for (names, element) in names {
      for word in names.split(separator: " ") {
        var word = String(word)
        let name = word.withUTF8 { Name($0) }
        var slot = name.slot
        while table[slot].name != Name() { slot = (slot + 1) & Name.lastSlot }
        table[slot] = (name, element)
      }
    }
    return table
  }()

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
