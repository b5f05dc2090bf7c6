/// A piece of an expression: a word, a quoted text, a sign or an operator, and where it starts.
struct QueryToken {
  enum Kind: Equatable {
    case word(String)
    /// A text in quotes, or after `=`: these very words.
    case quoted(String)
    case exactSign
    case open, close
    case and, or, not
    case near(Int)
    /// `title:`, `in:` or `by:`.
    case field(Field)
    case end
  }

  enum Field: String, CaseIterable {
    case title
    case community = "in"
    case author = "by"
  }

  var kind: Kind
  var offset: Int
  /// As it is written, for messages.
  var text: String
}

/// Cuts an expression into its pieces.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func tokens() throws(QueryMistake) -> [QueryToken] {
    var tokens: [QueryToken] = []
    repeat { tokens.append(try next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(QueryMistake) -> QueryToken {
    while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
    let start = index
    guard index < scalars.count else { return QueryToken(kind: .end, offset: start, text: "") }
    switch scalars[index] {
    case "(": return sign(.open)
    case ")": return sign(.close)
    case "=": return sign(.exactSign)
    case let quote where Self.isQuote(quote): return try quotedText()
    default: break
    }
    while index < scalars.count, !Self.endsWord(scalars[index]) {
      index += 1
      // A field's colon ends it, so that `title:(…)` and `by:"…"` need no space.
      if scalars[index - 1] == ":", let field = field(start..<index - 1) {
        return QueryToken(kind: .field(field), offset: start, text: text(start..<index))
      }
    }
    return try word(start..<index)
  }

  private mutating func sign(_ kind: QueryToken.Kind) -> QueryToken {
    index += 1
    return QueryToken(kind: kind, offset: index - 1, text: String(scalars[index - 1]))
  }

  private mutating func quotedText() throws(QueryMistake) -> QueryToken {
    let start = index
    index += 1
    while index < scalars.count, !Self.isQuote(scalars[index]) { index += 1 }
    guard index < scalars.count else {
      throw QueryMistake(
        offset: start, message: "this quote is never closed", remedy: "Add a \" after the words.")
    }
    index += 1
    return QueryToken(
      kind: .quoted(text(start + 1..<index - 1)), offset: start, text: text(start..<index))
  }

  private func field(_ range: Range<Int>) -> QueryToken.Field? {
    QueryToken.Field(rawValue: text(range).lowercased())
  }

  private func word(_ range: Range<Int>) throws(QueryMistake) -> QueryToken {
    let text = text(range)
    func token(_ kind: QueryToken.Kind) -> QueryToken {
      QueryToken(kind: kind, offset: range.lowerBound, text: text)
    }
    switch text {
    case "AND", "&&": return token(.and)
    case "OR", "||": return token(.or)
    case "NOT": return token(.not)
    default: break
    }
    if text == "NEAR" || text.hasPrefix("NEAR/") {
      guard let distance = Int(text.dropFirst(5)), (1...Self.farthest).contains(distance) else {
        throw QueryMistake(
          offset: range.lowerBound,
          message: "\(quoted(text)) does not say how near",
          remedy: "Write NEAR/8 for at most eight words apart (1 to \(Self.farthest)).")
      }
      return token(.near(distance))
    }
    if let first = text.first, first == "-" || first == "+", text.count > 1 {
      throw QueryMistake(
        offset: range.lowerBound, message: "a word cannot start with “\(first)”",
        remedy: first == "-"
          ? "To leave something out, write NOT \(harmless(String(text.dropFirst())))."
          : "Write AND between what must stand together.")
    }
    if let colon = text.firstIndex(of: ":"), let meant = Self.meantField(text[..<colon]) {
      throw QueryMistake(
        offset: range.lowerBound, message: "there is no \(quoted(text[..<colon] + ":"))",
        remedy: "Write “\(meant):”.")
    }
    return token(.word(text))
  }

  /// The field that people mean by what other tools call it; `16:9` and `re:invent` are words.
  private static func meantField(_ name: Substring) -> String? {
    switch name.lowercased() {
    case "author", "user", "from": "by"
    case "community", "subreddit", "site", "group": "in"
    case "subject", "headline", "intitle": "title"
    case let name where name.utf8.count >= 4: didYouMean(name, among: ["title"])
    default: nil
    }
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private static let farthest = 100

  /// Straight quotes, and the curly ones that phones and word processors put in their place.
  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "“", "”", "„", "«", "»": true
    default: false
    }
  }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "(" || scalar == ")" || isQuote(scalar) || scalar.properties.isWhitespace
  }
}
