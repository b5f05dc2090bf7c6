/// Reads HTML and writes the plain text that a person would see.
struct PlainTextReader: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var writer: PlainTextWriter
  /// The open elements that shape the text, innermost last.
  private var open: [HTMLElement] = []
  private var count = SIMD32<Int32>()
  /// The element that is not shown, and how often it is open within itself.
  private var hidden: (name: Range<Int>, depth: Int)?
  private var cellsInRow = 0
  private var numbers = ListNumbers()
  /// A quotation has just begun, and what is read is the name of whom it is from.
  private var isAtQuoteStart = false
  private var isQuoteSource = false
  /// How many pictures (`svg`) are open, and whether the raw text to come is the title of one.
  private var pictures = 0
  private var isPictureTitle = false
  /// `<T>` in a title is text: only elements that HTML knows are tags.
  private let keepsUnknownTags: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, keepsUnknownTags: Bool = false) {
    self.bytes = bytes
    self.keepsUnknownTags = keepsUnknownTags
    writer = PlainTextWriter(capacity: bytes.count)
  }

  /// The text of the whole.
  mutating func read() -> String {
    var tokens = HTMLTokenizer(bytes)
    while let token = tokens.next() {
      switch token {
      case .text(let range): if hidden == nil { readText(range) }
      case .start(let tag): start(tag)
      case .end(let tag): end(tag)
      case .raw(let range): if isPictureTitle, hidden == nil { word(range) }
      case .comment: break
      }
    }
    writer.trimLine()
    return writer.text
  }

  private mutating func readText(_ range: Range<Int>) {
    if isAtQuoteStart, bytes[range].contains(where: { !isSpace($0) }) { isAtQuoteStart = false }
    text(range)
  }

  private mutating func text(_ range: Range<Int>) {
    var at = range.lowerBound
    while true {
      at = writer.write(bytes, at..<range.upperBound, until: UInt8(ascii: "&"))
      guard at < range.upperBound else { return }
      if let found = CharacterReference(bytes, at: at + 1),
        at + 1 + found.length <= range.upperBound
      {
        at += 1 + found.length
        let next = at < range.upperBound ? bytes[at] : 0
        // Another reference may stand for the second half of an emoji.
        writer.write(found.first, next: next == UInt8(ascii: "&") ? 0xFF : next)
        if let second = found.second { writer.write(second) }
      } else {
        writer.write(bytes, at..<(at + 1))
        at += 1
      }
    }
  }

  // MARK: Tags

  private mutating func start(_ tag: HTMLTag) {
    if let current = hidden {
      guard !tag.isSelfClosing, isSame(tag.name, current.name) else {
        // A body ends a head that was never closed.
        if tag.element == .block, HTMLElement.named(name(current.name)) == .head { hidden = nil }
        return
      }
      // A new item, cell or paragraph closes the one before it, hidden or not.
      switch tag.element {
      case .item, .cell, .row, .paragraph: hidden = nil
      default:
        hidden = (current.name, current.depth + 1)
        return
      }
    }
    switch tag.element {
    case .unknown:
      if isShown(tag) { writer.write(bytes, tag.range) }
      hide(tag)
    case .hidden, .head:
      if !tag.isSelfClosing { hidden = (tag.name, 1) }
    case .raw: isPictureTitle = pictures > 0 && tag.isNamed("title", in: bytes)
    case .void: readVoid(tag)
    case .picture: openPicture(tag)
    case .source: isQuoteSource = isAtQuoteStart
    case .lineBreak: writer.addBreak()
    case .rule: writer.breakParagraph()
    default:
      if tag.isHidden(in: bytes) {
        hidden = (tag.name, 1)
      } else {
        open(tag)
      }
    }
  }

  /// `<T>` in a title, but not `<o:p>`, which comes from Word and from nobody's keyboard.
  private func isShown(_ tag: HTMLTag) -> Bool {
    keepsUnknownTags && !bytes[tag.name].contains(UInt8(ascii: ":"))
  }

  /// A word by itself, whatever stands beside it.
  private mutating func word(_ range: Range<Int>) {
    writer.write(" ")
    text(range)
    writer.write(" ")
  }

  /// Pictures of faces are written as their names, and boxes of a list of tasks as what they are.
  private mutating func readVoid(_ tag: HTMLTag) {
    guard tag.attributes.count > 6 else { return }
    if tag.isNamed("img", in: bytes) {
      guard
        tag.attribute("class", holds: "emoji", "smil", "emoticon", in: bytes),
        let name = tag.attribute("alt", in: bytes), name.count < 64
      else { return }
      text(name)
    } else if writer.hasBullet, tag.isNamed("input", in: bytes),
      tag.attribute("type", holds: "checkbox", in: bytes)
    {
      writer.writeBox(isChecked: tag.attribute("checked", in: bytes) != nil)
    }
  }

  private mutating func openPicture(_ tag: HTMLTag) {
    guard !tag.isSelfClosing else { return }
    if tag.isHidden(in: bytes) || tag.attribute("aria-hidden", holds: "true", in: bytes) {
      hidden = (tag.name, 1)
    } else {
      pictures += 1
    }
  }

  private mutating func hide(_ tag: HTMLTag) {
    if !tag.isSelfClosing, tag.isHidden(in: bytes) { hidden = (tag.name, 1) }
  }

  private mutating func open(_ tag: HTMLTag) {
    let element = tag.element
    switch element {
    case .block: writer.breakLine()
    case .paragraph:
      writer.breakParagraph()
      isAtQuoteStart = false
    case .row:
      writer.breakLine()
      cellsInRow = 0
    case .cell:
      if cellsInRow > 0 { writer.nextCell() }
      cellsInRow += 1
    case .item:
      writer.bullet(numbers.next())
      if count[Int(HTMLElement.list.rawValue)] == 0 { break }
    case .list, .quote, .preformatted, .table:
      // A list within an item is no paragraph of its own.
      if element == .list, count[Int(HTMLElement.list.rawValue)] > 0 {
        writer.breakLine()
      } else {
        writer.breakParagraph()
      }
      count[Int(element.rawValue)] += 1
      open.append(element)
      isAtQuoteStart = element == .quote
      if element == .list { numbers.open(tag, bytes) }
      setLevels()
    default: break
    }
  }

  private mutating func end(_ tag: HTMLTag) {
    if let current = hidden {
      if isSame(tag.name, current.name) {
        hidden = current.depth > 1 ? (current.name, current.depth - 1) : nil
      }
      return
    }
    switch tag.element {
    case .block, .item, .row: writer.breakLine()
    case .paragraph: writer.breakParagraph()
    case .lineBreak: writer.addBreak()
    case .unknown: if isShown(tag) { writer.write(bytes, tag.range) }
    case .source:
      if isQuoteSource { writer.breakLine() }
      isQuoteSource = false
    case .picture: pictures = max(pictures - 1, 0)
    case .list, .quote, .preformatted, .table: close(tag.element)
    default: break
    }
  }

  /// Closes an element with all that stands open in it; an end tag of nothing does nothing.
  private mutating func close(_ element: HTMLElement) {
    guard count[Int(element.rawValue)] > 0 else { return }
    while let last = open.popLast() {
      count[Int(last.rawValue)] -= 1
      if last == .list { numbers.close() }
      if last == element { break }
    }
    if element == .list, count[Int(HTMLElement.list.rawValue)] > 0 {
      writer.breakLine()
    } else {
      writer.breakParagraph()
    }
    setLevels()
  }

  private mutating func setLevels() {
    writer.setLevels(
      quotes: Int(count[Int(HTMLElement.quote.rawValue)]),
      lists: Int(count[Int(HTMLElement.list.rawValue)]),
      isPreformatted: count[Int(HTMLElement.preformatted.rawValue)] > 0)
  }

  private func name(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  private func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for offset in 0..<one.count
    where lowercased(bytes[one.lowerBound + offset]) != lowercased(bytes[other.lowerBound + offset])
    {
      return false
    }
    return true
  }
}
