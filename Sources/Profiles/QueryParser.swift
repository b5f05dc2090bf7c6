extension Query {
  /// Reads an expression of the profile.
  ///
  /// From loose to tight: `OR`, `AND` (also two groups side by side), `NOT`, `NEAR/n`.
  package init(_ text: String) throws(QueryMistake) {
    guard text.utf8.count <= QueryParser.longest else {
      throw QueryMistake(
        offset: 0, message: "the expression is longer than \(QueryParser.longest) bytes",
        remedy: "Make several lines of it.")
    }
    var lexer = QueryLexer(text)
    var parser = QueryParser(tokens: try lexer.tokens())
    self = try parser.whole()
  }
}

/// Recursive descent over the pieces of an expression, with a bound on its depth.
private struct QueryParser {
  static let longest = 4000
  /// Deeper than any person writes, and far from the end of the stack.
  private static let deepest = 50

  private let tokens: [QueryToken]
  private var index = 0
  private var depth = 0

  init(tokens: [QueryToken]) {
    self.tokens = tokens
  }

  private var token: QueryToken { tokens[min(index, tokens.count - 1)] }

  private mutating func advance() { index += 1 }

  mutating func whole() throws(QueryMistake) -> Query {
    if token.kind == .end {
      throw QueryMistake(
        offset: 0, message: "the expression is empty", remedy: "Write a word or a phrase.")
    }
    let query = try either()
    if token.kind == .close {
      throw mistake("this “)” closes nothing", "Remove it, or add the “(” that it belongs to.")
    }
    return query
  }

  private mutating func either() throws(QueryMistake) -> Query {
    var parts = [try both()]
    while token.kind == .or {
      let sign = token
      advance()
      try expectOperand(after: sign)
      parts.append(try both())
    }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func both() throws(QueryMistake) -> Query {
    var parts = [try unary()]
    while true {
      switch token.kind {
      case .and:
        let sign = token
        advance()
        try expectOperand(after: sign)
        parts.append(try unary())
      case .end, .close, .or: return parts.count == 1 ? parts[0] : .all(parts)
      default: parts.append(try unary())
      }
    }
  }

  private mutating func unary() throws(QueryMistake) -> Query {
    guard token.kind == .not else { return try neighbours() }
    let sign = token
    advance()
    try expectOperand(after: sign)
    return .not(try deeper { parser throws(QueryMistake) in try parser.unary() })
  }

  private mutating func neighbours() throws(QueryMistake) -> Query {
    var query = try primary()
    while case .near(let distance) = token.kind {
      let sign = token
      advance()
      try expectOperand(after: sign)
      let right = try primary()
      guard query.hasPlace, right.hasPlace else {
        throw QueryMistake(
          offset: sign.offset, message: "“\(sign.text)” stands between words only",
          remedy: "Use words, phrases or a group of them with OR on both sides.")
      }
      query = .near(query, right, within: distance)
    }
    return query
  }

  private mutating func primary() throws(QueryMistake) -> Query {
    let start = token
    switch start.kind {
    case .open:
      advance()
      if token.kind == .close {
        throw QueryMistake(
          offset: start.offset, message: "there is nothing between the parentheses",
          remedy: "Write words between them, or remove them.")
      }
      let inner = try deeper { parser throws(QueryMistake) in try parser.either() }
      guard token.kind == .close else {
        throw QueryMistake(
          offset: start.offset, message: "this “(” is never closed",
          remedy: "Add a “)” after what belongs together.")
      }
      advance()
      return inner
    case .field(let field):
      advance()
      return try scope(field, start)
    case .exactSign:
      advance()
      return .phrase(try exact(start))
    case .quoted(let text):
      advance()
      return .phrase(try Self.phrase(text, exact: true, at: start))
    case .word:
      return .phrase(try words(exact: false))
    case .and, .or, .near:
      throw mistake("\(quoted(start.text)) has nothing before it", Self.operands)
    case .close:
      throw mistake("this “)” closes nothing", "Remove it, or add the “(” that it belongs to.")
    case .not, .end:
      throw mistake("something is missing here", "Write a word or a phrase.")
    }
  }

  private mutating func scope(
    _ field: QueryToken.Field, _ start: QueryToken
  ) throws(QueryMistake) -> Query {
    if field == .title {
      try expectOperand(after: start)
      return .title(try deeper { parser throws(QueryMistake) in try parser.primary() })
    }
    let name: String
    switch token.kind {
    case .word(let text), .quoted(let text): name = text
    default: name = ""
    }
    guard !name.isEmpty else {
      let what = field == .community ? "community" : "person"
      throw QueryMistake(
        offset: start.offset, message: "\(quoted(start.text)) has no name after it",
        remedy: "Write one \(what) right after it; for several, join them with OR.")
    }
    advance()
    return field == .community ? .community(name) : .author(name)
  }

  private mutating func exact(_ start: QueryToken) throws(QueryMistake) -> Query.Phrase {
    switch token.kind {
    case .quoted(let text):
      advance()
      return try Self.phrase(text, exact: true, at: start)
    case .word: return try words(exact: true)
    default:
      throw QueryMistake(
        offset: start.offset, message: "“=” has no words after it",
        remedy: "Write the very words that you mean right after it.")
    }
  }

  /// Plain words side by side: a phrase.
  private mutating func words(exact: Bool) throws(QueryMistake) -> Query.Phrase {
    var words: [Query.Word] = []
    while case .word(let text) = token.kind {
      words.append(try Self.word(text, at: token.offset))
      advance()
    }
    return Query.Phrase(words: words, isExact: exact)
  }

  private static func phrase(
    _ text: String, exact: Bool, at token: QueryToken
  ) throws(QueryMistake) -> Query.Phrase {
    let words = text.split(whereSeparator: \.isWhitespace).map { Query.Word(String($0)) }
    guard words.contains(where: { $0.text.contains { $0.isLetter || $0.isNumber } }) else {
      throw QueryMistake(
        offset: token.offset, message: "there are no words between the quotes",
        remedy: "Write words between them, or remove them.")
    }
    return Query.Phrase(words: words, isExact: exact)
  }

  private static func word(_ text: String, at offset: Int) throws(QueryMistake) -> Query.Word {
    guard let star = text.firstIndex(of: "*") else {
      guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
        throw QueryMistake(
          offset: offset, message: "\(quoted(text)) is not a word",
          remedy: "Words have letters or digits; remove it.")
      }
      return Query.Word(text)
    }
    let stem = String(text[..<star])
    guard text.index(after: star) == text.endIndex,
      stem.filter({ $0.isLetter || $0.isNumber }).utf8.count >= 2
    else {
      throw QueryMistake(
        offset: offset, message: "“*” stands at the end of a word only, after two letters or more",
        remedy: "Write it like repair* for any ending.")
    }
    return Query.Word(stem, isPrefix: true)
  }

  private static let operands =
    "Write what it joins on both sides; as a plain word, in small letters."

  private func expectOperand(after sign: QueryToken) throws(QueryMistake) {
    switch token.kind {
    case .end, .close, .and, .or, .near:
      throw QueryMistake(
        offset: sign.offset, message: "\(quoted(sign.text)) has nothing after it",
        remedy: Self.operands)
    default: return
    }
  }

  private func mistake(_ message: String, _ remedy: String) -> QueryMistake {
    QueryMistake(offset: token.offset, message: message, remedy: remedy)
  }

  private mutating func deeper(
    _ body: (inout Self) throws(QueryMistake) -> Query
  ) throws(QueryMistake) -> Query {
    guard depth < Self.deepest else {
      throw mistake(
        "the expression is nested deeper than \(Self.deepest) levels",
        "Make several lines of it.")
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }
}

extension Query {
  /// Whether a match of it stands at a place among the words of a text.
  fileprivate var hasPlace: Bool {
    switch self {
    case .phrase, .near: true
    case .any(let parts): parts.allSatisfy(\.hasPlace)
    case .all, .not, .title, .community, .author: false
    }
  }
}
