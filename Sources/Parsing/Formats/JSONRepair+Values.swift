internal import Foundation

/// Texts, numbers and words, as JSON wants them.
extension JSONRepair {
  mutating func string() {
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
  mutating func word() {
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
