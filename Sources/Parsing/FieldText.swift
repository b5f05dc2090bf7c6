internal import Foundation
internal import Markup

/// The text of the field that is being read; one buffer for all fields.
struct FieldText {
  private(set) var bytes: [UInt8] = []
  /// An attribute that says it when the text does not: `href`, `rdf:resource`.
  var attribute: String?

  var count: Int { bytes.count }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    attribute = nil
  }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: more) }

  mutating func append(_ ascii: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: ascii.utf8Start, count: ascii.utf8CodeUnitCount))
  }

  /// Appends text so that HTML reads it as text.
  mutating func append(escaping more: UnsafeBufferPointer<UInt8>) {
    for byte in more {
      switch byte {
      case UInt8(ascii: "&"): append("&amp;")
      case UInt8(ascii: "<"): append("&lt;")
      case UInt8(ascii: "\""): append("&quot;")
      default: bytes.append(byte)
      }
    }
  }

  /// Makes HTML of what was read as plain text.
  mutating func escape() {
    let text = bytes
    bytes.removeAll(keepingCapacity: true)
    text.withUnsafeBufferPointer { append(escaping: $0) }
  }

  // MARK: What it says

  /// The text as it is, without white space at its ends; nil if nothing is left.
  var raw: String? { read { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) } }

  /// The text in one clean line; nil if nothing is left.
  func line(_ kind: MarkedText.Kind, limit: Int = 500) -> String? {
    read { text in
      let line = oneLine(text, kind: kind, limit: limit)
      return line.isEmpty ? nil : line
    }
  }

  /// A title in one clean line; nil if nothing is left.
  func line(_ capture: Capture) -> String? {
    guard capture.isBase64 else { return line(capture.kind) }
    let line = marked(capture, base: nil)?.oneLine() ?? ""
    return line.isEmpty ? nil : line
  }

  /// The text with its kind, for what is long; nil if nothing is left, or it is base64 of no text.
  func marked(_ capture: Capture, base: String?) -> MarkedText? {
    guard var text = raw else { return nil }
    if capture.isBase64 {
      guard let data = Data(base64Encoded: text, options: .ignoreUnknownCharacters),
        let decoded = String(data: data, encoding: .utf8)
      else { return nil }
      text = decoded
    }
    return MarkedText(text, kind: capture.kind, base: base).untagged()
  }

  /// The moment that it means; nil if it means none.
  var date: Date? { read { parseDate($0) } }

  /// What `read` makes of the bytes without white space at their ends.
  private func read<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      var (start, end) = (0, bytes.count)
      while start < end, isBlank(bytes[start]) { start += 1 }
      while end > start, isBlank(bytes[end - 1]) { end -= 1 }
      return read(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
