internal import Conversations

extension ProfileEditor {
  /// Takes a member out of a table or list, or the only text that stands in the place of one.
  mutating func removeMember(_ index: Int, of value: YAMLValue) throws(Diagnostic) {
    if value.text != nil { return removeText(try textRange(of: value)) }
    let member = try member(index, of: value)
    if isFlow(value) {
      let previous = index > 0 ? try self.member(index - 1, of: value) : nil
      removeFromFlow(member, after: previous?.upperBound)
    } else {
      try removeLines(member, of: value)
    }
  }

  /// A member of a block goes with its lines and the comment behind it.
  private mutating func removeLines(
    _ range: Range<Int>, of value: YAMLValue
  ) throws(Diagnostic) {
    guard source.startsLine(range.lowerBound), source.endsLine(range.upperBound) else {
      throw unreachable(value)
    }
    replace(wholeLines(range), with: [])
  }

  private func wholeLines(_ range: Range<Int>) -> Range<Int> {
    let start = source.lineRange(of: range.lowerBound).lowerBound
    return start..<(source.nextLine(after: range.upperBound) ?? source.bytes.count)
  }

  /// The only text of a section goes with the blanks before it.
  private mutating func removeText(_ range: Range<Int>) {
    if source.startsLine(range.lowerBound), source.endsLine(range.upperBound) {
      replace(wholeLines(range), with: [])
    } else {
      replace(source.blanksStart(before: range.lowerBound)..<range.upperBound, with: [])
    }
  }

  /// A member in brackets goes with one comma: the one behind it, or that before it.
  private mutating func removeFromFlow(_ member: Range<Int>, after previous: Int?) {
    var range = member
    func isInLine(_ offset: Int) -> Bool {
      source.line(of: offset) == source.line(of: member.lowerBound)
    }
    let behind = comma(behind: member.upperBound)
    if let behind, source.line(of: behind) == source.line(of: member.upperBound) {
      range = member.lowerBound..<(behind + 1)
    } else if let before = previous.flatMap(comma(behind:)) {
      if isInLine(before) {
        range = before..<member.upperBound
      } else {
        replace(before..<(before + 1), with: [])
      }
    } else if let behind {
      replace(behind..<(behind + 1), with: [])
    }
    if source.startsLine(range.lowerBound), source.endsLine(range.upperBound) {
      return replace(wholeLines(range), with: [])
    }
    // Neither two blanks where one was, nor one at the end of a line.
    let end = source.skippingBlanks(from: range.upperBound)
    if source.bytes[range.upperBound - 1] == UInt8(ascii: ","),
      !source.startsLine(range.lowerBound)
    {
      range = range.lowerBound..<end
    }
    if end == source.lineRange(of: range.lowerBound).upperBound {
      range = source.blanksStart(before: range.lowerBound)..<end
    }
    replace(range, with: [])
  }

  private func comma(behind offset: Int) -> Int? {
    let index = source.skippingSpace(from: offset)
    return index < source.bytes.count && source.bytes[index] == UInt8(ascii: ",") ? index : nil
  }
}
