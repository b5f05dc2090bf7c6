/// Splits HTML into text, tags and the rest, after the tokenizer of the HTML standard (section
/// 13.2.5), over bytes and in linear time. Nothing that it is given is an error.
struct HTMLTokenizer {
  enum Token {
    /// Text, whose character references are still to be replaced.
    case text(Range<Int>)
    /// Text of a raw element (`script`).
    case raw(Range<Int>)
    case start(HTMLTag)
    case end(HTMLTag)
    case comment
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position: Int
  private let end: Int
  /// The raw element that was just opened.
  private var rawElement: Range<Int>?
  private var isRawShown = false
  /// Once an end is not found from somewhere, it is not looked for again: linear time.
  private var hasNoCommentEnd = false
  private var hasNoSectionEnd = false
  /// The `]]>` of the CDATA section that is being read as markup.
  private var sectionEnd: Range<Int>?
  /// The last `>`; a `<!DOCTYPE` after it can never end, and is text.
  private let lastClose: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, to end: Int? = nil) {
    self.bytes = bytes
    self.end = min(end ?? bytes.count, bytes.count)
    position = start
    lastClose = bytes[..<self.end].lastIndex(of: UInt8(ascii: ">")) ?? -1
  }

  @inline(__always) mutating func next() -> Token? {
    if let rawElement { return rawText(of: rawElement) }
    if let close = sectionEnd, position >= close.lowerBound {
      position = max(position, close.upperBound)
      sectionEnd = nil
    }
    guard position < end else { return nil }
    if bytes[position] == UInt8(ascii: "<"), let token = markup() { return token }
    let start = position
    // An ampersand or bracket that begins nothing is text.
    let end = min(self.end, sectionEnd?.lowerBound ?? self.end)
    var at = start + (bytes[start] == UInt8(ascii: "<") ? 1 : 0)
    while let found = bytes.firstIndex(ofByte: UInt8(ascii: "<"), from: at, to: end) {
      if isMarkup(found) {
        position = found
        return .text(start..<found)
      }
      at = found + 1
    }
    position = end
    return .text(start..<end)
  }

  @inline(__always) private func isMarkup(_ at: Int) -> Bool {
    guard at + 1 < end else { return false }
    let next = bytes[at + 1]
    if isLetter(next) { return true }
    if next == UInt8(ascii: "/") { return at + 2 < end && isLetter(bytes[at + 2]) }
    if next == UInt8(ascii: "?") { return true }
    return next == UInt8(ascii: "!")
      && (bytes.hasText("<!--", at: at)
        || bytes.hasText("<![CDATA[", at: at) && !hasNoSectionEnd
        // What browsers of old read behind a condition: "<![if !IE]>" and "<![endif]>".
        || at < lastClose && bytes.hasTextIgnoringCase("<![if", at: at)
        || at < lastClose && bytes.hasTextIgnoringCase("<![endif", at: at)
        || at < lastClose && bytes.hasTextIgnoringCase("<!doctype", at: at))
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

  @inline(__always) private mutating func markup() -> Token? {
    guard isMarkup(position) else { return nil }
    let start = position
    let first = bytes[start + 1]
    if first != UInt8(ascii: "!"), first != UInt8(ascii: "?") { return tag(start) }
    if bytes.hasText("<![CDATA[", at: start) {
      // A body that was wrapped twice: what is inside is markup all the same.
      position = start + 9
      // Sections within one another share an end, which is looked for once.
      if let close = sectionEnd, position <= close.lowerBound { return .comment }
      if !hasNoSectionEnd, let close = bytes.firstRange(of: "]]>", from: position),
        close.upperBound <= end
      {
        sectionEnd = close
      } else {
        // One that never ends is text.
        hasNoSectionEnd = true
        position = start
        return nil
      }
      return .comment
    }
    if bytes.hasText("<!--", at: start) {
      position = commentEnd(start)
      return .comment
    }
    position = min(
      bytes.firstIndex(ofByte: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? end, end)
    return .comment
  }

  @inline(__always) private mutating func tag(_ start: Int) -> Token {
    let isEnd = bytes[start + 1] == UInt8(ascii: "/")
    let tag = readTag(from: start, nameAt: start + (isEnd ? 2 : 1))
    position = tag.range.upperBound
    if isEnd { return .end(tag) }
    if tag.element == .raw || tag.element == .textarea, !tag.isSelfClosing {
      rawElement = tag.name
      isRawShown = tag.element == .textarea
    }
    return .start(tag)
  }

  /// `<!-->` and `<!--->` are whole comments, and one without an end goes to the
  /// next `>` rather than to the end of everything that a person wrote.
  private mutating func commentEnd(_ start: Int) -> Int {
    if bytes.hasText(">", at: start + 4) { return min(start + 5, end) }
    if bytes.hasText("->", at: start + 4) { return min(start + 6, end) }
    if !hasNoCommentEnd, let close = bytes.firstRange(of: "-->", from: start + 4),
      close.upperBound <= end
    {
      return close.upperBound
    }
    hasNoCommentEnd = true
    guard start < lastClose else { return end }
    return min(bytes.firstIndex(ofByte: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? end, end)
  }

  @inline(__always) private func readTag(from start: Int, nameAt: Int) -> HTMLTag {
    var at = nameAt
    let element: HTMLElement
    if let short = bytes.shortName(at: nameAt, to: end) {
      at += short.length
      element = HTMLElement.named(short: short.name)
    } else {
      while at < end, bytes[at] != UInt8(ascii: ">"), bytes[at] != UInt8(ascii: "/"),
        !isSpace(bytes[at])
      {
        at += 1
      }
      element = HTMLElement.named(UnsafeBufferPointer(rebasing: bytes[nameAt..<at]))
    }
    let name = nameAt..<at
    let attributes = at
    var isValue = false
    var mayHide = false
    while at < end {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") {
        break
      } else if byte == UInt8(ascii: "=") {
        isValue = true
      } else if isValue, byte == 0x22 || byte == 0x27 {
        at = bytes.firstIndex(ofByte: byte, from: at + 1, to: end) ?? end
        if at == end { break }
        isValue = false
      } else if !isSpace(byte) {
        isValue = false
        if byte | 0x20 == UInt8(ascii: "s") || byte | 0x20 == UInt8(ascii: "h"), at + 1 < end {
          let next = bytes[at + 1] | 0x20
          mayHide = mayHide || next == UInt8(ascii: "t") || next == UInt8(ascii: "i")
        }
      }
      at += 1
    }
    let close = at
    let isSelfClosing = close > attributes && bytes[close - 1] == UInt8(ascii: "/")
    return HTMLTag(
      name: name, attributes: attributes..<close, range: start..<min(close + 1, end),
      isSelfClosing: isSelfClosing, mayHide: mayHide,
      element: element)
  }

  /// The text of a raw element up to its own end tag, or to the end of all.
  private mutating func rawText(of name: Range<Int>) -> Token? {
    rawElement = nil
    let start = position
    var at = start
    var stop = end
    while let found = bytes.firstIndex(ofByte: UInt8(ascii: "<"), from: at, to: end) {
      let after = found + 2 + name.count
      if found + 1 < end, bytes[found + 1] == UInt8(ascii: "/"), after <= end,
        same(found + 2, name), after == end || !isLetter(bytes[after])
      {
        stop = found
        break
      }
      at = found + 1
    }
    position = stop
    return isRawShown ? .text(start..<stop) : .raw(start..<stop)
  }

  private func same(_ at: Int, _ name: Range<Int>) -> Bool {
    for offset in 0..<name.count
    where lowercased(bytes[at + offset]) != lowercased(bytes[name.lowerBound + offset]) {
      return false
    }
    return true
  }
}
