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
  _ bytes: [UInt8], contentType: String? = nil, base: String? = nil
) throws(ParsingFailure) -> ParsedFeed {
  let list = EntryList()
  var feed = try parse(bytes, contentType: contentType, base: base, into: list)
  feed.entries = list.entries
  return feed
}

/// The largest document, in bytes.
package let largestDocument = 64 * 1_048_576

/// The same, for what takes the entries one by one; the feed that is returned has none.
///
/// - Parameter largest: the size in bytes from which on a document is refused.
package func parse(
  _ bytes: [UInt8], contentType: String? = nil, base: String? = nil,
  largest: Int = largestDocument, into sink: some EntrySink
) throws(ParsingFailure) -> ParsedFeed {
  guard bytes.count <= largest else {
    throw .tooLarge("\(bytes.count / 1_048_576) MB, where \(largest / 1_048_576) MB are read")
  }
  if let what = foreignKind(of: bytes) { throw .unknown(what) }
  var text = decode(bytes, contentType: contentType)
  var feed: ParsedFeed
  switch DocumentKind(text.bytes) {
  case .empty: throw .empty
  case .json: feed = try parseJSON(text, base: base, into: sink)
  case .page: throw .page(feeds: alternateFeeds(in: text, base: base))
  case .text: throw .unknown("plain text")
  case .xml(let start):
    if start > 0 { text.bytes.removeFirst(start) }
    feed = try parseXML(text, base: base, largest: largest, into: sink)
    if start > 0 {
      feed.isRecovered = true
      feed.notes.insert(ParsingNote(line: 1, message: "there is other text before the feed"), at: 0)
    }
  }
  if let problem = text.problem {
    feed.isRecovered = true
    feed.notes.insert(ParsingNote(message: problem), at: 0)
  }
  if let contentType, let problem = problem(ofContentType: contentType) {
    feed.isRecovered = true
    feed.notes.append(ParsingNote(message: problem))
  }
  return feed
}

private func parseXML(
  _ text: DecodedText, base: String?, largest: Int, into sink: any EntrySink
) throws(ParsingFailure) -> ParsedFeed {
  var reader = FeedReader(encoding: text.encoding, base: base, sink: sink)
  let reading: XMLReading
  do {
    reading = try readXML(text, largest: largest, handler: &reader)
  } catch {
    switch error {
    case .tooLarge(let what): throw .tooLarge(what)
    case .unreadable(let problem): throw .unreadable("line \(problem.line): \(problem.message)")
    }
  }
  reader.finishDocument()
  guard var feed = reader.feed else {
    throw .unknown("an XML document of <\(oneLine(reader.rootName ?? "", limit: 40))>")
  }
  feed.isRecovered = reading.isRecovered
  feed.notes = reading.problems.map { ParsingNote(line: $0.line, message: $0.message) } + feed.notes
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
