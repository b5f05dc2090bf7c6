internal import Foundation

/// A word in the ways in which it can be compared.
struct WordForms: Equatable {
  /// As written; only the kinds of apostrophes and ways to compose accents are made one.
  let surface: String
  /// Without capitals and accents; an acronym without its plural s.
  let folded: String
  /// The part that its grammatical forms share, folded.
  let stem: String
  /// A short word in capitals: “DOS” is not the plural of “do”.
  let isAcronym: Bool

  init(_ text: String, stemmer: Stemmer) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      self.init(ascii: text, stemmer: stemmer)
    } else {
      self.init(unicode: text, stemmer: stemmer)
    }
  }

  /// Most words; none of Foundation's tables is needed for them.
  private init(ascii text: String, stemmer: Stemmer) {
    surface = text
    let acronym = Self.acronym(text)
    isAcronym = acronym != nil
    folded = (acronym ?? text).lowercased()
    stem = acronym == nil ? stemmer.stem(folded) : folded
  }

  private init(unicode text: String, stemmer: Stemmer) {
    surface = String(text.precomposedStringWithCanonicalMapping.map { $0.isApostrophe ? "'" : $0 })
    let acronym = Self.acronym(surface)
    isAcronym = acronym != nil
    if let acronym {
      folded = Self.fold(acronym.lowercased())
      stem = folded
    } else {
      let lower = surface.lowercased()
      folded = Self.fold(lower)
      stem = Self.fold(stemmer.stem(lower))
    }
  }

  /// Whether a word of the profile, in any of its forms, is this word of a text.
  func fits(_ word: WordForms) -> Bool {
    // “US” is not “us”: an acronym that is also an everyday word is told by its capitals.
    let isAlike = folded == word.folded
    if isAcronym != word.isAcronym { return isAlike && !Self.everyday.contains(folded) }
    return isAlike || (!isAcronym && stem == word.stem)
  }

  /// Longer words in capitals are shouted, not abbreviated.
  private static let longestAcronym = 5

  /// `word` without its plural s if it is an acronym; else nil.
  private static func acronym(_ word: String) -> String? {
    // The first two tell for nearly all words; “iOS” is a name, not an acronym.
    guard word.utf8.count >= 2, !word.utf8.prefix(2).contains(where: { $0 >= 0x61 && $0 <= 0x7A })
    else { return nil }
    var letters = 0
    var base = word[...]
    if base.last == "s", base.count > 2 { base = base.dropLast() }
    for character in base {
      if character.isNumber { continue }
      guard character.isUppercase else { return nil }
      letters += 1
    }
    return letters >= 2 && base.count <= longestAcronym ? String(base) : nil
  }

  /// Drops accents and takes apart what is one letter in one alphabet and two in another.
  private static func fold(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var folded = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar {
      case "\u{300}"..."\u{36F}": continue
      case "ß": folded.append(contentsOf: "ss".unicodeScalars)
      case "æ": folded.append(contentsOf: "ae".unicodeScalars)
      case "œ": folded.append(contentsOf: "oe".unicodeScalars)
      case "ø": folded.append("o")
      case "ł": folded.append("l")
      case "đ", "ð": folded.append("d")
      case "ı": folded.append("i")
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }

  /// The words of English that nobody searches for.
  static let everyday: Set<String> = [
    "a", "am", "an", "and", "any", "are", "as", "at", "be", "but", "by", "can", "do", "few", "for",
    "get", "go", "had", "has", "he", "her", "him", "his", "how", "i", "if", "in", "is", "it", "its",
    "may", "me", "my", "new", "no", "nor", "not", "now", "of", "off", "on", "one", "or", "our",
    "out", "own", "see", "she", "so", "some", "than", "that", "the", "them", "then", "they",
    "this", "to", "too", "two", "up", "us", "use", "was", "way", "we", "what", "when", "who",
    "why", "will", "with", "you",
  ]
}

extension Character {
  fileprivate var isApostrophe: Bool {
    switch self {
    case "'", "\u{2018}", "\u{2019}", "\u{2BC}", "\u{FF07}": true
    default: false
    }
  }
}
