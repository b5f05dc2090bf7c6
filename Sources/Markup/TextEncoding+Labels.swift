extension TextEncoding {
  /// The encodings by the keys of their labels: those of the WHATWG standard (section 4.2), of IANA
  /// and of Python, whose names feeds bear.
  ///
  /// Left out on purpose: UTF-7, HZ and the ISO 2022 encodings other than the Japanese one, in which
  /// markup can hide and whose converters had holes, and IBM's stateful pages.
  static let known: [String: TextEncoding] = {
    var known: [String: TextEncoding] = [:]
    func add(_ label: Substring, _ encoding: TextEncoding) {
      let key = key(String(label))
      // What stands first counts: the standard's labels before those of code pages.
      if known[key] == nil { known[key] = encoding }
    }
    for (lines, form) in [(asciiLabels, Form.ascii), (utf8Labels, .utf8), (wideLabels, .wide)] {
      for words in rows(lines) {
        for label in words { add(label, TextEncoding(name: String(words[0]), form: form)) }
      }
    }
    for words in rows(singleByteLabels) {
      let form = Form.singleByte(page: String(words[1]))
      for label in words { add(label, TextEncoding(name: String(words[0]), form: form)) }
    }
    for words in rows(multiByteLabels) {
      let form = Form.multiByte(names: words[1].split(separator: ",").map(String.init))
      for label in [words[0]] + words[2...] {
        add(label, TextEncoding(name: String(words[0]), form: form))
      }
    }
    for words in rows(codePageLabels) {
      let number = words[0]
      let form = Form.singleByte(page: "CP\(number)")
      let own = ["ibm", "cp", "", "csibm", "cpibm", "x-ibm", "ccsid", "ms"].map { $0 + number }
      for label in own.map({ Substring($0) }) + words[1...] {
        add(label, TextEncoding(name: "ibm\(number)", form: form))
      }
    }
    return known
  }()

  private static func rows(_ text: String) -> [[Substring]] {
    text.split(separator: "\n").map { $0.split(separator: " ") }
  }

  private static let asciiLabels = """
    us-ascii ascii ansi_x3.4-1968 ansi_x3.4-1986 iso_646.irv:1991 iso646-us iso-ir-6 us cp367 ibm367 csascii 646
    """

  private static let utf8Labels = """
    utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 u8 utf utf-8-sig utf8-ucs2 utf8-ucs4 cp65001 csutf8 utf8mb4 cesu-8 cscesu-8
    """

  private static let wideLabels = """
    utf-16be unicodefffe unicodebig unicodebigunmarked x-utf-16be csutf16be cp1201 ucs-2be
    utf-16le utf-16 ucs-2 unicode iso-10646-ucs-2 csunicode unicodefeff u16 csutf16 csutf16le unicodelittle unicodelittleunmarked x-utf-16le cp1200 ucs-2le
    utf-32be ucs-4be csutf32be cp12001
    utf-32le utf-32 ucs-4 iso-10646-ucs-4 u32 csucs4 csutf32 csutf32le ucs-4le cp12000
    """

  /// A name, the library's name or the sign of a table of our own, and labels.
  private static let singleByteLabels = """
    windows-1252 = iso-8859-1 iso_8859-1:1987 latin1 latin-1 latin l1 8859 8859-1 cp1252 1252 cp819 ibm819 819 csisolatin1 iso-ir-100 x-cp1252 cswindows1252 x-ansi ms-ansi iso8859 cp5348
    ibm866 CP866 866 cp866 csibm866
    iso-8859-2 ISO-8859-2 iso_8859-2:1987 latin2 l2 8859-2 csisolatin2 iso-ir-101 cp912 ibm912 cp28592
    iso-8859-3 ISO-8859-3 iso_8859-3:1988 latin3 l3 8859-3 csisolatin3 iso-ir-109 cp913 ibm913 cp28593
    iso-8859-4 ISO-8859-4 iso_8859-4:1988 latin4 l4 8859-4 csisolatin4 iso-ir-110 cp914 ibm914 cp28594
    iso-8859-5 ISO-8859-5 iso_8859-5:1988 cyrillic 8859-5 csisolatincyrillic iso-ir-144 cp915 ibm915 cp28595
    iso-8859-6 ISO-8859-6 iso_8859-6:1987 arabic 8859-6 asmo-708 ecma-114 csisolatinarabic iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i iso-ir-127 cp1089 ibm1089 cp28596
    iso-8859-7 ISO-8859-7 iso_8859-7:1987 iso_8859-7:2003 greek greek8 8859-7 sun_eu_greek ecma-118 elot_928 csisolatingreek iso-ir-126 cp813 ibm813 cp28597
    iso-8859-8 ISO-8859-8 iso_8859-8:1988 hebrew visual logical 8859-8 csisolatinhebrew iso-8859-8-e iso-8859-8-i csiso88598e csiso88598i iso-ir-138 cp916 ibm916 cp28598 cp38598
    iso-8859-10 ISO-8859-10 iso_8859-10:1992 latin6 l6 csisolatin6 iso-ir-157
    iso-8859-13 ISO-8859-13 latin7 l7 csiso885913 iso-ir-179 cp28603
    iso-8859-14 ISO-8859-14 iso_8859-14:1998 latin8 l8 csiso885914 iso-ir-199 iso-celtic
    iso-8859-15 ISO-8859-15 iso_8859-15:1998 latin9 latin-9 l9 csisolatin9 csiso885915 iso-ir-203 latin0 cp923 ibm923 cp28605
    iso-8859-16 ISO-8859-16 iso_8859-16:2001 latin10 l10 csiso885916 iso-ir-226
    koi8-r KOI8-R koi koi8 cskoi8r cp878 ibm878 cp20866
    koi8-u KOI8-U koi8-ru cskoi8u cp1168 ibm1168 cp21866
    koi8-t KOI8-T
    iso-ir-111 ECMA-CYRILLIC ecma-cyrillic koi8-e csiso111ecmacyrillic
    macintosh MACINTOSH mac macroman mac-roman x-mac-roman x-macroman csmacintosh cp10000
    x-mac-cyrillic MAC-CYRILLIC mac-cyrillic maccyrillic x-mac-ukrainian mac-ukrainian mac-uk cp10007 cp10017
    mac-arabic =mac-arabic macarabic x-mac-arabic cp10004
    mac-croatian =mac-croatian maccroatian x-mac-croatian cp10082
    mac-farsi =mac-farsi macfarsi x-mac-farsi
    mac-greek =mac-greek macgreek x-mac-greek cp10006
    mac-iceland =mac-iceland maciceland mac-icelandic x-mac-icelandic mac-is cp10079
    mac-latin2 =mac-latin2 maclatin2 maccentraleurope mac-centraleurope mac-centeuro mac-ce x-mac-ce x-mac-centraleurroman cp10029
    mac-romanian =mac-romanian macromania mac-romania macromanian x-mac-romanian cp10010
    mac-turkish =mac-turkish macturkish x-mac-turkish cp10081
    windows-874 CP874 dos-874 iso-8859-11 iso_8859-11:2001 tis-620 tis-620-0 tis-620-2529-0 tis-620-2529-1 tis620.2533-0 iso-ir-166 cstis620 thai cp874 874 ibm874 cp9066 cp1162 ibm1162 x-windows-874
    windows-1250 CP1250 cp1250 1250 x-cp1250 cswindows1250 ms-ee cp5346
    windows-1251 CP1251 cp1251 1251 x-cp1251 cswindows1251 ms-cyrl cp5347
    windows-1253 CP1253 cp1253 1253 x-cp1253 cswindows1253 ms-greek cp5349
    windows-1254 CP1254 cp1254 1254 x-cp1254 cswindows1254 ms-turk iso-8859-9 iso_8859-9:1989 8859-9 latin5 l5 csisolatin5 iso-ir-148 cp920 ibm920 cp28599 cp5350
    windows-1255 CP1255 cp1255 1255 x-cp1255 cswindows1255 ms-hebr cp5351
    windows-1256 CP1256 cp1256 1256 x-cp1256 cswindows1256 ms-arab cp5352
    windows-1257 CP1257 cp1257 1257 x-cp1257 cswindows1257 winbaltrim cp5353
    windows-1258 CP1258 cp1258 1258 x-cp1258 cswindows1258 cp5354
    kz-1048 RK1048 rk1048 strk1048-2002 cskz1048 kz1048
    ptcp154 PT154 pt154 cp154 154 csptcp154 cyrillic-asian
    hp-roman8 HP-ROMAN8 roman8 r8 cshproman8 cp1051 ibm1051
    hp-roman9 HP-ROMAN9 roman9 r9
    dec-mcs DEC-MCS dec csdecmcs
    viscii VISCII csviscii
    armscii-8 ARMSCII-8 armscii8
    georgian-academy GEORGIAN-ACADEMY
    georgian-ps GEORGIAN-PS
    cp720 =cp720 720 ibm720 dos-720
    cp1006 =cp1006 1006 ibm1006
    """

  /// A name, the library's names from the best on, and labels.
  private static let multiByteLabels = """
    gbk GB18030 gb2312 gb_2312 gb_2312-80 gb2312-1980 x-gbk chinese csgb2312 csiso58gb231280 euc-cn euccn eucgb2312-cn cn-gb cp936 936 ms936 windows-936 csgbk iso-ir-58 x-mac-simp-chinese x-mac-chinesesimp cp1386
    gb18030 GB18030 gb18030-2000 gb18030-2005 gb18030-2022 csgb18030 cp54936
    big5 BIG5-HKSCS,BIG5 big5-hkscs big5hkscs hkscs big5-tw big5-eten cn-big5 csbig5 csbig5hkscs x-x-big5 cp950 950 ms950 windows-950 x-mac-trad-chinese x-mac-chinesetrad big-five
    euc-jp EUC-JP-MS,EUC-JP eucjp x-euc-jp x-eucjp ujis u-jis cseucpkdfmtjapanese eucjp-ms eucjp-win eucjp-open euc-jp-ms cp51932 cp20932 cp954
    euc-jisx0213 EUC-JISX0213 euc-jis-2004 eucjis2004 eucjisx0213 jisx0213
    iso-2022-jp ISO-2022-JP csiso2022jp iso2022jp iso-2022-jp-1 jis cp50220 cp50221 cp50222
    iso-2022-jp-2 ISO-2022-JP-2 csiso2022jp2 iso2022jp-2
    shift_jis CP932 shift-jis sjis s-jis x-sjis x-s-jis ms_kanji mskanji ms932 windows-31j cswindows31j csshiftjis cp932 932 cp943 943 ibm943 x-mac-japanese
    shift_jisx0213 SHIFT_JISX0213 sjisx0213 s-jisx0213 shift_jis-2004 shiftjis2004 sjis-2004 s-jis-2004
    euc-kr CP949,EUC-KR euckr korean ks_c_5601 ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 ks-x-1001 ksx1001 cseuckr csksc56011987 iso-ir-149 windows-949 cp949 949 ms949 uhc x-windows-949 x-mac-korean cp970 cp51949
    johab JOHAB cp1361 ms1361 1361
    euc-tw EUC-TW euctw cns11643 cp964
    """

  /// The code pages of DOS and of mainframes that are known by their numbers, with other labels.
  private static let codePageLabels = """
    437 cspc8codepage437
    737 x-ibm737
    770
    771
    772
    773
    774
    775 cspc775baltic
    850 cspc850multilingual
    851
    852 cspcp852
    855
    856
    857
    858 cspc858multilingual cp00858 pc-multilingual-850+euro
    860
    861 cp-is
    862 cspc862latinhebrew
    863
    864
    865
    868 cp-ar
    869 cp-gr
    901
    902
    921
    922
    1004 os2latin1
    1008
    1046
    1124
    1125 ruscii cp866u cp866nav
    1129
    1133
    1161
    1163
    1167
    9030
    9448
    037 csibm037 ebcdic-cp-us ebcdic-cp-ca ebcdic-cp-wt ebcdic-cp-nl ibm039 ebcdic-us-37
    038 ebcdic-int
    273 ebcdic-de-273
    274 ebcdic-be
    275 ebcdic-br
    278 ebcdic-cp-fi ebcdic-cp-se
    280 ebcdic-cp-it
    281 ebcdic-jp-e
    284 ebcdic-cp-es
    285 ebcdic-cp-gb
    290 ebcdic-jp-kana
    297 ebcdic-cp-fr
    420 ebcdic-cp-ar1
    423 ebcdic-cp-gr
    424 ebcdic-cp-he
    500 ebcdic-cp-be ebcdic-cp-ch 500v1 ebcdic-international
    803
    870 ebcdic-cp-roece ebcdic-cp-yu
    871 ebcdic-cp-is
    875
    880 ebcdic-cyrillic
    905 ebcdic-cp-tr
    918 ebcdic-cp-ar2
    1025
    1026
    1047 ebcdic-latin1-open
    1097
    1112
    1122
    1123
    1130
    1132
    1137
    1140 ebcdic-us-37+euro
    1141 ebcdic-de-273+euro
    1142 ebcdic-dk-277+euro ebcdic-no-277+euro
    1143 ebcdic-fi-278+euro ebcdic-se-278+euro
    1144 ebcdic-it-280+euro
    1145 ebcdic-es-284+euro
    1146 ebcdic-gb-285+euro
    1147 ebcdic-fr-297+euro
    1148 ebcdic-international-500+euro
    1149 ebcdic-is-871+euro
    1153
    1154
    1155
    1156
    1157
    1158
    1160
    1164
    1166
    4517
    4899
    4971
    12712
    16804
    """
}
