/// A document in UTF-8, with what it took to get there.
package struct DecodedText: Sendable {
  /// UTF-8 without a byte order mark; always valid.
  package var bytes: [UInt8]
  /// The encoding the bytes were read in, as a WHATWG or IANA name in lower case.
  package var encoding: String
  /// What was wrong with the encoding, for people, in the order in which it was found.
  package var problems: [String]
}

/// Turns a document into UTF-8, whatever it is in and whatever it says that it is in.
///
/// The order is that of RFC 7303 and the WHATWG encoding standard: byte order mark, the zero bytes
/// of an unmarked UTF-16 or UTF-32, the charset of `contentType`, the XML declaration, UTF-8. A
/// declaration that the bytes belie is ignored: sound UTF-8 is UTF-8 under whatever label. What
/// nobody declares is guessed, and Windows-1252 if nothing can be guessed. A document that is UTF-8
/// costs one look, and no copy if the caller gives it away.
package func decode(_ bytes: consuming [UInt8], contentType: String? = nil) -> DecodedText {
  let served = contentType.flatMap(charset(ofContentType:))
  var problems: [String] = []
  var isMarked = false
  if let mark = ByteOrder.marked(bytes) {
    if mark.order == .utf8 {
      isMarked = true
      bytes.removeFirst(mark.skip)
    } else if ByteOrder.isMarkupOfSingleBytes(bytes, from: mark.skip) {
      problems.append("it begins with the mark of \(mark.order.rawValue), in which it is not")
      bytes.removeFirst(mark.skip)
    } else {
      return decodeWide(bytes, mark.order, from: mark.skip, served: served)
    }
  } else if let order = ByteOrder.unmarked(bytes) {
    return decodeWide(bytes, order, from: 0, served: served)
  }
  if let decoded = decodeEBCDIC(bytes, served: served) { return decoded }

  let survey = UTF8Survey(bytes)
  let labels = [served, declaredEncoding(bytes)].compactMap { $0 }
  if isMarked, survey.isMostlySound {
    problems += contradictions(to: .utf8, labels)
    return decodeUTF8(bytes, survey, problems)
  }
  if isMarked { problems.append("it begins with the mark of utf-8, in which it is not") }
  return decodeDeclared(bytes, survey, labels, problems)
}

/// What is left when no mark tells: the labels in their order, and then a guess.
private func decodeDeclared(
  _ bytes: consuming [UInt8], _ survey: UTF8Survey, _ labels: [String], _ problems: [String]
) -> DecodedText {
  var problems = problems
  labels: for label in labels {
    guard let encoding = TextEncoding(label: label) else {
      problems.append("the encoding \"\(printable(label))\" is not known")
      continue
    }
    switch encoding.form {
    case .ascii where !survey.hasHighBytes: break labels
    // A declaration that could be read byte by byte is not in UTF-16.
    case .utf8 where survey.isMostlySound: break labels
    case .wide where survey.isMostlySound:
      problems.append("the document says that it is in \(encoding.name) but is in UTF-8")
      break labels
    case .singleByte where survey.isClearlyUTF8, .multiByte where survey.isSound && survey.hasLong:
      problems.append("the document says that it is in \(encoding.name) but is in UTF-8")
      break labels
    case .singleByte, .multiByte:
      if let decoded = encoding.decode(bytes) { return decoded.adding(problems) }
    default: break
    }
    problems.append("the document is not in \(encoding.name) as it says")
  }
  if survey.isMostlySound { return decodeUTF8(bytes, survey, problems) }
  if let name = guessedEncoding(of: bytes), let decoded = TextEncoding(label: name)?.decode(bytes) {
    let guess = "the document does not say that it is in \(name), which was guessed"
    return decoded.adding(problems + [guess])
  }
  let western = TextEncoding.windows1252.decode(bytes)
  return (western ?? DecodedText(bytes: [], encoding: "windows-1252", problems: []))
    .adding(problems.isEmpty ? ["the document is not in UTF-8"] : problems)
}

private func decodeUTF8(
  _ bytes: consuming [UInt8], _ survey: UTF8Survey, _ problems: [String]
) -> DecodedText {
  if survey.isSound { return DecodedText(bytes: bytes, encoding: "utf-8", problems: problems) }
  var mending = UTF8Mending(capacity: bytes.count)
  mending.read(bytes)
  return DecodedText(
    bytes: mending.text, encoding: "utf-8", problems: problems + mending.problems)
}

private func decodeWide(
  _ bytes: [UInt8], _ order: ByteOrder, from start: Int, served: String?
) -> DecodedText {
  var decoded = order.decode(bytes, from: start)
  let labels = [served, declaredEncoding(decoded.bytes)].compactMap { $0 }
  decoded.problems = contradictions(to: order, labels) + decoded.problems
  return decoded
}

/// A document of IBM's mainframes, told by `<?xml` in the letters that all their code pages share.
private func decodeEBCDIC(_ bytes: [UInt8], served: String?) -> DecodedText? {
  let servedEncoding = served.flatMap(TextEncoding.init(label:))
  guard bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94, 0x93]) || servedEncoding?.isEBCDIC == true,
    bytes.first(where: { $0 != 0x40 && $0 != 0x25 && $0 != 0x15 && $0 != 0x05 }) == 0x4C,
    let common = TextEncoding(label: "cp037"),
    let head = common.decode(Array(bytes.prefix(1024)))
  else { return nil }
  var problems: [String] = []
  for label in [served, declaredEncoding(head.bytes)].compactMap({ $0 }) {
    if let encoding = TextEncoding(label: label), encoding.isEBCDIC,
      let decoded = encoding.decode(bytes)
    {
      return decoded.adding(problems)
    }
    problems.append("the document says that it is in \(printable(label)) but is in EBCDIC")
  }
  if problems.isEmpty { problems.append("the document does not say that it is in EBCDIC") }
  return common.decode(bytes)?.adding(problems)
}

/// The labels that say something else than the first bytes.
private func contradictions(to order: ByteOrder, _ labels: [String]) -> [String] {
  for label in labels {
    guard let encoding = TextEncoding(label: label), !encoding.fits(order) else { continue }
    return ["the document says that it is in \(encoding.name) but is in \(order.rawValue)"]
  }
  return []
}

extension DecodedText {
  /// The same with problems that were found before.
  fileprivate func adding(_ earlier: [String]) -> DecodedText {
    var decoded = self
    decoded.problems = earlier + problems
    return decoded
  }
}

/// A label for people: ASCII, at most forty characters.
private func printable(_ label: String) -> String {
  String(decoding: label.utf8.prefix(40).filter { (0x20..<0x7F).contains($0) }, as: UTF8.self)
}
