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
      case .text(let range): if hidden == nil { text(range) }
      case .start(let tag): start(tag)
      case .end(let tag): end(tag)
      case .raw, .comment: break
      }
    }
    writer.trimLine()
    return writer.text
  }

  private mutating func text(_ range: Range<Int>) {
    var start = range.lowerBound
    while start < range.upperBound {
      guard
        let reference = bytes.firstIndex(
          ofByte: UInt8(ascii: "&"), from: start, to: range.upperBound)
      else { break }
      if let found = CharacterReference(bytes, at: reference + 1),
        reference + 1 + found.length <= range.upperBound
      {
        writer.write(bytes, start..<reference)
        start = reference + 1 + found.length
        let next = start < range.upperBound ? bytes[start] : 0
        // Another reference may stand for the second half of an emoji.
        writer.write(found.first, next: next == UInt8(ascii: "&") ? 0xFF : next)
        if let second = found.second { writer.write(second) }
      } else {
        writer.write(bytes, start..<(reference + 1))
        start = reference + 1
      }
    }
    if start < range.upperBound { writer.write(bytes, start..<range.upperBound) }
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
      if keepsUnknownTags { writer.write(bytes, tag.range) }
      hide(tag)
    case .hidden, .head:
      if !tag.isSelfClosing { hidden = (tag.name, 1) }
    case .raw, .void: break
    case .lineBreak: writer.addBreak()
    case .rule: writer.breakParagraph()
    default:
      if tag.isHidden(in: bytes) {
        hidden = (tag.name, 1)
      } else {
        open(tag.element)
      }
    }
  }

  private mutating func hide(_ tag: HTMLTag) {
    if !tag.isSelfClosing, tag.isHidden(in: bytes) { hidden = (tag.name, 1) }
  }

  private mutating func open(_ element: HTMLElement) {
    switch element {
    case .block: writer.breakLine()
    case .paragraph: writer.breakParagraph()
    case .row:
      writer.breakLine()
      cellsInRow = 0
    case .cell:
      if cellsInRow > 0 { writer.nextCell() }
      cellsInRow += 1
    case .item:
      writer.bullet()
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
    case .unknown: if keepsUnknownTags { writer.write(bytes, tag.range) }
    case .list, .quote, .preformatted, .table: close(tag.element)
    default: break
    }
  }

  /// Closes an element with all that stands open in it; an end tag of nothing does nothing.
  private mutating func close(_ element: HTMLElement) {
    guard count[Int(element.rawValue)] > 0 else { return }
    while let last = open.popLast() {
      count[Int(last.rawValue)] -= 1
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
