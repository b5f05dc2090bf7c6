internal import CLibXML2

/// An encoding by its WHATWG name, with the name that the C library knows it by.
struct TextEncoding {
  /// The WHATWG name in lower case.
  var name: String
  /// The name for `iconv`.
  var iconvName: String
  var isSingleByte: Bool

  /// Whether it is UTF-8, or tells itself by its zero bytes.
  var isUnicode: Bool {
    name == "utf-8" || name.hasPrefix("utf-16") || name.hasPrefix("utf-32")
  }

  /// The encoding of a label, in any case and with spaces around it; nil if nobody knows it.
  init?(label: String) {
    let label = label.lowercased().filter { $0 != " " && $0 != "\t" && $0 != "\n" }
    // The label goes to the C library if the standard does not know it: letters only, no "//IGNORE".
    guard !label.isEmpty, label.utf8.count <= 40,
      label.utf8.allSatisfy({
        $0 &- UInt8(ascii: "a") < 26 || $0 &- UInt8(ascii: "0") < 10 || "-_.:".utf8.contains($0)
      })
    else { return nil }
    let name = Self.names[label] ?? label
    self.name = name
    iconvName = Self.iconvNames[name] ?? name.uppercased()
    isSingleByte = !Self.multiByte.contains(name)
    if isUnicode { return }
    if name == "windows-1252" { return }
    // What has no "<" where ASCII has it could not have declared itself (EBCDIC, UTF-7).
    let probe = Array("<?z+A".utf8)
    guard let converter = Converter(from: iconvName), converter.convert(probe).text == probe
    else { return nil }
  }

  /// The text in UTF-8; nil if the bytes cannot be in this encoding.
  func decode(_ bytes: [UInt8]) -> DecodedText? {
    isSingleByte ? decodeSingleBytes(bytes) : decodeMultiBytes(bytes)
  }

  private func decodeSingleBytes(_ bytes: [UInt8]) -> DecodedText? {
    guard let table = singleByteTable() else { return nil }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 4)
    var broken = 0
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
        continue
      }
      let encoded = table[Int(byte) - 0x80]
      if encoded.isEmpty { broken += 1 }
      text.append(contentsOf: encoded.isEmpty ? [0xEF, 0xBF, 0xBD] : encoded)
    }
    return DecodedText(
      bytes: text, encoding: name,
      problem: broken == 0 ? nil : "\(broken) bytes are not \(name)")
  }

  /// What the upper 128 bytes stand for, in UTF-8; empty for those that the code page leaves open.
  private func singleByteTable() -> [[UInt8]]? {
    if name == "windows-1252" {
      return (0x80...0xFF).map { Array(String(Windows1252.scalar($0)).utf8) }
    }
    guard let converter = Converter(from: iconvName) else { return nil }
    return (UInt8(0x80)...0xFF).map {
      let converted = converter.convert([$0])
      return converted.broken == 0 ? converted.text : []
    }
  }

  private func decodeMultiBytes(_ bytes: [UInt8]) -> DecodedText? {
    guard let converter = Converter(from: iconvName) else { return nil }
    // One byte of eight is broken: the label is false.
    let most = bytes.count / 8 + 1
    let converted = converter.convert(bytes, givingUpAfter: most)
    guard converted.broken < most else { return nil }
    if converted.broken > 0, isUTF8(bytes) { return nil }
    return DecodedText(
      bytes: converted.text, encoding: name,
      problem: converted.broken == 0 ? nil : "\(converted.broken) bytes are not \(name)")
  }
}

/// A converter of the C library into UTF-8.
private final class Converter {
  private let handle: iconv_t

  init?(from name: String) {
    guard let handle = iconv_open("UTF-8", name), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  /// Converts the bytes; one that cannot be converted becomes U+FFFD and counts as broken.
  func convert(
    _ bytes: [UInt8], givingUpAfter most: Int = .max
  ) -> (text: [UInt8], broken: Int) {
    var source = bytes.map { CChar(bitPattern: $0) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    var broken = 0
    var piece = [CChar](repeating: 0, count: 16384)
    iconv(handle, nil, nil, nil, nil)
    source.withUnsafeMutableBufferPointer { source in
      piece.withUnsafeMutableBufferPointer { piece in
        var input = source.baseAddress
        var left = source.count
        while left > 0, broken < most {
          var output = piece.baseAddress
          var room = piece.count
          let before = left
          let result = iconv(handle, &input, &left, &output, &room)
          let written = piece.count - room
          text.append(contentsOf: piece[..<written].lazy.map { UInt8(bitPattern: $0) })
          // Full output and nothing else: go on. Otherwise the next byte is broken or cut off.
          if result == -1, written < piece.count - 16 || before == left {
            text.append(contentsOf: [0xEF, 0xBF, 0xBD])
            broken += 1
            input = input.map { $0 + 1 }
            left -= 1
          }
        }
      }
    }
    return (text, broken)
  }
}
