internal import Foundation

/// One pass that turns almost-JSON into JSON: what is complete stays, what is no JSON is mended or
/// becomes null.
///
/// The library refuses a whole feed for one number like `1e400`, half of a surrogate pair, a comma too
/// many or a last byte too few.
struct JSONRepair {
  private(set) var output: [UInt8] = []
  /// The line and what was wrong there, the first few.
  private(set) var notes: [ParsingNote] = []
  private(set) var furtherNotes = 0

  private let bytes: [UInt8]
  private var at = 0
  private var frames: [Frame] = []
  private var next = Next.value
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
  private enum Next { case key, colon, value, comma }

  /// The library stops at 512.
  private static let deepest = 128

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count + 64)
    while !isDone, at < bytes.count { step() }
    if !isDone { finish() }
    if isDone, bytes[at...].contains(where: { $0 > 0x20 }) {
      mend("there is more after the end of the document")
    }
  }

  private mutating func mend(_ what: String) {
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
  private mutating func separate() {
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
  private mutating func begin() {
    guard let frame = frames.last else { return }
    if frame.isObject, next == .value {
      output.append(UInt8(ascii: ":"))
    } else {
      if frame.count > 0 { output.append(UInt8(ascii: ",")) }
      frames[frames.count - 1].count += 1
    }
  }

  /// What comes after a key or a value that was written.
  private mutating func end() {
    if frames.isEmpty {
      isDone = true
    } else {
      next = next == .key ? .colon : .comma
    }
  }

  private mutating func null() {
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

  private func endOfString(from start: Int) -> Int {
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

  // MARK: Values

  private mutating func string() {
    separate()
    begin()
    let quote = bytes[at]
    if quote == 0x27 { mend("a text in single quotes") }
    output.append(0x22)
    at += 1
    while at < bytes.count, bytes[at] != quote {
      switch bytes[at] {
      case UInt8(ascii: "\\"): escape()
      case 0x22:
        output.append(contentsOf: "\\\"".utf8)
        at += 1
      case 0..<0x20: control()
      default:
        output.append(bytes[at])
        at += 1
      }
    }
    output.append(0x22)
    at = min(at + 1, bytes.count)
    end()
  }

  private mutating func control() {
    switch bytes[at] {
    case 0x0A: output.append(contentsOf: "\\n".utf8)
    case 0x0D: output.append(contentsOf: "\\r".utf8)
    case 0x09: output.append(contentsOf: "\\t".utf8)
    default: break
    }
    mend("a control character in a text")
    at += 1
  }

  private mutating func escape() {
    guard at + 1 < bytes.count else {
      at += 1
      return
    }
    let byte = bytes[at + 1]
    if byte == UInt8(ascii: "u") { return unicode() }
    if "\"\\/bfnrt".utf8.contains(byte) {
      output.append(contentsOf: bytes[at...(at + 1)])
      at += 2
    } else {
      mend("\"\\\" before what needs none")
      at += 1
    }
  }

  /// `\u` with four digits; half of a pair is a text that no encoding can hold.
  private mutating func unicode() {
    guard let unit = unit(at: at) else {
      mend("\"\\u\" without four digits")
      output.append(contentsOf: "\\ufffd".utf8)
      at += 2
      return
    }
    var length = 6
    if unit & 0xFC00 == 0xD800, let low = self.unit(at: at + 6), low & 0xFC00 == 0xDC00 {
      length = 12
    } else if unit & 0xF800 == 0xD800 {
      mend("half of a character")
      output.append(contentsOf: "\\ufffd".utf8)
      at += 6
      return
    }
    output.append(contentsOf: bytes[at..<(at + length)])
    at += length
  }

  private func unit(at start: Int) -> Int? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"),
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = String(decoding: bytes[(start + 2)..<(start + 6)], as: UTF8.self)
    return digits.utf8.allSatisfy { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }
      ? Int(digits, radix: 16) : nil
  }

  /// A number, a literal or something that nobody quoted.
  private mutating func word() {
    separate()
    let start = at
    while at < bytes.count, bytes[at] > 0x20, !",:[]{}\"/".utf8.contains(bytes[at]) { at += 1 }
    if at == start { at += 1 }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    guard next != .key else { return write(quoted: text) }
    switch text {
    case "null", "true", "false": write(text)
    case "True", "False": write(text.lowercased())
    case "NaN", "Infinity", "-Infinity", "undefined", "None":
      mend("\(text) is not JSON")
      write("null")
    default:
      guard Self.isNumber(text) else { return write(quoted: text) }
      // What has no double is no number that anybody could use.
      if let number = Double(text), number.isFinite, number == 0 || number.isNormal {
        write(text)
      } else {
        mend("the number \(oneNumber(text)) is out of range")
        write("null")
      }
    }
  }

  private func oneNumber(_ text: String) -> String { String(text.prefix(20)) }

  private mutating func write(_ text: String) {
    begin()
    output.append(contentsOf: text.utf8)
    end()
  }

  private mutating func write(quoted text: String) {
    mend("a text without quotes")
    begin()
    output.append(0x22)
    for byte in text.utf8 where byte != UInt8(ascii: "\\") { output.append(byte) }
    output.append(0x22)
    end()
  }

  /// The grammar of RFC 8259, section 6.
  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func digits() -> Int {
      let count = rest.prefix { $0 &- 0x30 < 10 }.count
      rest = rest.dropFirst(count)
      return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, whole == 1 || !startsWithZero else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let first = rest.first, first | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }
}
