internal import Conversations

/// What can be added to a section of the profile.
enum ProfileAddition {
  case keyword(String, String)
  case exclusion(String)

  /// The addition as it stands between brackets, or without them in a line.
  func written(in place: YAMLText.Place) -> String {
    switch self {
    case .keyword(let text, let weight): "\(YAMLText.written(text, in: place)): \(weight)"
    case .exclusion(let text): YAMLText.written(text, in: place)
    }
  }

  /// The addition as a line of its own, without indentation.
  var line: String {
    switch self {
    case .keyword: written(in: .block)
    case .exclusion: "- " + written(in: .block)
    }
  }

  /// The addition as a section's only member, in brackets.
  func section(in place: YAMLText.Place) -> String {
    switch self {
    case .keyword: "{\(written(in: place))}"
    case .exclusion: "[\(written(in: place))]"
    }
  }
}

extension ProfileEditor {
  /// Puts `addition` at the end of a section, which is made if it is missing.
  mutating func add(_ addition: ProfileAddition, to name: String) throws(Diagnostic) {
    guard let pair = section(name) else { return try addSection(name, of: addition) }
    let value = pair.value
    if isFlow(value) { return try add(toFlow: value) { addition.written(in: $0) } }
    if let text = value.text {
      return text.isEmpty || (value.isPlain && text == "~")
        ? try fill(pair, with: addition) : try wrap(value, with: addition)
    }
    guard let last = try lastMember(of: value) else { throw unreachable(value) }
    insert(lines: [indentation(at: last.lowerBound) + addition.line], below: last.upperBound)
  }

  /// Spaces up to the column of `offset`.
  private func indentation(at offset: Int) -> String {
    String(repeating: " ", count: offset - source.lineRange(of: offset).lowerBound)
  }

  /// Gives a section without anything its first member.
  private mutating func fill(
    _ pair: YAMLPair, with addition: ProfileAddition
  ) throws(Diagnostic) {
    let colon = try colon(of: pair)
    let place = flowPlace
    if let text = pair.value.text, !text.isEmpty || pair.value.margin > 0 {
      return replace(
        try textRange(of: pair.value), with: addition.section(in: place ?? .flow).utf8)
    }
    if let place { return insert(" " + addition.section(in: place), at: colon) }
    let key = start(of: pair.keyValue)
    insert(lines: [indentation(at: key) + "  " + addition.line], below: colon)
  }

  /// Makes a list of the one text that stands in its place.
  private mutating func wrap(
    _ value: YAMLValue, with addition: ProfileAddition
  ) throws(Diagnostic) {
    let range = try textRange(of: value)
    let place = flowPlace ?? .flow
    let new = addition.written(in: place)
    if value.isPlain, YAMLText.written(value.text ?? "", in: .flow) != value.text {
      let old = YAMLText.written(value.text ?? "", in: place)
      return replace(range, with: "[\(old), \(new)]".utf8)
    }
    insert("[", at: range.lowerBound)
    insert(", \(new)]", at: range.upperBound)
  }

  /// How texts are written in a file that is one table in brackets; nil for all others.
  private var flowPlace: YAMLText.Place? {
    guard let root = flowRoot else { return nil }
    let first = source.skippingSpace(from: bracket(of: root))
    return first < source.bytes.count && source.bytes[first] == UInt8(ascii: "\"") ? .json : .flow
  }

  // MARK: - Sections

  private mutating func addSection(
    _ name: String, of addition: ProfileAddition
  ) throws(Diagnostic) {
    if let root = flowRoot {
      return try add(toFlow: root) { place in
        "\(place == .json ? "\"\(name)\"" : name): \(addition.section(in: place))"
      }
    }
    let block = ["\(name):", "  " + addition.line]
    // What is never shown belongs under what we love to talk about.
    if name == "never", let keywords = section("keywords"), keywords.value.text == nil {
      let end = try end(of: keywords.value)
      if isFlow(keywords.value) {
        return insert(lines: ["\(name): \(addition.section(in: .flow))"], below: end)
      }
      let next = source.nextLine(after: end)
      let isApart = next.map { source.lineRange(of: $0).isEmpty } ?? true
      return insert(lines: (isApart ? [""] : []) + block, below: end)
    }
    try append(block)
  }

  /// Puts a section at the end of the file.
  private mutating func append(_ block: [String]) throws(Diagnostic) {
    let end = source.bytes.count
    let lineBreak = source.lineBreak
    let last = source.lineRange(of: end)
    let text = block.flatMap { Array($0.utf8) + lineBreak }
    if last.isEmpty {
      let isFirst = last.lowerBound <= 3
      replace(end..<end, with: (isFirst ? [] : lineBreak) + text)
    } else {
      replace(end..<end, with: lineBreak + lineBreak + text.dropLast(lineBreak.count))
    }
  }

  // MARK: - Brackets

  /// Puts what `written` makes at the end of a table or list in brackets.
  private mutating func add(
    toFlow value: YAMLValue, _ written: (YAMLText.Place) -> String
  ) throws(Diagnostic) {
    guard let last = try lastMember(of: value) else {
      let open = bracket(of: value)
      let end = source.skippingBlanks(from: open)
      let closes = end < source.bytes.count && [0x5D, 0x7D].contains(source.bytes[end])
      return replace(open..<(closes ? end : open), with: written(flowPlace ?? .flow).utf8)
    }
    let isQuoted = source.bytes[last.lowerBound] == UInt8(ascii: "\"")
    let new = written(isQuoted ? .json : .flow)
    let line = source.lineRange(of: last.lowerBound).lowerBound..<last.lowerBound
    let prefix = String(decoding: source.bytes[line], as: UTF8.self)
    let afterLast = source.skippingBlanks(from: last.upperBound)
    let hasComma = afterLast < source.bytes.count && source.bytes[afterLast] == UInt8(ascii: ",")
    let isOwnLine =
      prefix.allSatisfy { " \t,".contains($0) }
      && source.endsLine(hasComma ? afterLast + 1 : last.upperBound)
    let leads = prefix.contains(",")
    guard isOwnLine, !(leads && hasComma) else { return insert(", " + new, at: last.upperBound) }
    if leads {
      insert(lines: [prefix + new], below: last.upperBound)
    } else {
      if !hasComma { insert(",", at: last.upperBound) }
      insert(lines: [prefix + new + (hasComma ? "," : "")], below: last.upperBound)
    }
  }
}
