extension TextEncoding {
  /// WHATWG names by their labels (encoding standard, section 4.2), with a few that Python and
  /// Java write into feeds. Each line is a name and its labels.
  static let names: [String: String] = {
    var names: [String: String] = [:]
    for line in labels.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      for label in words { names[label] = words[0] }
    }
    return names
  }()

  /// What the C library calls an encoding where it differs: the supersets that are really sent.
  static let iconvNames = [
    "gbk": "GB18030", "big5": "BIG5-HKSCS", "shift_jis": "CP932", "euc-kr": "CP949",
    "macintosh": "MACINTOSH", "x-mac-cyrillic": "MAC-CYRILLIC", "windows-874": "CP874",
    "windows-1250": "CP1250", "windows-1251": "CP1251", "windows-1253": "CP1253",
    "windows-1254": "CP1254", "windows-1255": "CP1255", "windows-1256": "CP1256",
    "windows-1257": "CP1257", "windows-1258": "CP1258", "ibm866": "CP866",
  ]

  /// The encodings in which a character may take several bytes.
  static let multiByte: Set<String> = [
    "utf-8", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr", "utf-16be",
    "utf-16le", "utf-32be", "utf-32le", "johab", "euc-tw", "hz", "hz-gb-2312", "iso-2022-kr",
    "iso-2022-cn", "cp950", "utf-7", "euc-jisx0213", "shift_jisx0213",
  ]

  private static let labels = """
    utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8
    windows-1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 latin1 latin-1 l1 ascii
    windows-1252 us-ascii ansi_x3.4-1968 cp1252 cp819 ibm819 csisolatin1 iso-ir-100 x-cp1252
    ibm866 866 cp866 csibm866
    iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 latin2 l2 csisolatin2 iso-ir-101
    iso-8859-3 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 latin3 l3 csisolatin3 iso-ir-109
    iso-8859-4 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 latin4 l4 csisolatin4 iso-ir-110
    iso-8859-5 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 cyrillic csisolatincyrillic
    iso-8859-5 iso-ir-144
    iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 arabic asmo-708 ecma-114
    iso-8859-6 csisolatinarabic iso-8859-6-e iso-8859-6-i iso-ir-127
    iso-8859-7 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 greek greek8 sun_eu_greek ecma-118
    iso-8859-7 elot_928 csisolatingreek iso-ir-126
    iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 hebrew visual csisolatinhebrew
    iso-8859-8 iso-8859-8-e iso-8859-8-i logical iso-ir-138
    iso-8859-10 iso8859-10 iso885910 latin6 l6 csisolatin6 iso-ir-157
    iso-8859-13 iso8859-13 iso885913
    iso-8859-14 iso8859-14 iso885914
    iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 csisolatin9 latin-9 latin9
    iso-8859-16
    koi8-r koi8r koi koi8 koi8_r cskoi8r
    koi8-u koi8-ru
    macintosh mac macroman mac-roman x-mac-roman csmacintosh
    x-mac-cyrillic x-mac-ukrainian
    windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 cp874
    windows-1250 cp1250 x-cp1250
    windows-1251 cp1251 x-cp1251
    windows-1253 cp1253 x-cp1253
    windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 latin5
    windows-1254 l5 csisolatin5 iso-ir-148
    windows-1255 cp1255 x-cp1255
    windows-1256 cp1256 x-cp1256
    windows-1257 cp1257 x-cp1257
    windows-1258 cp1258 x-cp1258
    gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese csgb2312 csiso58gb231280 euc-cn cp936 iso-ir-58
    gb18030 gb18030-2000
    big5 big5-hkscs cn-big5 csbig5 x-x-big5
    euc-jp eucjp x-euc-jp cseucpkdfmtjapanese
    iso-2022-jp csiso2022jp
    shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932
    euc-kr euckr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 cseuckr csksc56011987
    euc-kr windows-949 cp949 iso-ir-149
    utf-16be unicodefffe
    utf-16le utf-16 utf16 ucs-2 unicode iso-10646-ucs-2 csunicode unicodefeff u16
    utf-32be ucs-4be
    utf-32le utf-32 utf32 ucs-4 iso-10646-ucs-4
    """
}
