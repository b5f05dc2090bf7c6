internal import Conversations

extension SectionReader {
  /// `keywords:` a table of expressions with their weights.
  mutating func keywords(_ value: YAMLValue) -> [Profile.Keyword] {
    let remedy = "Write a line “expression: weight” for each, like “lever machine: 5”."
    guard let pairs = table(value, "“keywords”", remedy) else { return [] }
    var keywords: [Profile.Keyword] = []
    var lines: [String: Int] = [:]
    for pair in pairs where !isRepeated(pair) {
      let weight = number(
        pair.value, of: pair.key, in: 1...5, meaning: "a weight from 1 (mild) to 5 (our thing)")
      guard
        let query = query(pair.key, line: pair.line, column: pair.column, margin: pair.margin),
        let weight
      else { continue }
      if let (message, remedy) = query.fault(asKeyword: pair.key) {
        report.add(pair.line, pair.column, message, remedy)
        continue
      }
      if let first = lines.updateValue(pair.line, forKey: plainExpression(pair.key)) {
        report.add(
          pair.line, pair.column, "\(quoted(pair.key)) is listed twice, first in line \(first)",
          "Keep one of them.")
        continue
      }
      keywords.append(
        Profile.Keyword(text: harmless(pair.key), query: query, weight: weight, line: pair.line))
    }
    return keywords
  }

  /// `never:` a list of expressions.
  mutating func exclusions(_ value: YAMLValue) -> [Profile.Exclusion] {
    list(value, "never").compactMap { value in
      guard let (text, query) = expression(value, of: "never") else { return nil }
      return Profile.Exclusion(text: text, query: query, line: value.line)
    }
  }

  /// `competitors:` a list of expressions.
  mutating func competitors(_ value: YAMLValue) -> [Profile.Competitor] {
    list(value, "competitors").compactMap { value in
      guard let (text, query) = expression(value, of: "competitors") else { return nil }
      guard !query.isOnlyNegative, !query.wantedPhrases.isEmpty else {
        report.add(
          value.line, value.column, "\(quoted(text)) names no competitor",
          "Write the words by which people speak of them.")
        return nil
      }
      return Profile.Competitor(text: text, query: query, line: value.line)
    }
  }

  /// Warns of what is loved and never shown at once.
  mutating func warn(of never: [Profile.Exclusion], hiding keywords: [Profile.Keyword]) {
    guard !never.isEmpty else { return }
    let lines = Dictionary(keywords.map { ($0.query, $0.line) }) { first, _ in first }
    for exclusion in never {
      guard let line = lines[exclusion.query] else { continue }
      report.add(
        exclusion.line, 1,
        "\(quoted(exclusion.text)) hides all conversations about the keyword in line \(line)",
        "Keep one of them.", severity: .warning)
    }
  }

  /// `communities:` a table of names with factors.
  mutating func trusts(_ value: YAMLValue) -> [Profile.Trust] {
    let remedy = "Write “communities: { r/espresso: 1.5 }”, or a line for each."
    guard let pairs = table(value, "“communities”", remedy) else { return [] }
    var trusts: [Profile.Trust] = []
    for pair in pairs where !isRepeated(pair) {
      let factor = number(
        pair.value, of: pair.key, in: 0...10, meaning: "a factor from 0 to 10, 1 being the usual")
      guard let factor else { continue }
      trusts.append(
        Profile.Trust(community: harmless(pair.key), factor: factor, line: pair.line))
    }
    return trusts
  }

  /// `voices:` a list of tables with `about` and `say`.
  mutating func voices(_ value: YAMLValue) -> [Profile.Voice] {
    var voices: [Profile.Voice] = []
    for item in list(value, "voices") {
      let remedy = "Write “- about: expression” and below it “  say: what you can offer”."
      guard let pairs = table(item, "a voice", remedy) else { continue }
      var about: (text: String, query: Query)?
      var say = ""
      for pair in pairs where isKnown(pair, among: ["about", "say"], in: "a voice") {
        if pair.key == "about" {
          about = expression(pair.value, of: "about")
        } else {
          say = line(pair.value, "say") ?? ""
        }
      }
      for name in ["about", "say"] where !pairs.contains(where: { $0.key == name }) {
        report.add(item.line, item.column, "this voice has no “\(name)”", remedy)
      }
      guard let about else { continue }
      voices.append(
        Profile.Voice(about: about.text, query: about.query, say: say, line: item.line))
    }
    return voices
  }

  /// `us:` the names, authors and sites of the business.
  mutating func us(_ value: YAMLValue) -> Profile.Us {
    var us = Profile.Us()
    let names = ["names", "authors", "sites"]
    let remedy = "Write “us: { names: [Harbor & Bean], authors: [harborbean] }”."
    guard let pairs = table(value, "“us”", remedy) else { return us }
    for pair in pairs where isKnown(pair, among: names, in: "“us”") {
      let texts = list(pair.value, pair.key).compactMap { line($0, pair.key) }
      switch pair.key {
      case "names": us.names = texts
      case "authors": us.authors = texts
      default: us.sites = texts
      }
    }
    return us
  }

  private mutating func expression(
    _ value: YAMLValue, of name: String
  ) -> (text: String, query: Query)? {
    guard case .text(let text) = value.content else {
      report.add(
        value.line, value.column, "\(quoted(name)) holds expressions, not \(value.kind)",
        "Write words; put quotes around an expression with a colon.")
      return nil
    }
    let query = query(text, line: value.line, column: value.column, margin: value.margin)
    return query.map { (harmless(text), $0) }
  }

  private mutating func number(
    _ value: YAMLValue, of key: String, in range: ClosedRange<Double>, meaning: String
  ) -> Double? {
    guard case .text(let text) = value.content, let number = Double(text), number.isFinite else {
      let found: String
      if case .text(let text) = value.content, !text.isEmpty {
        found = "not \(quoted(text))"
      } else {
        found = "not \(value.kind)"
      }
      report.add(
        value.line, value.column, "\(quoted(key)) needs \(meaning), \(found)",
        "Write a number after the colon.")
      return nil
    }
    guard range.contains(number) else {
      report.add(
        value.line, value.column, "\(quoted(key)) needs \(meaning), not \(harmless(text))",
        "Write a number in that range.")
      return nil
    }
    return number
  }
}

extension Query {
  /// Why it is no good as a keyword though it can be read; nil if it is one.
  func fault(asKeyword text: String) -> (message: String, remedy: String)? {
    if wantedPhrases.isEmpty {
      return (
        "\(quoted(text)) looks for no words",
        "A keyword needs a word that must be there; what must not be there goes under “never”."
      )
    }
    if isOnlyNegative {
      return (
        "\(quoted(text)) fits nearly every conversation",
        "Write NOT after AND, or list it under “never”."
      )
    }
    return nil
  }
}
