/// How a text is written into YAML.
enum YAMLText {
  /// Where it is to stand, which decides what it must not look like.
  enum Place {
    case block
    /// Between brackets.
    case flow
    /// Between brackets among texts in double quotes: it may be JSON.
    case json
  }

  /// `text`, which is one line, in quotes if YAML would read it otherwise as something else.
  static func written(_ text: String, in place: Place) -> String {
    if place == .json {
      let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
      return "\"" + String(escaped) + "\""
    }
    if isPlain(text, in: place) { return text }
    guard text.contains("\"") || text.contains("\\") else { return "\"\(text)\"" }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
  }

  private static func isPlain(_ text: String, in place: Place) -> Bool {
    guard let first = text.unicodeScalars.first,
      !"-?:,[]{}#&*!|>'\"%@`.~".contains(Character(first))
    else { return false }
    if text.contains(": ") || text.hasSuffix(":") || text.contains(" #") { return false }
    // Some programs still take what stands between brackets after a colon for a value.
    if place == .flow, text.contains(where: { ",[]{}:?".contains($0) }) { return false }
    if words.contains(text.lowercased()) || Double(text) != nil { return false }
    // A time, a date, a ratio: YAML 1.1 makes numbers of some of them.
    return text.contains { $0.isLetter }
  }

  /// What YAML 1.1 reads as yes, no and nothing.
  private static let words: Set = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<",
  ]
}
