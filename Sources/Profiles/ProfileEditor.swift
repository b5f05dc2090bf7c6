internal import Conversations

/// Finds which bytes of a profile file one edit replaces.
struct ProfileEditor {
  let source: YAMLSource
  let path: String
  private let root: YAMLValue?
  /// What is replaced by what, nowhere twice.
  private var changes: [(range: Range<Int>, bytes: [UInt8])] = []

  /// An editor of a file that has been read without a mistake, but for missing keywords.
  init(bytes: [UInt8], path: String) {
    var report = Report(path: path)
    source = YAMLSource(bytes)
    self.path = path
    root = SourceText(bytes: bytes, report: &report).flatMap { text in
      var document = YAMLDocument(text: text)
      return document.compose(&report)
    }
  }

  /// The file with what has been applied.
  var result: [UInt8] {
    var result: [UInt8] = []
    var position = 0
    // At one place what was asked for first comes first.
    let ordered = changes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, change) in ordered {
      result += source.bytes[position..<change.range.lowerBound]
      result += change.bytes
      position = change.range.upperBound
    }
    return result + source.bytes[position...]
  }

  mutating func replace(_ range: Range<Int>, with bytes: some Sequence<UInt8>) {
    changes.append((range, Array(bytes)))
  }

  mutating func insert(_ text: String, at offset: Int) {
    replace(offset..<offset, with: text.utf8)
  }

  /// Puts lines below the one in which `offset` is.
  mutating func insert(lines: [String], below offset: Int) {
    let lineBreak = source.lineBreak
    if let next = source.nextLine(after: offset) {
      replace(next..<next, with: lines.flatMap { Array($0.utf8) + lineBreak })
    } else {
      let end = source.bytes.count
      replace(end..<end, with: lines.flatMap { lineBreak + Array($0.utf8) })
    }
  }

  // MARK: - Edits

  mutating func apply(_ edit: ProfileEdit) throws(Diagnostic) {
    switch edit {
    case .set(let text, let weight): try set(text, weight)
    case .remove(let text): try remove(text)
    case .never(let text): try never(text)
    }
  }

  private mutating func set(_ text: String, _ weight: Double) throws(Diagnostic) {
    if let exclusion = exclusions.first(where: { isSame($0.text ?? "", text) }) {
      throw conflict(text, "is under “never”", at: exclusion)
    }
    let number = Self.written(weight)
    guard let pair = keywords.first(where: { isSame($0.key, text) }) else {
      return try add(.keyword(text, number), to: "keywords")
    }
    guard Double(pair.value.text ?? "") != weight else { return }
    let range = try textRange(of: pair.value)
    let start = source.skippingTag(from: range.lowerBound)
    let margin = pair.value.margin
    replace(start + margin..<range.upperBound - margin, with: number.utf8)
  }

  private mutating func never(_ text: String) throws(Diagnostic) {
    if let pair = keywords.first(where: { isSame($0.key, text) }) {
      throw conflict(text, "is a keyword", at: pair.keyValue)
    }
    guard !exclusions.contains(where: { isSame($0.text ?? "", text) }) else { return }
    try add(.exclusion(text), to: "never")
  }

  private func conflict(_ text: String, _ what: String, at value: YAMLValue) -> Diagnostic {
    let line = source.lineRange(of: source.offset(line: value.line, column: 1))
    return Diagnostic(
      path: path, line: value.line, column: value.column, message: "\(quoted(text)) \(what)",
      remedy: "Remove it there first: mingle profile remove EXPRESSION.",
      source: harmless(String(decoding: source.bytes[line], as: UTF8.self)))
  }

  /// How often an expression stands among the keywords and under `never`.
  func count(of text: String) -> Int {
    keywords.count { isSame($0.key, text) } + exclusions.count { isSame($0.text ?? "", text) }
  }

  /// Takes away the first place of an expression.
  private mutating func remove(_ text: String) throws(Diagnostic) {
    if let index = keywords.firstIndex(where: { isSame($0.key, text) }),
      let table = section("keywords")
    {
      try removeMember(index, of: table.value)
    } else if let index = exclusions.firstIndex(where: { isSame($0.text ?? "", text) }),
      let list = section("never")
    {
      try removeMember(index, of: list.value)
    } else {
      let choices = keywords.map(\.key) + exclusions.compactMap(\.text)
      let meant = didYouMean(text, among: choices).map { "Did you mean \(quoted($0))?" }
      throw Diagnostic(
        path: path, message: "\(quoted(text)) is neither a keyword nor under “never”",
        remedy: meant ?? "Look it up in the file.")
    }
  }

  static func written(_ weight: Double) -> String {
    weight.rounded() == weight ? String(Int(weight)) : String(weight)
  }

  // MARK: - What is there

  /// The sections; nil where the file has none yet.
  var sections: [YAMLPair]? {
    if case .table(let pairs) = root?.content, !pairs.isEmpty { return pairs }
    return nil
  }

  /// The file's one table, if it stands in brackets.
  var flowRoot: YAMLValue? { root.flatMap { isFlow($0) ? $0 : nil } }

  func section(_ name: String) -> YAMLPair? { sections?.first { $0.key == name } }

  private var keywords: [YAMLPair] {
    if case .table(let pairs) = section("keywords")?.value.content { return pairs }
    return []
  }

  private var exclusions: [YAMLValue] {
    guard let value = section("never")?.value else { return [] }
    switch value.content {
    case .list(let values): return values
    case .text(let text): return text.isEmpty ? [] : [value]
    case .table: return []
    }
  }
}
