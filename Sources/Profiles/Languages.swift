/// The languages whose word forms can be told apart: those of Snowball.
enum Languages {
  private static let codes = [
    "arabic": "ar", "basque": "eu", "catalan": "ca", "danish": "da", "dutch": "nl",
    "english": "en", "finnish": "fi", "french": "fr", "german": "de", "greek": "el",
    "hindi": "hi", "hungarian": "hu", "indonesian": "id", "irish": "ga", "italian": "it",
    "lithuanian": "lt", "nepali": "ne", "norwegian": "no", "portuguese": "pt", "romanian": "ro",
    "russian": "ru", "serbian": "sr", "spanish": "es", "swedish": "sv", "tamil": "ta",
    "turkish": "tr", "yiddish": "yi",
  ]

  static let all = codes.keys.sorted()

  /// The name of a language that was given by name or ISO 639-1 code; nil if there is none.
  static func named(_ text: String) -> String? {
    let text = text.lowercased()
    return codes[text] != nil ? text : codes.first { $0.value == text }?.key
  }
}
