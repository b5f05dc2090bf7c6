import Markup
import Testing

/// Labels of every family: each row is a byte, what it stands for under labels, and these.
@Suite struct DecodingLabelTests {
  @Test(arguments: [
    (0x80, "€", "windows-1252 iso-8859-1 ISO_8859-1:1987 latin1 latin-1 L1 cp1252 8859_1 IBM819"),
    (0x80, "€", "x-cp1252 windows_1252 1252 csISOLatin1 cp819"),
    (0x80, "Ç", "cp437 437 IBM437 ibm-437 csPC8CodePage437 cp850 ibm850 850 csPC850Multilingual"),
    (0x80, "Ç", "cp852 csPCp852 cp857 csibm857 cp858 cp00858 cp860 cp861 cp-is cp_is CP_IS cp863"),
    (0x80, "Ç", "cp865 ibm865"),
    (0x80, "А", "cp866 ibm866 866 csIBM866 cp1125 ruscii cp866u mac-cyrillic maccyrillic"),
    (0x80, "А", "x-mac-cyrillic"),
    (0x80, "א", "cp862 IBM862 csPC862LatinHebrew cp856 ibm856"),
    (0x80, "Α", "cp737 ibm737"),
    (0x80, "Ć", "cp775 csPC775Baltic"),
    (0x80, "ђ", "cp855 csibm855"),
    (0x80, "°", "cp864 ibm864"),
    (0x86, "Ά", "cp869 869 cp-gr CP_GR csibm869"),
    (0x80, "Ä", "macintosh macroman mac-roman x-mac-roman mac-greek mac-turkish mac_latin2"),
    (0x80, "Ä", "mac-iceland maccroatian mac-romanian mac-arabic"),
    (0xA1, "Ą", "iso-8859-2 latin2 l2 ISO_8859-2:1987 csISOLatin2 iso-ir-101 8859_2"),
    (0xA1, "Ħ", "iso-8859-3 latin3"),
    (0xA1, "Ą", "iso-8859-4 latin4 iso-8859-10 latin6"),
    (0xA1, "Ё", "iso-8859-5 cyrillic iso8859_5"),
    (0xC7, "ا", "iso-8859-6 arabic asmo-708 ecma_114"),
    (0xE1, "α", "iso-8859-7 greek greek8 elot_928 windows-1253 cp1253"),
    (0xE0, "א", "iso-8859-8 hebrew iso-8859-8-i windows-1255 cp1255"),
    (0xFE, "ş", "iso-8859-9 latin5 l5 windows-1254 cp1254"),
    (0xFE, "ž", "iso-8859-13 latin7 windows-1257 cp1257"),
    (0xA1, "Ḃ", "iso-8859-14 latin8 iso-celtic"),
    (0xA4, "€", "iso-8859-15 latin9 latin-9 L9 iso-8859-16 latin10"),
    (0xA1, "ก", "iso-8859-11 tis-620 tis620 windows-874 cp874 iso-ir-166 thai"),
    (0x80, "─", "koi8-r koi8 KOI8_R cskoi8r koi8-u koi8-ru"),
    (0x80, "қ", "koi8-t"),
    (0x80, "Ђ", "windows-1251 cp1251 windows_1251 1251 kz1048 strk1048_2002"),
    (0x80, "Җ", "ptcp154 pt154 cp154 cyrillic-asian"),
    (0x8C, "Ś", "windows-1250 cp1250"),
    (0x81, "پ", "windows-1256 cp1256"),
    (0xA1, "À", "hp-roman8 roman8 r8 cp1051"),
    (0x81, "\u{81}", "cp720"),
    (0x82, "é", "cp720 720 dos-720"),
    (0xA1, "۰", "cp1006"),
  ]) func knowsSingleBytes(byte: UInt8, text: String, labels: String) {
    for label in labels.split(separator: " ") {
      let head = "<?xml version='1.0' encoding='\(label)'?>"
      let decoded = decode(Array(head.utf8) + [byte])
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == head + text, "\(label)")
      #expect(decoded.problems == [], "\(label)")
    }
  }

  @Test(arguments: [
    ([0xD6, 0xD0], "中", "gb2312 gb_2312-80 gbk cp936 x-gbk chinese euc-cn 936 ms936 gb18030"),
    ([0xA4, 0xA4], "中", "big5 Big5-HKSCS big5-tw cp950 950 ms950 cn-big5 csBig5 x-x-big5"),
    ([0xC6, 0xFC], "日", "euc-jp eucjp ujis u-jis x-euc-jp EUC_JP"),
    ([0xAD, 0xA1], "①", "euc-jp"),
    ([0x93, 0xFA], "日", "shift_jis sjis Shift-JIS x-sjis windows-31j cp932 932 ms_kanji"),
    ([0x87, 0x40], "①", "shift_jis"),
    ([0x1B, 0x24, 0x42, 0x46, 0x7C, 0x1B, 0x28, 0x42], "日", "iso-2022-jp csISO2022JP"),
    ([0xB3, 0xE2], "년", "euc-kr korean ks_c_5601-1987 cp949 uhc windows-949 ksc5601"),
    ([0x8C, 0x63], "똠", "cp949 euc-kr"),
    ([0xB4, 0xA1], "야", "johab cp1361"),
  ]) func knowsSeveralBytes(bytes: [UInt8], text: String, labels: String) {
    for label in labels.split(separator: " ") {
      let head = "<?xml version='1.0' encoding='\(label)'?>"
      let decoded = decode(Array(head.utf8) + bytes)
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == head + text, "\(label)")
      #expect(decoded.problems == [], "\(label)")
    }
  }

  /// The letters that all code pages of mainframes share, enough for a document.
  private static let mainframe: [Character: UInt8] = {
    var letters: [Character: UInt8] = [
      " ": 0x40, "<": 0x4C, ">": 0x6E, "?": 0x6F, "=": 0x7E, "'": 0x7D, "-": 0x60, "_": 0x6D,
      "/": 0x61, "\n": 0x25, "+": 0x4E,
    ]
    for (start, text) in [
      (0x81, "abcdefghi"), (0x91, "jklmnopqr"), (0xA2, "stuvwxyz"), (0xC1, "ABCDEFGHI"),
      (0xD1, "JKLMNOPQR"), (0xE2, "STUVWXYZ"), (0xF0, "0123456789"),
    ] {
      for (offset, letter) in text.enumerated() { letters[letter] = UInt8(start + offset) }
    }
    return letters
  }()

  private static func mainframe(_ text: String) -> [UInt8] { text.compactMap { mainframe[$0] } }

  @Test(arguments: [
    (0x80, "Ø", "cp037 037 ibm037 IBM-037 csIBM037 ebcdic-cp-us ebcdic_cp_ca ebcdic-cp-wt"),
    (0x80, "Ø", "ebcdic-cp-nl cp500 500 ibm500 csibm500 ebcdic-cp-be ebcdic_cp_ch cp1140 ibm1140"),
    (0x80, "Ø", "cp1026 ibm1026 cp273 csibm273 cp1047 cp1148"),
    (0x80, "΅", "cp875 ibm875"),
    (0x41, "א", "cp424 ebcdic-cp-he"),
    (0x9F, "€", "cp1140 cp1148 ebcdic-us-37+euro"),
  ]) func knowsMainframes(byte: UInt8, text: String, labels: String) {
    for label in labels.split(separator: " ") {
      let head = "<?xml version='1-0' encoding='\(label)'?>\n<t>"
      let decoded = decode(Self.mainframe(head) + [byte, 0x15])
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == head + text + "\n", "\(label)")
      #expect(decoded.problems == [], "\(label)")
    }
  }

  @Test func readsMainframesThatSayNothingOrSomethingElse() {
    let silent = decode(Self.mainframe("<?xml version='1'?><t>A</t>"))
    #expect(String(decoding: silent.bytes, as: UTF8.self) == "<?xml version='1'?><t>A</t>")
    #expect(silent.encoding == "ibm037")
    #expect(silent.problems == ["the document does not say that it is in EBCDIC"])
    let false8 = decode(Self.mainframe("<?xml encoding='utf-8'?><t>A</t>"))
    #expect(false8.problems == ["the document says that it is in utf-8 but is in EBCDIC"])
    let served = decode(
      Self.mainframe("\n<t>A</t>"), contentType: "text/xml; charset=ebcdic-cp-us")
    #expect(String(decoding: served.bytes, as: UTF8.self) == "\n<t>A</t>")
    let notAtAll = decode(Array("<t>A</t>".utf8), contentType: "text/xml; charset=cp037")
    #expect(String(decoding: notAtAll.bytes, as: UTF8.self) == "<t>A</t>")
    #expect(notAtAll.encoding == "utf-8")
  }

  /// Markup can hide in these, and their converters in the C library had holes.
  @Test(arguments: [
    "utf-7", "UTF-7", "unicode-1-1-utf-7", "hz", "hz-gb-2312", "iso-2022-kr", "iso-2022-cn",
    "iso-2022-cn-ext", "iso-2022-jp-3", "utf-16//TRANSLIT", "latin1//IGNORE", "ibm930", "cp1364",
    "cp1399", "wchar_t", "internal", "ucs4internal", "tscii", "../../tmp/evil", "x\u{0}y", "",
    String(repeating: "a", count: 100_000),
  ]) func refusesWhatIsDangerousOrUnknown(label: String) {
    let decoded = decode(
      Array("+ADw-a+AD4- ~{VP~} \u{1B}$)C".utf8), contentType: "text/xml; charset=\(label)")
    #expect(
      String(decoding: decoded.bytes, as: UTF8.self) == "+ADw-a+AD4- ~{VP~} \u{1B}$)C")
    #expect(decoded.encoding == "utf-8")
  }
}
