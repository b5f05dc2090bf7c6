internal import Foundation
internal import Markup

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The text of the field that is being read; one piece of memory for all fields.
///
/// It is no array: the parser breaks a text at every reference and tells CDATA in pieces of 300 bytes,
/// and an array looks at each of them whether it is shared and long enough.
struct FieldText {
  /// Fields longer than this, in bytes, are cut.
  static let longest = 1_048_576

  /// An attribute that says it when the text does not: `href`, `rdf:resource`.
  var attribute: String?
  private(set) var count = 0
  private(set) var isCut = false
  /// Pages of it that no text reaches are never given by the system.
  private let memory = Memory()
  private let base: UnsafeMutablePointer<UInt8>

  private final class Memory {
    let base = UnsafeMutableRawPointer.allocate(byteCount: FieldText.longest, alignment: 64)
    deinit { base.deallocate() }
  }

  init() { base = memory.base.assumingMemoryBound(to: UInt8.self) }

  mutating func clear() {
    (count, isCut) = (0, false)
    if attribute != nil { attribute = nil }
  }

  mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    guard let start = more.baseAddress, !isCut else { return }
    var length = more.count
    if length > Self.longest - count {
      isCut = true
      length = Self.longest - count
      while length > 0, more[length] & 0xC0 == 0x80 { length -= 1 }
    }
    memcpy(base + count, start, length)
    count += length
  }

  mutating func append(_ ascii: StaticString) {
    append(UnsafeBufferPointer(start: ascii.utf8Start, count: ascii.utf8CodeUnitCount))
  }

  /// Appends text so that HTML reads it as text.
  mutating func append(escaping more: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for (index, byte) in more.enumerated() {
      let escape: StaticString
      switch byte {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      default: continue
      }
      append(UnsafeBufferPointer(rebasing: more[start..<index]))
      append(escape)
      start = index + 1
    }
    append(UnsafeBufferPointer(rebasing: more[start...]))
  }

  /// Makes HTML of what was read as plain text.
  mutating func escape() {
    let text = [UInt8](UnsafeBufferPointer(start: base, count: count))
    count = 0
    text.withUnsafeBufferPointer { append(escaping: $0) }
  }

  // MARK: What it says

  /// The text as it is, without white space at its ends; nil if nothing is left.
  var raw: String? { read { $0.isEmpty ? nil : String(valid: $0) } }

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
    var (start, end) = (0, count)
    while start < end, isBlank(base[start]) { start += 1 }
    while end > start, isBlank(base[end - 1]) { end -= 1 }
    return read(UnsafeBufferPointer(start: base + start, count: end - start))
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
