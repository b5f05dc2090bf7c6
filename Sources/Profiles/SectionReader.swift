internal import Conversations

/// Reads the sections of a profile; each mistake is reported and costs only itself.
struct SectionReader {
  var report: Report
  /// Whether all lines could be read; if not, nothing is called missing.
  let syntaxIsWhole: Bool
  /// Whether a profile without keywords will do, as there are some to come.
  var mayLackKeywords = false

  private static let sections = [
    "business", "about", "language", "keywords", "never", "communities", "voices", "competitors",
    "us",
  ]

  mutating func profile(from root: YAMLValue) -> Profile {
    var profile = Profile(path: report.path)
    guard let pairs = table(root, "the profile", "Write “keywords:” and a line for each.") else {
      return profile
    }
    for pair in pairs where isKnown(pair, among: Self.sections, in: "the profile") {
      let value = pair.value
      switch pair.key {
      case "business": profile.business = line(value, pair.key) ?? ""
      case "about": profile.about = line(value, pair.key) ?? ""
      case "language": profile.language = language(value) ?? profile.language
      case "keywords": profile.keywords = keywords(value)
      case "never": profile.never = exclusions(value)
      case "communities": profile.communities = trusts(value)
      case "voices": profile.voices = voices(value)
      case "competitors": profile.competitors = competitors(value)
      default:
        profile.us = us(value)
        profile.us.line = pair.line
      }
    }
    warn(of: profile.never, hiding: profile.keywords)
    if profile.keywords.isEmpty, !mayLackKeywords, syntaxIsWhole, !report.hasErrors {
      let place = pairs.first { $0.key == "keywords" }
      report.add(
        place?.line ?? root.line, place?.column ?? root.column, "there are no keywords",
        "List what you love to talk about under “keywords:”, like “lever machine: 5”.")
    }
    return profile
  }

  // MARK: - Values

  /// The pairs of a table; nil, and reported, if it is something else.
  mutating func table(_ value: YAMLValue, _ name: String, _ remedy: String) -> [YAMLPair]? {
    switch value.content {
    case .table(let pairs): return pairs
    case .text(let text) where text.isEmpty || (value.isPlain && text == "~"): return []
    case .text, .list:
      report.add(value.line, value.column, "\(name) must be a table, not \(value.kind)", remedy)
      return nil
    }
  }

  /// The values of a list; one text alone is a list of one.
  mutating func list(_ value: YAMLValue, _ name: String) -> [YAMLValue] {
    switch value.content {
    case .list(let values): return values
    case .text(let text) where text.isEmpty: return []
    case .text: return [value]
    case .table:
      report.add(
        value.line, value.column, "\(quoted(name)) must be a list, not \(value.kind)",
        "Write “\(name): [one, two]”, or a line with “- ” for each.")
      return []
    }
  }

  /// A text in one line; nil, and reported, if it is something else.
  mutating func line(_ value: YAMLValue, _ name: String) -> String? {
    guard case .text(let text) = value.content else {
      report.add(
        value.line, value.column, "\(quoted(name)) must be a text, not \(value.kind)",
        "Write “\(name): ” and the text.")
      return nil
    }
    return harmless(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }

  /// Reports a key that has no meaning here, or had its meaning before.
  mutating func isKnown(_ pair: YAMLPair, among names: [String], in place: String) -> Bool {
    if isRepeated(pair) { return false }
    if names.contains(pair.key) { return true }
    if report.isFull { return false }
    let meant = didYouMean(pair.key, among: names).map { "Did you mean “\($0)”?" }
    report.add(
      pair.line, pair.column, "\(place) has no \(quoted(pair.key))",
      meant ?? "It has \(names.joined(separator: ", ")).")
    return false
  }

  /// Reports a key that was there before in the same table.
  mutating func isRepeated(_ pair: YAMLPair) -> Bool {
    guard let first = pair.firstLine else { return false }
    report.add(
      pair.line, pair.column, "\(quoted(pair.key)) is listed twice, first in line \(first)",
      "Keep one of them.")
    return true
  }

  /// The query of an expression that starts at a place; nil, and reported, if it has a mistake.
  mutating func query(_ text: String, line: Int, column: Int, margin: Int) -> Query? {
    do {
      let query = try Query(text)
      if let contradiction = query.contradiction {
        report.add(
          line, column, "\(quoted(text)) can never match: \(contradiction)",
          "Take one of them out.", severity: .warning)
      }
      return query
    } catch {
      guard !report.isFull else { return nil }
      // In a folded or escaped text the place would be a guess; its start is certain. It must do in a
      // line as long as a file too, which would be searched once for each mistake in it.
      let isVerbatim =
        report.lines.indices.contains(line - 1) && report.lines[line - 1].utf8.count <= 20_000
        && report.lines[line - 1].contains(text)
      let offset = isVerbatim ? margin + error.offset : 0
      report.add(line, column + offset, error.message, error.remedy)
      return nil
    }
  }

  private mutating func language(_ value: YAMLValue) -> String? {
    guard let name = line(value, "language") else { return nil }
    if let known = Languages.named(name) { return known }
    let meant = didYouMean(name, among: Languages.all).map { "Did you mean “\($0)”?" }
    report.add(
      value.line, value.column, "there is no language \(quoted(name))",
      meant ?? "Use one of \(Languages.all.joined(separator: ", ")).")
    return nil
  }
}
