/// What the 256 bytes of a code page stand for.
struct CodePage: Sendable {
  /// For each byte its UTF-8 from the lowest byte on, and the length in the highest.
  private var packed: [UInt32]
  /// The lower half is ASCII.
  private var isASCII = true
  private var open = [Bool](repeating: false, count: 256)

  /// The page of a name: `=` Windows-1252, `=name` one of our own tables, any other the library's.
  init?(named name: String) {
    packed = []
    packed.reserveCapacity(256)
    if name == "=" {
      for byte in UInt8.min...UInt8.max { append(Array(String(Windows1252.scalar(byte)).utf8)) }
    } else if name.hasPrefix("=") {
      guard let upper = Self.own[String(name.dropFirst())] else { return nil }
      for byte in UInt8(0)..<0x80 { append([byte]) }
      for scalar in upper.unicodeScalars {
        append(scalar == "\u{FFFD}" ? nil : Array(String(scalar).utf8))
      }
    } else {
      guard let converter = Converter(from: name) else { return nil }
      for byte in UInt8.min...UInt8.max {
        let (text, broken) = withUnsafePointer(to: byte) {
          converter.convert(UnsafeBufferPointer(start: $0, count: 1))
        }
        append(broken == 0 ? text : nil)
      }
    }
    guard packed.count == 256 else { return nil }
  }

  var isEBCDIC: Bool { packed[0x4C] == 1 << 24 | 0x3C }

  private mutating func append(_ text: [UInt8]?) {
    let byte = packed.count
    var text = text ?? []
    // The line end of mainframes, which no reader of XML takes for one.
    if text == [0xC2, 0x85], byte < 0x80 { text = [0x0A] }
    if text.isEmpty || text.count > 3 {
      open[byte] = true
      text = [0xEF, 0xBF, 0xBD]
    }
    if byte < 0x80, text != [UInt8(byte)] { isASCII = false }
    var value = UInt32(text.count) << 24
    for (index, unit) in text.enumerated() { value |= UInt32(unit) << UInt32(8 * index) }
    packed.append(value)
  }

  /// The text in UTF-8, and how many bytes the page leaves open.
  func decode(_ bytes: [UInt8]) -> (text: [UInt8], broken: Int) {
    var longer = 0
    for byte in bytes { longer &+= Int(byte >> 7) }
    // A page that is not ASCII below may have long characters anywhere.
    if !isASCII { longer = bytes.count }
    var broken = 0
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count + 2 * longer + 4) { output, count in
      bytes.withUnsafeBufferPointer { bytes in
        packed.withUnsafeBufferPointer { packed in
          let writer = UTF8Output(output)
          var (at, end) = (0, 0)
          while at < bytes.count {
            let byte = bytes[at]
            if isASCII, byte < 0x80 {
              let length = UTF8Survey.asciiLength(bytes, at)
              writer.copy(UnsafeBufferPointer(rebasing: bytes[at..<(at + length)]), at: end)
              at += length
              end += length
            } else {
              if open[Int(byte)] { broken += 1 }
              end = writer.write(packed: packed[Int(byte)], at: end)
              at += 1
            }
          }
          count = end
        }
      }
    }
    return (text, broken)
  }
}
