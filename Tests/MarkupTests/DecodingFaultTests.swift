import Markup
import Support
import Testing

/// What documents do to their own encoding, and what people are told.
@Suite struct DecodingFaultTests {
  /// The bytes of a text of characters below U+0100, one each.
  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  private static let sound = Array("ça va très bien à tous, déjà à côté – ".utf8)

  private static func expect(
    _ bytes: [UInt8], type: String? = nil, _ text: String, _ encoding: String,
    _ problems: [String], _ location: SourceLocation = #_sourceLocation
  ) {
    let decoded = decode(bytes, contentType: type)
    #expect(
      String(decoding: decoded.bytes, as: UTF8.self) == text, sourceLocation: location)
    #expect(decoded.encoding == encoding, sourceLocation: location)
    #expect(decoded.problems == problems, sourceLocation: location)
  }

  /// A document in UTF-8 with something broken after sound text: what becomes of that.
  @Test(arguments: [
    ("a cut letter at the end", [0xC3], "\u{FFFD}", "1 character is not UTF-8"),
    ("a cut sign at the end", [0xE2, 0x80], "\u{FFFD}", "1 character is not UTF-8"),
    (
      "a cut emoji before a tag", latin("\u{F0}\u{9F}\u{98}</t>"), "\u{FFFD}</t>",
      "1 character is not UTF-8"
    ),
    ("a cut letter before a tag", latin("\u{C3}</t>"), "\u{FFFD}</t>", "1 character is not UTF-8"),
    (
      "a word in Windows-1252", latin("caf\u{E9} au lait"), "café au lait",
      "1 character of Windows-1252 in a document in UTF-8"
    ),
    (
      "quotes in Windows-1252", latin("\u{93}so\u{94} it\u{92}s"), "“so” it’s",
      "3 characters of Windows-1252 in a document in UTF-8"
    ),
    (
      "capitals in Windows-1252", latin("N\u{C3}O"), "NÃO",
      "1 character of Windows-1252 in a document in UTF-8"
    ),
    (
      "beside a sign in UTF-8", latin("caf\u{E9}") + Array("” x".utf8), "café” x",
      "1 character of Windows-1252 in a document in UTF-8"
    ),
    (
      "a stretch of Chinese", latin("\u{D6}\u{D0}\u{CE}\u{C4}\u{D6}\u{D0} x"),
      "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} x", "6 characters are not UTF-8"
    ),
    ("a slash too long", latin("\u{C0}\u{AF} x"), "\u{FFFD} x", "1 character is not UTF-8"),
    (
      "a bracket too long", latin("\u{E0}\u{80}\u{BC}script>"), "\u{FFFD}script>",
      "1 character is not UTF-8"
    ),
    ("a NUL too long", latin("\u{C0}\u{80} x"), "\u{FFFD} x", "1 character is not UTF-8"),
    ("a lone surrogate", latin("\u{ED}\u{A0}\u{BD} x"), "\u{FFFD} x", "1 character is not UTF-8"),
    (
      "two surrogates", latin("\u{ED}\u{A0}\u{BD}\u{ED}\u{B8}\u{80} x"), "😀 x",
      "1 character is in CESU-8"
    ),
    (
      "above Unicode", latin("\u{F4}\u{90}\u{80}\u{80} x"), "\u{FFFD} x", "1 character is not UTF-8"
    ),
    (
      "a byte that is never used", latin("\u{FF} "), "ÿ ",
      "1 character of Windows-1252 in a document in UTF-8"
    ),
  ])
  func mendsUTF8(name: String, broken: [UInt8], text: String, problem: String) {
    Self.expect(
      Self.sound + broken, String(decoding: Self.sound, as: UTF8.self) + text, "utf-8", [problem])
  }

  @Test func believesMarksRatherThanWords() {
    Self.expect(
      [0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8), type: "text/xml; charset=iso-8859-1",
      "<a>é</a>", "utf-8", ["the document says that it is in windows-1252 but is in utf-8"])
    Self.expect(
      [0xEF, 0xBB, 0xBF] + Array("<?xml encoding='utf-16'?>".utf8), "<?xml encoding='utf-16'?>",
      "utf-8", ["the document says that it is in utf-16le but is in utf-8"])
    Self.expect(
      [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array("<a/>".utf8), "<a/>", "utf-8", [])
    Self.expect(Array("ï»¿<a/>".utf8), "<a/>", "utf-8", [])
    Self.expect(
      [0xEF, 0xBB, 0xBF] + Self.latin("<a>\u{E9}t\u{E9}</a>"), "<a>été</a>", "windows-1252",
      ["it begins with the mark of utf-8, in which it is not"])
    Self.expect(
      [0xFF, 0xFE] + Array("<?xml version='1.0'?><a>é</a>".utf8),
      "<?xml version='1.0'?><a>é</a>", "utf-8",
      ["it begins with the mark of utf-16le, in which it is not"])
  }

  @Test func readsWideUnitsWithFaults() {
    let wide = Array("<a>é</a>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    Self.expect(wide, "<a>é</a>", "utf-16le", [])
    Self.expect(wide, type: "text/xml; charset=utf-16", "<a>é</a>", "utf-16le", [])
    Self.expect(
      [0xFF, 0xFE] + wide + [0x0A], "<a>é</a>", "utf-16le",
      ["the last character of utf-16le is cut"])
    Self.expect(
      [0xFF, 0xFE] + wide + [0x3D, 0xD8], "<a>é</a>\u{FFFD}", "utf-16le",
      ["1 character is not utf-16le"])
    Self.expect(
      wide, type: "text/xml; charset=utf-8", "<a>é</a>", "utf-16le",
      ["the document says that it is in utf-8 but is in utf-16le"])
    Self.expect(
      [0, 0, 0, 0x3C, 0, 0x11, 0, 0, 0, 0], "<\u{FFFD}", "utf-32be",
      ["1 character is not utf-32be", "the last character of utf-32be is cut"])
  }

  @Test func readsBytesThatSayThatTheyAreWide() {
    Self.expect(
      Array("<?xml encoding='utf-16'?>é".utf8), "<?xml encoding='utf-16'?>é", "utf-8",
      ["the document says that it is in utf-16le but is in UTF-8"])
    Self.expect(
      Self.latin("<?xml encoding='utf-32'?>\u{E9}"), "<?xml encoding='utf-32'?>é", "windows-1252",
      ["the document is not in utf-32le as it says"])
  }

  @Test func leavesZerosInUTF8ToTheReader() {
    Self.expect(Array("<a>\u{0}é</a>".utf8), "<a>\u{0}é</a>", "utf-8", [])
  }

  @Test func believesUTF8RatherThanLabels() {
    // These bytes are also three sound characters of GBK.
    Self.expect(
      Array("中文".utf8), type: "text/xml; charset=gb2312", "中文", "utf-8",
      ["the document says that it is in gbk but is in UTF-8"])
    Self.expect(
      Array("à bientôt, déjà là, été, forêt, très très près".utf8) + Self.latin(" caf\u{E9} "),
      type: "text/xml; charset=iso-8859-1", "à bientôt, déjà là, été, forêt, très très près café ",
      "utf-8",
      [
        "the document says that it is in windows-1252 but is in UTF-8",
        "1 character of Windows-1252 in a document in UTF-8",
      ])
    Self.expect(
      Self.latin("<?xml encoding='gb2312'?>\u{D6}\u{D0}"), type: "text/xml; charset=us-ascii",
      "<?xml encoding='gb2312'?>中", "gbk", ["the document is not in us-ascii as it says"])
  }

  @Test func countsBytesThatACodePageLeavesOpen() {
    Self.expect(
      Self.latin("<?xml encoding='windows-1253'?>\u{E1}\u{AA}\u{D2}"),
      "<?xml encoding='windows-1253'?>α\u{FFFD}\u{FFFD}", "windows-1253",
      ["2 bytes are not windows-1253"])
    Self.expect(
      Self.latin("<?xml encoding='euc-jp'?>\u{C6}\u{FC}\u{CB}\u{DC}\u{C6}"),
      "<?xml encoding='euc-jp'?>日本\u{FFFD}", "euc-jp", ["1 byte is not euc-jp"])
  }

  /// Whatever is read afterwards trusts that the text is UTF-8, so all bytes are tried under all
  /// labels: code pages by number, and those with names.
  @Test func givesUTF8UnderEveryLabel() {
    var random = SplitMix64(seed: 7)
    let labels =
      (1...1400).map { "cp\($0)" }
      + [
        "gb18030", "gbk", "big5", "euc-jp", "euc-jisx0213", "iso-2022-jp", "iso-2022-jp-2",
        "shift_jis",
        "shift_jisx0213", "euc-kr", "johab", "euc-tw", "viscii", "armscii-8", "georgian-ps",
        "koi8-t",
        "mac-arabic", "mac-farsi", "mac-greek", "hp-roman9", "dec-mcs", "utf-16", "utf-32", "utf-8",
        "cp9030", "cp9448", "cp4517", "cp4899", "cp4971", "cp12712", "cp16804", "us-ascii",
      ]
    for label in labels {
      var bytes = (UInt8.min...UInt8.max).flatMap {
        [$0, UInt8.random(in: 0...0xFF, using: &random)]
      }
      bytes.append(contentsOf: [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x8F, 0xA1])
      for start: UInt8 in [0x4C, 0x20] {
        let decoded = decode([start] + bytes, contentType: "text/xml; charset=\(label)")
        #expect(String(validating: decoded.bytes, as: UTF8.self) != nil, "\(label)")
      }
    }
  }

  /// Bytes without sense, many of them: each comes to an end, and is UTF-8 then.
  @Test(
    arguments: [
      ([0xFE], nil), ([0xC3], nil), ([0xE2, 0x80], nil), ([0xED, 0xA0, 0xBD], nil),
      ([0xC3, 0xA9, 0xC3, 0xA9, 0x20, 0xE9, 0x20], nil), ([0x81, 0x3C], "shift_jis"),
      ([0x1B], "iso-2022-jp"), ([0x1B, 0x24, 0x42, 0x1B, 0x28, 0x42], "iso-2022-jp"),
      ([0x81], "gb18030"), ([0x00, 0xD8], "utf-16"), ([0x4C, 0x6F], "cp037"), ([0x00], nil),
      ([0xEF, 0xBB, 0xBF], nil), ([0xA4, 0xFF], "big5"), ([0x8F], "euc-jp"),
    ] as [([UInt8], String?)])
  func endsOnHostileBytes(unit: [UInt8], label: String?) {
    let bytes = Array(repeatElement(unit, count: 50_000).joined())
    let decoded = decode(
      [0x3C, 0x61, 0x3E] + bytes, contentType: label.map { "text/xml; charset=\($0)" })
    #expect(String(validating: decoded.bytes, as: UTF8.self) != nil)
    #expect(decoded.bytes.count <= 3 * bytes.count + 3)
  }
}
