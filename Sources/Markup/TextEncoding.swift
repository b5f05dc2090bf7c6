/// An encoding that documents may be in. Only those of our own table are: what a document says
/// never reaches the C library, whose stateful converters had holes.
struct TextEncoding: Sendable {
  /// The WHATWG name in lower case, or that of IANA where the standard has none.
  var name: String
  var form: Form

  enum Form: Sendable {
    /// Letters of ASCII and nothing else.
    case ascii
    case utf8
    /// UTF-16 or UTF-32, which tell themselves by their zero bytes.
    case wide
    /// A byte a character, by the library's name or the sign of a page of our own.
    case singleByte(page: String)
    /// The library's names, the best one first.
    case multiByte(names: [String])
  }

  static let windows1252 = TextEncoding(name: "windows-1252", form: .singleByte(page: "="))

  /// The encoding of a label; nil if nobody knows it.
  init?(label: String) {
    // Nearly every document says this; the table of all labels takes a millisecond to make.
    if label == "utf-8" || label == "UTF-8" {
      self.init(name: "utf-8", form: .utf8)
      return
    }
    guard label.utf8.count <= 60, let found = Self.known[Self.key(label)] else { return nil }
    self = found
  }

  init(name: String, form: Form) {
    self.name = name
    self.form = form
  }

  /// A label as labels are compared (Unicode TR 22, section 1.4): letters and digits in lower case,
  /// without zeros before a number. "EBCDIC_CP_NL" is "ebcdic-cp-nl", and "cp037" is "cp37".
  static func key(_ label: String) -> String {
    var key: [UInt8] = []
    for byte in label.utf8 {
      let isDigit = byte &- UInt8(ascii: "0") < 10
      guard isDigit || (byte | 0x20) &- UInt8(ascii: "a") < 26 else { continue }
      let isAfterDigit = key.last.map { $0 &- UInt8(ascii: "0") < 10 } ?? false
      if byte == UInt8(ascii: "0"), !isAfterDigit { continue }
      key.append(lowercased(byte))
    }
    return String(decoding: key, as: UTF8.self)
  }

  /// Whether a document whose first bytes tell `order` may call itself so.
  func fits(_ order: ByteOrder) -> Bool {
    switch form {
    case .utf8, .ascii: order == .utf8
    case .wide: name.prefix(6) == order.rawValue.prefix(6)
    case .singleByte, .multiByte: false
    }
  }

  /// Whether its "<" is not that of ASCII.
  var isEBCDIC: Bool {
    guard case .singleByte(let page) = form else { return false }
    return CodePage(named: page)?.isEBCDIC ?? false
  }

  /// The text in UTF-8; nil if the bytes cannot be in this encoding.
  func decode(_ bytes: [UInt8]) -> DecodedText? {
    switch form {
    case .ascii, .utf8, .wide: nil
    case .singleByte(let page): decode(bytes, page: page)
    case .multiByte(let names): decode(bytes, names: names)
    }
  }

  private func decode(_ bytes: [UInt8], page: String) -> DecodedText? {
    guard let page = CodePage(named: page), !page.isEBCDIC || bytes.contains(0x4C) else {
      return nil
    }
    let (text, broken) = page.decode(bytes)
    return DecodedText(bytes: text, encoding: name, problems: problems(broken))
  }

  private func decode(_ bytes: [UInt8], names: [String]) -> DecodedText? {
    guard let converter = names.lazy.compactMap(Converter.init(from:)).first else { return nil }
    var high = 0
    for byte in bytes { high &+= Int(byte >> 7) }
    // If a quarter of what is not ASCII is broken, the label is false.
    let most = (high + bytes.count / 64) / 4 + 1
    let (text, broken) = bytes.withUnsafeBufferPointer {
      converter.convert($0, givingUpAfter: most)
    }
    guard broken < most else { return nil }
    return DecodedText(bytes: text, encoding: name, problems: problems(broken))
  }

  private func problems(_ broken: Int) -> [String] {
    broken == 0 ? [] : ["\(counted(broken, "byte is", "bytes are")) not \(name)"]
  }
}
