/// Something that a repair mended, and where; names are places in the document.
struct XMLMending {
  var offset: Int
  var fault: Fault

  enum Fault {
    case textBefore, moreAfterEnd, reference, control, forbidden, strayLess, strayEndOfData
    case openData, nestedData, openComment, openInstruction, declaration
    case cutTag, openTag(Range<Int>), strayInTag(Range<Int>), tooDeep
    case repeatedAttribute(Range<Int>), noValue(Range<Int>), noQuotes(Range<Int>)
    case openValue(Range<Int>), lessInValue(Range<Int>), longValue
    case unnested(Range<Int>), endsNothing(Range<Int>)
    case notClosed(Range<Int>, before: Range<Int>), otherCase(Range<Int>, by: Range<Int>)
    case cut(Range<Int>)
  }

  /// What was wrong, for people.
  func message(in bytes: UnsafeBufferPointer<UInt8>) -> String {
    func name(_ range: Range<Int>) -> String {
      oneLine(String(decoding: bytes[range].prefix(40), as: UTF8.self))
    }
    return switch fault {
    case .textBefore: "there is other text before the document"
    case .moreAfterEnd: "there is more after the end of the document"
    case .reference: "\"&\" is not \"&amp;\""
    case .control: "a control character"
    case .forbidden: "text that XML does not allow"
    case .strayLess: "\"<\" begins no tag"
    case .strayEndOfData: "\"]]>\" ends nothing"
    case .openData: "\"<![CDATA[\" is not closed by \"]]>\""
    case .nestedData: "a \"<![CDATA[\" within another"
    case .openComment: "a comment is not closed"
    case .openInstruction: "\"<?\" is not closed by \"?>\""
    case .declaration: "the XML declaration is not at the start"
    case .cutTag: "the document ends in the middle of a tag"
    case .openTag(let tag): "the tag <\(name(tag))> is not closed by \">\""
    case .strayInTag(let tag): "a stray character in the tag <\(name(tag))>"
    case .tooDeep: "elements nested more than \(XMLRepair.deepest) deep"
    case .repeatedAttribute(let one): "the attribute \(name(one)) stands twice in a tag"
    case .noValue(let one): "the attribute \(name(one)) has no value"
    case .noQuotes(let one): "the value of \(name(one)) is not in quotes"
    case .openValue(let one): "the quotes of \(name(one)) are not closed"
    case .lessInValue(let one): "\"<\" in the value of \(name(one)) is not \"&lt;\""
    case .longValue: "an attribute of more than 32 KB was left out"
    case .unnested(let tag): "<\(name(tag))> begins before the last one ends"
    case .endsNothing(let tag): "</\(name(tag))> ends nothing"
    case .notClosed(let tag, let end): "<\(name(tag))> is not closed before </\(name(end))>"
    case .otherCase(let tag, let end): "<\(name(tag))> is closed by </\(name(end))>"
    case .cut(let tag): "the document ends before </\(name(tag))>"
    }
  }
}
