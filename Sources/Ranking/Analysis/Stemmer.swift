internal import CStemmer

/// A Snowball stemmer (M. Porter); not to be shared between threads.
final class Stemmer {
  private let stemmer: OpaquePointer?
  private let irregular: [String: String]

  /// A stemmer for a language by its Snowball name; one that the system lacks leaves words alone.
  init(language: String) {
    stemmer = sb_stemmer_new(language, "UTF_8")
    irregular = language == "english" ? Self.irregularEnglish : [:]
  }

  deinit {
    sb_stemmer_delete(stemmer)
  }

  /// The stem of a word in lower case.
  func stem(_ word: String) -> String {
    guard let stemmer, word.utf8.count <= 255 else { return word }
    let bytes = Array((irregular[word] ?? word).utf8)
    guard let stem = sb_stemmer_stem(stemmer, bytes, Int32(bytes.count)) else { return word }
    let count = Int(sb_stemmer_length(stemmer))
    return String(decoding: UnsafeBufferPointer(start: stem, count: count), as: UTF8.self)
  }

  /// Plurals that Snowball leaves as they are: to it, knives are not a knife.
  private static let irregularEnglish = [
    "calves": "calf", "children": "child", "feet": "foot", "geese": "goose", "halves": "half",
    "knives": "knife", "leaves": "leaf", "lives": "life", "loaves": "loaf", "men": "man",
    "mice": "mouse", "scarves": "scarf", "shelves": "shelf", "teeth": "tooth",
    "thieves": "thief", "wives": "wife", "wolves": "wolf", "women": "woman",
  ]
}
