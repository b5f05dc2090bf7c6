import Foundation
import Markup
import Testing

@Suite struct DecodingTests {
  /// Each row: what the bytes are, the HTTP content type, the text and the encoding that must come out.
  static let rows: [(name: String, bytes: [UInt8], type: String?, text: String, encoding: String)] =
    [
      ("plain ASCII", Array("<a/>".utf8), nil, "<a/>", "utf-8"),
      ("UTF-8", Array("<a>é€😀</a>".utf8), nil, "<a>é€😀</a>", "utf-8"),
      ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array("<a/>".utf8), nil, "<a/>", "utf-8"),
      (
        "Latin 1 by declaration", latin("<?xml encoding='iso-8859-1'?>\u{E9}\u{80}"), nil,
        "<?xml encoding='iso-8859-1'?>é€", "windows-1252"
      ),
      (
        "Latin 1 by HTTP", latin("<a>\u{E9}</a>"), "text/xml; charset=\"ISO-8859-1\"", "<a>é</a>",
        "windows-1252"
      ),
      (
        "no declaration, not UTF-8", latin("<a>\u{93}hi\u{94}</a>"), nil, "<a>“hi”</a>",
        "windows-1252"
      ),
      (
        "UTF-8 that says Latin 1", Array("<?xml encoding='iso-8859-1'?>é".utf8), nil,
        "<?xml encoding='iso-8859-1'?>é", "utf-8"
      ),
      (
        "UTF-8 by HTTP that says Latin 1", Array("<a>é</a>".utf8), "text/xml;charset=latin1",
        "<a>é</a>", "utf-8"
      ),
      (
        "says UTF-16 and is ASCII", Array("<?xml encoding='utf-16'?><a/>".utf8), nil,
        "<?xml encoding='utf-16'?><a/>", "utf-8"
      ),
      (
        "an encoding that nobody knows", Array("<?xml encoding='x-klingon'?>é".utf8), nil,
        "<?xml encoding='x-klingon'?>é", "utf-8"
      ),
      (
        "HTTP beats the declaration", latin("<?xml encoding='koi8-r'?>\u{CF}"),
        "text/xml; charset=windows-1251", "<?xml encoding='koi8-r'?>П", "windows-1251"
      ),
      (
        "HTTP says UTF-8 and the declaration is right",
        latin("<?xml encoding='koi8-r'?>\u{CF}\u{CB}"),
        "text/xml; charset=utf-8", "<?xml encoding='koi8-r'?>ок", "koi8-r"
      ),
      (
        "Greek", latin("<?xml encoding='ISO-8859-7'?>\u{E1}"), nil,
        "<?xml encoding='ISO-8859-7'?>α",
        "iso-8859-7"
      ),
      (
        "Turkish", latin("<?xml encoding='ISO-8859-9'?>\u{FE}"), nil,
        "<?xml encoding='ISO-8859-9'?>ş", "windows-1254"
      ),
      (
        "Ukrainian", latin("<?xml encoding='koi8-u'?>\u{A4}"), nil, "<?xml encoding='koi8-u'?>є",
        "koi8-u"
      ),
      (
        "DOS Cyrillic", latin("<?xml encoding='cp866'?>\u{80}"), nil, "<?xml encoding='cp866'?>А",
        "ibm866"
      ),
      (
        "Macintosh", latin("<?xml encoding='macintosh'?>\u{8E}"), nil,
        "<?xml encoding='macintosh'?>é", "macintosh"
      ),
      (
        "Vietnamese, whose library holds letters back",
        latin("<?xml encoding='cp1258'?>\u{E2}x\u{E2}"), nil,
        "<?xml encoding='cp1258'?>âxâ", "windows-1258"
      ),
      (
        "Chinese as GB2312", latin("<?xml encoding='gb2312'?>\u{D6}\u{D0}"), nil,
        "<?xml encoding='gb2312'?>中", "gbk"
      ),
      (
        "Chinese as GB18030", latin("<?xml encoding='gb18030'?>\u{81}\u{30}\u{81}\u{30}"), nil,
        "<?xml encoding='gb18030'?>\u{80}", "gb18030"
      ),
      (
        "Chinese as Big5", latin("<?xml encoding='big5'?>\u{A4}\u{A4}"), nil,
        "<?xml encoding='big5'?>中", "big5"
      ),
      (
        "Japanese as EUC", latin("<?xml encoding='euc-jp'?>\u{C6}\u{FC}"), nil,
        "<?xml encoding='euc-jp'?>日", "euc-jp"
      ),
      (
        "Japanese as Shift JIS", latin("<?xml encoding='Shift_JIS'?>\u{93}\u{FA}"), nil,
        "<?xml encoding='Shift_JIS'?>日", "shift_jis"
      ),
      (
        "Japanese as ISO 2022", latin("<?xml encoding='iso-2022-jp'?>\u{1B}$BF|\u{1B}(B"), nil,
        "<?xml encoding='iso-2022-jp'?>日", "iso-2022-jp"
      ),
      (
        "Korean", latin("<?xml encoding='euc-kr'?>\u{B3}\u{E2}"), nil, "<?xml encoding='euc-kr'?>년",
        "euc-kr"
      ),
    ]

  /// The bytes of a text of characters below U+0100, one each.
  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test(arguments: rows.indices) func decodes(row: Int) {
    let row = Self.rows[row]
    let decoded = decode(row.bytes, contentType: row.type)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == row.text, "\(row.name)")
    #expect(decoded.encoding == row.encoding, "\(row.name)")
  }

  @Test(arguments: [
    (String.Encoding.utf16BigEndian, "utf-16be", [UInt8](arrayLiteral: 0xFE, 0xFF)),
    (.utf16LittleEndian, "utf-16le", [0xFF, 0xFE]),
    (.utf32BigEndian, "utf-32be", [0, 0, 0xFE, 0xFF]),
    (.utf32LittleEndian, "utf-32le", [0xFF, 0xFE, 0, 0]),
  ])
  func decodesWideUnits(encoding: String.Encoding, name: String, mark: [UInt8]) throws {
    let text = "<?xml version='1.0'?><a>é😀</a>"
    let body = [UInt8](try #require(text.data(using: encoding)))
    for bytes in [mark + body, body] {
      let decoded = decode(bytes)
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
      #expect(decoded.encoding == name)
      #expect(decoded.problems == [])
    }
  }

  @Test(arguments: [
    ("<?xml encoding='x-klingon'?>", ["the encoding \"x-klingon\" is not known"]),
    (
      "<?xml encoding='iso-8859-1'?>é",
      ["the document says that it is in windows-1252 but is in UTF-8"]
    ),
    ("<?xml encoding='utf-8'?>é", []),
  ])
  func saysWhatWasWrong(source: String, problems: [String]) {
    #expect(decode(Array(source.utf8)).problems == problems)
  }

  @Test func survivesEveryTwoBytes() {
    for first in UInt8.min...UInt8.max {
      for second in stride(from: UInt8.min, to: 0xFF, by: 5) {
        let text = decode([first, second, first]).bytes
        #expect(String(validating: text, as: UTF8.self) != nil)
      }
    }
  }
}
