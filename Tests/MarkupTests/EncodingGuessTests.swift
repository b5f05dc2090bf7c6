import Foundation
import Markup
import Testing

/// Documents that say nothing of their encoding, or something false.
@Suite struct EncodingGuessTests {
  /// Each row: the encoding, the text, and its bytes in that encoding in base64.
  @Test(arguments: [
    (
      "euc-jp", "日本語の文章です。コーヒーの豆はどれがいいですか？新しいマシンを買いました。",
      "xvzL3LjspM7KuL7PpMekuaGjpbOhvKXSobykzsampM+kyaTspKykpKSkpMekuaSroam/t6S3pKSl"
        + "3qW3pfOk8sfjpKSk3qS3pL+how=="
    ),
    (
      "shift_jis", "日本語の文章です。コーヒーの豆はどれがいいですか？新しいマシンを買いました。",
      "k/qWe4zqgsyVto/NgsWCt4FCg1KBW4NxgVuCzJOkgs2Cx4LqgqqCooKigsWCt4KpgUiQVoK1gqKD"
        + "fYNWg5OC8JSDgqKC3IK1gr2BQg=="
    ),
    (
      "windows-1251", "Подскажите, какая кофемашина лучше для дома?",
      "z+7k8erg5ujy5Swg6uDq4P8g6u705ezg+Ojt4CDr8/f45SDk6/8g5O7s4D8="
    ),
    (
      "koi8-r", "Подскажите, какая кофемашина лучше для дома?",
      "8M/E08vB1snUxSwgy8HLwdEgy8/Gxc3B28nOwSDM1d7bxSDEzNEgxM/NwT8="
    ),
    (
      "gb18030", "我希望能够找到一个好的咖啡机，请问大家有什么推荐的吗？",
      "ztLPo837xNy5u9XStb3Su7j2usO1xL+nt8i7+qOsx+vOyrTzvNLT0Mqyw7TNxrz2tcTC8KO/"
    ),
    (
      "big5", "我希望能夠找到一個好的咖啡機，請問大家有什麼推薦的嗎？",
      "p9qnxrHmr+Cw96fkqOykQK3Tpm6quqlAsNi+96FBvdCw3aRqrmGms6Swu/KxwMLLqrq23KFI"
    ),
    (
      "euc-kr", "새로운 에스프레소 머신을 샀는데 사용법을 모르겠어요.",
      "u/W3zr/uIL+hvbrHwbe5vNIguNO9xcC7ILvytMK1pSC757/ruf3AuyC48LijsNq+7r/kLg=="
    ),
  ])
  func guesses(name: String, text: String, base64: String) throws {
    let body = Array(try #require(Data(base64Encoded: base64)))
    let bytes = Array("<rss><title>".utf8) + body + Array("</title></rss>".utf8)
    for (type, reason) in [
      (nil, nil), ("text/xml; charset=utf-8", "the document is not in utf-8 as it says"),
    ] {
      let decoded = decode(bytes, contentType: type)
      let document = String(decoding: decoded.bytes, as: UTF8.self)
      #expect(document == "<rss><title>\(text)</title></rss>")
      #expect(decoded.encoding == name)
      let guess = "the document does not say that it is in \(name), which was guessed"
      #expect(decoded.problems == [reason].compactMap { $0 } + [guess])
    }
  }

  /// What is no more than Windows-1252, or nothing that is guessed, must not turn into Chinese.
  @Test(arguments: [
    "déjà vu, un café crème à côté: naïve façade, où ça?", "è più bello così, perché non c'è",
    "Größe, Übung, Ärger und Öl: schöne Grüße aus Köln", "„Ähnlich“ – ÄÖÜ, ÀÉÈ, ÑÑÑ, ŸŸ, ÆØÅ",
    "EM SÃO PAULO A PROMOÇÃO É SÓ AMANHÃ: CORAÇÃO, AÇÃO", "¿Qué? ¡Mañana, señor Muñoz! ©®™€£¥§¶",
    "“quoted” ‘words’ – dashes — and … more • points • “again” ‘and’ again",
    "ÿÿÿÿ ÿÿÿÿ ÿÿÿÿ ÿÿÿÿ ÿÿÿÿ",
    "Þórður Ægir Óðinn Íslandsþýðing", "Åsa åt ägg på öar; København på tværs", "é", "Ää Öö Üü",
  ])
  func leavesWesternTextsAlone(text: String) throws {
    let document = "<rss><title>\(text)</title></rss>"
    let bytes = Array(try #require(document.data(using: .windowsCP1252)))
    let decoded = decode(bytes)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == document)
    #expect(decoded.encoding == "windows-1252")
    #expect(decoded.problems == ["the document is not in UTF-8"])
  }

  /// Scripts that are not guessed stay what they were: Windows-1252, with a note.
  @Test(arguments: [
    ("Ποια μηχανή καφέ είναι καλύτερη για το σπίτι;", String.Encoding.windowsCP1253),
    ("Dovolte, příliš žluťoučký kůň úpěl ďábelské ódy", .windowsCP1250),
    ("Şu ılık kahvenin ağır çöküntüsü", .windowsCP1254),
  ])
  func guessesNoOtherScripts(text: String, encoding: String.Encoding) throws {
    let decoded = decode(Array(try #require(text.data(using: encoding))))
    #expect(decoded.encoding == "windows-1252")
  }
}
