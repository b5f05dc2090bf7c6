/// A sentence of a text, by its words.
struct Sentence {
  /// The words in it that are said: none of addresses.
  var words: [Int] = []
  /// Whether it ends with a question mark, not one of an address or of code.
  var isAsked = false
  /// Whether it stands in a quotation, or in code.
  var isQuoted = false
}

/// Cuts the words of a text into sentences by what stands between them.
struct SentenceScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var isQuoted = false
  private var isFenced = false
  private var isTicked = false
  private var isAddress = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Calls `found` with each sentence that has words, in their order.
  mutating func scan(_ tokens: [Tokenizer.Token], found: (Sentence) -> Void) {
    var sentence = Sentence()
    guard let first = tokens.first else { return }
    readGap(0..<Int(first.start), isAtStart: true, &sentence) { _ in }
    sentence.isQuoted = isQuoted || isFenced || isTicked
    for index in tokens.indices {
      if !isAddress { sentence.words.append(index) }
      if sentence.words.count == Self.longest { close(&sentence, found) }
      let end = Int(tokens[index].end)
      let next = index + 1 < tokens.count ? Int(tokens[index + 1].start) : bytes.count
      // Most words are a space apart.
      if next == end + 1, bytes[end] == UInt8(ascii: " ") {
        isAddress = false
      } else {
        readGap(end..<next, isAtStart: false, &sentence, found)
      }
    }
    close(&sentence, found)
  }

  /// More words without a full stop are no sentence. Its phrases are compared with each other, which a
  /// hostile text must not make last.
  private static let longest = 250

  private mutating func close(_ sentence: inout Sentence, _ found: (Sentence) -> Void) {
    if !sentence.words.isEmpty { found(sentence) }
    sentence.words.removeAll(keepingCapacity: true)
    sentence.isAsked = false
    sentence.isQuoted = isQuoted || isFenced || isTicked
  }

  private mutating func readGap(
    _ gap: Range<Int>, isAtStart: Bool, _ sentence: inout Sentence, _ found: (Sentence) -> Void
  ) {
    var lines = isAtStart ? 1 : 0
    var indent = 0
    var isOver = false
    var isMarked = false
    var index = gap.lowerBound
    while index < gap.upperBound {
      let byte = bytes[index]
      let isLast = index + 1 >= bytes.count
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), 0x0D:
        isAddress = false
        indent += byte == UInt8(ascii: "\t") ? 4 : 1
        index += 1
        continue
      case UInt8(ascii: "\n"):
        isAddress = false
        // What is quoted or indented ends with its line.
        if lines == 0 { isMarked = false }
        lines += 1
        indent = 0
        if isQuoted || lines > 1 { isOver = true }
        isQuoted = false
        if lines > 1 { isTicked = false }
        index += 1
        continue
      case UInt8(ascii: ">") where lines > 0:
        isQuoted = true
        isOver = true
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "#"), UInt8(ascii: "|"):
        if lines > 0 { isOver = true }
      case UInt8(ascii: "`"):
        if gap.upperBound - index >= 3, bytes[index + 1] == byte, bytes[index + 2] == byte {
          isFenced.toggle()
          isOver = true
          index += 2
        } else {
          isTicked.toggle()
          isOver = true
        }
      case UInt8(ascii: ":"):
        if gap.upperBound - index >= 3, bytes[index + 1] == UInt8(ascii: "/") { isAddress = true }
      case UInt8(ascii: "?"):
        if !isAddress, isLast || Self.endsSentence(bytes[index + 1]) {
          // In quotes somebody else asked it, and an aside asks nobody.
          if !isOver, isLast || !Self.closes(bytes, at: index + 1) { isMarked = true }
          isOver = true
        }
      case UInt8(ascii: "."), UInt8(ascii: "!"):
        if index == gap.lowerBound, Self.endsAbbreviation(bytes, before: index) { break }
        if isLast || Self.endsSentence(bytes[index + 1]) { isOver = true }
      case 0xE2:
        // “…” ends a sentence; typographic quotes and dashes do not.
        if gap.upperBound - index >= 3, bytes[index + 1] == 0x80, bytes[index + 2] == 0xA6 {
          isOver = true
        }
      case 0xEF:
        // The wide mark of Chinese and Japanese.
        if gap.upperBound - index >= 3, bytes[index + 1] == 0xBC, bytes[index + 2] == 0x9F {
          if !isOver { isMarked = true }
          isOver = true
        }
      default: break
      }
      index += 1
    }
    if lines > 0 && indent >= 4 && gap.upperBound < bytes.count {
      isQuoted = true
      isOver = true
    }
    guard isOver else { return }
    if isMarked { sentence.isAsked = true }
    close(&sentence, found)
  }

  /// Whether what stands before a full stop is “vs”, “e.g” or “i.e”.
  private static func endsAbbreviation(
    _ bytes: UnsafeBufferPointer<UInt8>, before index: Int
  ) -> Bool {
    guard index >= 3 else { return false }
    let (before, first, last) = (bytes[index - 3], bytes[index - 2] | 0x20, bytes[index - 1] | 0x20)
    let isVersus = before == UInt8(ascii: " ") && first == UInt8(ascii: "v")
    if isVersus, last == UInt8(ascii: "s") { return true }
    return bytes[index - 2] == UInt8(ascii: ".")
      && [UInt8(ascii: "g"), UInt8(ascii: "e")].contains(last)
  }

  /// Whether a quotation or an aside ends at a byte.
  private static func closes(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: ")"), UInt8(ascii: "]"): true
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (0x99...0x9F).contains(bytes[index + 2])
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0xBB
    default: false
    }
  }

  /// Whether a byte may follow the mark that ends a sentence.
  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), 0x09...0x0D, UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."),
      UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "<"):
      true
    default: byte >= 0x80
    }
  }
}
