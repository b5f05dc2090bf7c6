internal import Conversations

/// Where the values are that the library has read.
extension ProfileEditor {
  func start(of value: YAMLValue) -> Int { source.offset(line: value.line, column: value.column) }

  func unreachable(_ value: YAMLValue) -> Diagnostic {
    .unreachable(path: path, line: value.line)
  }

  func textRange(of value: YAMLValue) throws(Diagnostic) -> Range<Int> {
    guard let text = value.text, let range = source.textRange(from: start(of: value), reading: text)
    else { throw unreachable(value) }
    return range
  }

  /// Where a value ends; its comment does not belong to it.
  func end(of value: YAMLValue) throws(Diagnostic) -> Int {
    let last = try lastMember(of: value)
    guard isFlow(value) else {
      if let last { return last.upperBound }
      return try textRange(of: value).upperBound
    }
    // Behind the last member there is nothing but a comma, comments and the bracket.
    var index = last?.upperBound ?? bracket(of: value)
    index = source.skippingSpace(from: index)
    while index < source.bytes.count, source.bytes[index] == UInt8(ascii: ",") {
      index = source.skippingSpace(from: index + 1)
    }
    return index + 1
  }

  /// Whether a list or table stands in brackets.
  func isFlow(_ value: YAMLValue) -> Bool {
    let open = bracket(of: value) - 1
    guard value.text == nil, open < source.bytes.count else { return false }
    return [UInt8(ascii: "["), UInt8(ascii: "{")].contains(source.bytes[open])
  }

  /// The place behind the opening bracket of a table or list.
  func bracket(of value: YAMLValue) -> Int { source.skippingTag(from: start(of: value)) + 1 }

  /// How many members a table or list has; none for a text.
  func count(of value: YAMLValue) -> Int {
    switch value.content {
    case .text: 0
    case .table(let pairs): pairs.count
    case .list(let values): values.count
    }
  }

  /// Where a member of a table or list is, from its first byte to the last, without its comma and
  /// comment. One at a time: a line may be the whole file, and each is looked for from its start.
  func member(_ index: Int, of value: YAMLValue) throws(Diagnostic) -> Range<Int> {
    switch value.content {
    case .text: throw unreachable(value)
    case .table(let pairs): return try member(pairs[index])
    case .list(let values):
      let item = values[index]
      let start = start(of: item)
      if isFlow(value) { return start..<(try end(of: item)) }
      guard let dash = sign("-", before: start) else { throw unreachable(item) }
      return dash..<(try end(of: item))
    }
  }

  /// The last member; nil if there is none.
  func lastMember(of value: YAMLValue) throws(Diagnostic) -> Range<Int>? {
    let count = count(of: value)
    return count > 0 ? try member(count - 1, of: value) : nil
  }

  private func member(_ pair: YAMLPair) throws(Diagnostic) -> Range<Int> {
    let start = start(of: pair.keyValue)
    let end: Int
    if pair.value.text == "" {
      let colon = try colon(of: pair)
      // An empty text in quotes is not nothing.
      end = pair.value.margin > 0 ? try textRange(of: pair.value).upperBound : colon
    } else {
      end = try self.end(of: pair.value)
    }
    return (sign("?", before: start) ?? start)..<end
  }

  /// The place behind the colon of a pair.
  func colon(of pair: YAMLPair) throws(Diagnostic) -> Int {
    let key = try textRange(of: pair.keyValue)
    let index = source.skippingSpace(from: key.upperBound)
    guard index < source.bytes.count, source.bytes[index] == UInt8(ascii: ":") else {
      throw unreachable(pair.keyValue)
    }
    return index + 1
  }

  /// Where the sign stands that makes a member of what starts at `offset`, if one does.
  private func sign(_ sign: Unicode.Scalar, before offset: Int) -> Int? {
    guard let index = source.lastSign(before: offset), index + 1 < offset,
      source.bytes[index] == UInt8(ascii: sign)
    else { return nil }
    // In a line above, it may be the last letter of a comment.
    let isInLine = source.line(of: index) == source.line(of: offset)
    return isInLine || source.startsLine(index) ? index : nil
  }
}

extension YAMLValue {
  /// The text; nil for a list or table.
  var text: String? {
    if case .text(let text) = content { return text }
    return nil
  }
}

extension YAMLPair {
  /// The key as a value of its own.
  var keyValue: YAMLValue {
    YAMLValue(content: .text(key), line: line, column: column, margin: margin)
  }
}
