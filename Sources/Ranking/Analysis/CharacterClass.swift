/// What a character does to the words around it.
enum CharacterClass: UInt8 {
  /// Ends a word.
  case separator
  /// Part of a word: letters, digits and the marks on them.
  case word
  /// A word of its own, in scripts that put no spaces between words.
  case ideograph
  /// Part of a word between two letters, as in “chef's”.
  case apostrophe

  /// The classes of ASCII, by byte; bytes of 0x80 and more start something longer.
  static let ascii: [UInt8] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      CharacterClass.word.rawValue
    case UInt8(ascii: "'"): CharacterClass.apostrophe.rawValue
    default: CharacterClass.separator.rawValue
    }
  }

  /// The class of a scalar outside ASCII.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02BC, 0xFF07: self = .apostrophe
    // Punctuation of running text is by far the most frequent; no table needs to be asked.
    case 0x2000...0x206F, 0x80...0xA9: self = .separator
    case 0xC0...0x24F: self = scalar.value == 0xD7 || scalar.value == 0xF7 ? .separator : .word
    // Thai, Lao, Myanmar, Khmer; kana, Bopomofo, Hangul, CJK and its extensions.
    case 0x0E01...0x0E2E, 0x0E40...0x0E44, 0x0E81...0x0EAE, 0x0EC0...0x0EC4, 0x1000...0x102A,
      0x1780...0x17B3, 0x3005...0x3007, 0x3041...0x3096, 0x30A1...0x30FA, 0x3105...0x312F,
      0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA48C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFF66...0xFF9D, 0x20000...0x3FFFF:
      self = .ideograph
    default: self = Self.general(scalar)
    }
  }

  private static func general(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
      .word
    default: .separator
    }
  }
}
