internal import Foundation

/// One pass that turns almost-JSON into JSON: what is complete stays, what is no JSON is mended or
/// becomes null.
///
/// The library refuses a whole feed for one number like `1e400`, half of a surrogate pair, a comma too
/// many or a last byte too few.
struct JSONRepair {
  var output: [UInt8] = []
  /// The line and what was wrong there, the first few.
  private(set) var notes: [ParsingNote] = []
  private(set) var isCut = false
  private(set) var furtherNotes = 0
  /// Whether mending made so much of it that it is no feed: 64 MB of `x ` would be 160 MB of `"x",`.
  private(set) var isTooLarge = false

  let bytes: [UInt8]
  var at = 0
  private var frames: [Frame] = []
  var next = Next.value
  private var isDone = false
  /// How many levels of a value are being left out.
  private var skipped = 0
  /// The line of an offset, for the next note after it.
  private var counted = (offset: 0, line: 1)

  private struct Frame {
    var isObject: Bool
    var count = 0
  }

  /// What may come now.
  enum Next { case key, colon, value, comma }

  /// The library stops at 512.
  private static let deepest = 128
  /// What any document may grow by, in bytes, besides half of its size.
  private static let leastGrowth = 65_536

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let most = bytes.count + bytes.count / 2 + Self.leastGrowth
    // An array that doubles itself is there twice; memory that is not written to costs nothing.
    output.reserveCapacity(most + Self.leastGrowth)
    while !isDone, at < bytes.count, !isTooLarge {
      step()
      isTooLarge = output.count > most
    }
    if !isDone { finish() }
    if isDone, bytes[at...].contains(where: { $0 > 0x20 }) {
      mend("there is more after the end of the document")
    }
  }

  mutating func mend(_ what: String) {
    guard notes.count < ParsedFeed.mostNotes else {
      furtherNotes += 1
      return
    }
    let lines = bytes[counted.offset..<min(at, bytes.count)].count { $0 == UInt8(ascii: "\n") }
    counted = (min(at, bytes.count), counted.line + lines)
    notes.append(ParsingNote(line: counted.line, message: what))
  }

  private mutating func step() {
    switch bytes[at] {
    case 0...0x20, 0x7F: at += 1
    case UInt8(ascii: "/"), UInt8(ascii: "#"): comment()
    case UInt8(ascii: ","): comma()
    case UInt8(ascii: ":"):
      if next == .colon { next = .value } else { mend("a colon too many") }
      at += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"): close()
    case UInt8(ascii: "{"), UInt8(ascii: "["): open()
    case 0x22, 0x27: string()
    default: word()
    }
  }

  // MARK: Structure

  /// Notes the comma or the colon that should stand before a key or a value.
  mutating func separate() {
    if next == .comma {
      mend("a comma is missing")
      next = frames.last?.isObject == true ? .key : .value
    }
    if next == .colon {
      mend("a colon is missing")
      next = .value
    }
  }

  /// Makes ready for a key or a value.
  mutating func begin() {
    guard let frame = frames.last else { return }
    if frame.isObject, next == .value {
      output.append(UInt8(ascii: ":"))
    } else {
      if frame.count > 0 { output.append(UInt8(ascii: ",")) }
      frames[frames.count - 1].count += 1
    }
  }

  /// What comes after a key or a value that was written.
  mutating func end() {
    if frames.isEmpty {
      isDone = true
    } else {
      next = next == .key ? .colon : .comma
    }
  }

  mutating func null() {
    begin()
    output.append(contentsOf: "null".utf8)
    end()
  }

  private mutating func comma() {
    let isObject = frames.last?.isObject == true
    switch next {
    case .comma: next = isObject ? .key : .value
    case .value where !isObject, .key: mend("a comma too many")
    case .colon, .value:
      mend("a value is missing")
      next = .value
      null()
      next = .key
    }
    at += 1
  }

  private mutating func open() {
    let isObject = bytes[at] == UInt8(ascii: "{")
    separate()
    if next == .key {
      mend("a key is missing")
      begin()
      output.append(contentsOf: "\"\"".utf8)
      next = .value
    }
    guard frames.count < Self.deepest else { return leaveOut() }
    begin()
    output.append(bytes[at])
    frames.append(Frame(isObject: isObject))
    next = isObject ? .key : .value
    at += 1
  }

  private mutating func close() {
    let isObject = bytes[at] == UInt8(ascii: "}")
    guard frames.contains(where: { $0.isObject == isObject }) else {
      mend("a bracket too many")
      at += 1
      return
    }
    if frames.last?.isObject != isObject { mend("a bracket is missing") }
    while let frame = frames.last {
      closeLast()
      if frame.isObject == isObject { break }
    }
    at += 1
  }

  private mutating func closeLast() {
    guard let frame = frames.last else { return }
    if frame.isObject, next == .colon || next == .value {
      mend("a value is missing")
      next = .value
      null()
    } else if frame.count > 0, next != .comma {
      mend("a comma too many")
    }
    frames.removeLast()
    output.append(frame.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    next = .value
    end()
  }

  private mutating func finish() {
    guard !frames.isEmpty else { return }
    mend("the document ends too early")
    isCut = true
    while !frames.isEmpty { closeLast() }
    isDone = true
  }

  /// Leaves out a value that is nested too deep.
  private mutating func leaveOut() {
    mend("values nested more than \(Self.deepest) deep")
    var depth = 0
    repeat {
      switch bytes[at] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case 0x22: at = endOfString(from: at + 1) - 1
      default: break
      }
      at += 1
    } while depth > 0 && at < bytes.count
    null()
  }

  func endOfString(from start: Int) -> Int {
    var at = start
    while at < bytes.count, bytes[at] != 0x22 { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(at + 1, bytes.count)
  }

  private mutating func comment() {
    mend("a comment")
    let isBlock = bytes[at...].starts(with: "/*".utf8)
    at += 1
    while at < bytes.count {
      if isBlock, bytes[at...].starts(with: "*/".utf8) {
        at += 2
        return
      }
      if !isBlock, bytes[at] == UInt8(ascii: "\n") { return }
      at += 1
    }
  }
}
