internal import Markup

/// Reads a feed of whatever format.
///
/// - Parameters:
///   - bytes: the document as it was served, without any `Content-Encoding`.
///   - contentType: the HTTP `Content-Type`, if it was served.
///   - base: where it came from; relative addresses are resolved against it.
/// - Returns: the feed, its entries in the document's order.
/// - Throws: why the document is not a feed. What is merely broken is mended and noted.
package func parse(
  _ bytes: consuming [UInt8], contentType: String? = nil, base: String? = nil
) throws(ParsingFailure) -> ParsedFeed {
  let list = EntryList()
  var feed = try parse(bytes, contentType: contentType, base: base, into: list)
  feed.entries = list.entries
  return feed
}

/// The largest document, in bytes: what is not XML may be no larger either.
package let largestDocument = largestXML

/// The same, for what takes the entries one by one; the feed that is returned has none.
///
/// A document of more than `largest` bytes is refused.
package func parse(
  _ bytes: consuming [UInt8], contentType: String? = nil, base: String? = nil,
  largest: Int = largestDocument, into sink: some EntrySink
) throws(ParsingFailure) -> ParsedFeed {
  guard bytes.count <= largest else {
    throw .tooLarge("\(bytes.count / 1_048_576) MB, where \(largest / 1_048_576) MB are read")
  }
  if let what = foreignKind(of: bytes) { throw .unknown(what) }
  let text = decode(bytes, contentType: contentType)
  var feed = try parse(text, base: base, largest: largest, into: sink)
  if !text.problems.isEmpty {
    feed.isRecovered = true
    feed.noteFirst(text.problems.map { ParsingNote(message: $0) })
  }
  if let contentType, let problem = problem(ofContentType: contentType) {
    feed.isRecovered = true
    feed.note(problem)
  }
  feed.sumUpNotes()
  return feed
}

private func parse(
  _ text: DecodedText, base: String?, largest: Int, into sink: any EntrySink
) throws(ParsingFailure) -> ParsedFeed {
  let kind = DocumentKind(text.bytes)
  switch kind {
  case .empty: throw .empty
  case .json: return try parseJSON(text, base: base, into: sink)
  case .xml(let start, isFeed: true):
    return try parseXML(text, from: start, base: base, largest: largest, into: sink)
  case .xml, .page, .text: break
  }
  if let escaped = EscapedFeed(text.bytes, in: kind) {
    var inner = text
    inner.bytes = escaped.bytes
    var feed = try parseXML(inner, from: 0, base: base, largest: largest, into: sink)
    feed.isRecovered = true
    feed.noteFirst([ParsingNote(message: "the whole feed is escaped, as a text within another")])
    return feed
  }
  switch kind {
  case .page:
    throw .page(title: pageTitle(of: text), feeds: alternateFeeds(in: text, base: base))
  case .text:
    throw .unknown("plain text\(quoted(String(decoding: text.bytes.prefix(400), as: UTF8.self)))")
  default: return try parseXML(text, from: 0, base: base, largest: largest, into: sink)
  }
}

/// What a document says, as the end of a sentence about it; empty if it says nothing.
func quoted(_ text: String) -> String {
  let line = oneLine(text, limit: 120)
  return line.isEmpty ? "" : ": \"\(line)\""
}

/// Reads the XML that begins at an offset; what stands before it is no part of the feed.
private func parseXML(
  _ text: DecodedText, from start: Int, base: String?, largest: Int, into sink: any EntrySink
) throws(ParsingFailure) -> ParsedFeed {
  var text = text
  let linesBefore = text.bytes[..<start].count { $0 == UInt8(ascii: "\n") }
  if start > 0 { text.bytes.removeFirst(start) }
  var reader = FeedReader(encoding: text.encoding, base: base, sink: sink)
  let reading: XMLReading
  do {
    reading = try readXML(text, largest: largest, handler: &reader)
  } catch {
    switch error {
    case .tooLarge(let what): throw .tooLarge(what)
    case .unreadable(let problem):
      throw .unreadable("line \(problem.line + linesBefore): \(problem.message)")
    }
  }
  reader.finishDocument()
  if let why = reader.stops { throw .tooLarge(why) }
  guard var feed = reader.feed else {
    throw .unknown("an XML document of <\(oneLine(reader.rootName ?? "", limit: 40))>")
  }
  if reading.isCut, reader.hasNothing { throw .cutBeforeEntries }
  feed.isRecovered = reading.isRecovered || start > 0
  feed.isCut = reading.isCut
  feed.noteFirst(
    reading.problems.map { ParsingNote(line: $0.line, message: $0.message) },
    further: reading.furtherProblems)
  for index in feed.notes.indices {
    if let line = feed.notes[index].line { feed.notes[index].line = line + linesBefore }
  }
  if start > 0 {
    feed.noteFirst([ParsingNote(line: 1, message: "there is other text before the feed")])
  }
  return feed
}

/// A feed that is served as something that it is not; browsers and other readers may refuse it.
private func problem(ofContentType type: String) -> String? {
  let name = oneLine(String(type.prefix { $0 != ";" })).lowercased()
  guard !name.isEmpty, !name.contains("xml"), !name.contains("json"), !name.contains("rss"),
    !name.contains("atom"), name != "application/octet-stream"
  else { return nil }
  return "it was served as \(name)"
}
