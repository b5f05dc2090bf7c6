internal import CLibXML2

/// Reads a document that was decoded to UTF-8 and tells `handler` what is in it.
///
/// Strict and fast first; if the document is not well formed, `handler` is told to `restart` and
/// hears it again, repaired. No document opens a file or the network, and no entity is ever
/// declared to the parser. A document of more than `largest` bytes is refused.
@discardableResult
package func readXML(
  _ text: DecodedText, largest: Int = largestXML, handler: inout some XMLHandler
) throws(XMLFailure) -> XMLReading {
  let bytes = text.bytes
  guard bytes.count <= largest else {
    throw .tooLarge("\(bytes.count / 1_048_576) MB, where \(largest / 1_048_576) MB are read")
  }
  prepareLibrary()
  let bridge = Bridge(handler)
  defer { handler = bridge.handler }
  return try bytes.withUnsafeBufferPointer { bytes throws(XMLFailure) in
    try read(bytes, bridge)
  }
}

/// The largest document, in bytes, that is read unless a caller says otherwise.
package let largestXML = 64 * 1_048_576

private func read(
  _ bytes: UnsafeBufferPointer<UInt8>, _ bridge: XMLBridge
) throws(XMLFailure) -> XMLReading {
  var scan = XMLScan(bytes)
  var first: XMLProblem?
  do {
    first = try XMLSession.strict.read(bytes, bridge, &scan).first
    if first == nil, scan.isPlain { return XMLReading() }
  } catch {
    // Elements that nobody closed stand in one another; the repair takes them apart.
    guard bridge.excess == XMLBridge.tooDeep else { throw error }
  }
  // What the parser was not shown is no fault of the document.
  if !scan.isPlain { first = nil }
  scan.advance(to: bytes.count)
  try scan.check()
  bridge.restart()
  let repair = XMLRepair(bytes)
  guard !repair.isTooLarge else {
    throw .tooLarge("mending what is wrong with it would make it half as large again")
  }
  guard repair.output.contains(UInt8(ascii: "<")) else {
    throw .unreadable(XMLProblem(line: 1, column: 1, message: "there is no element in it"))
  }
  return try repair.output.withUnsafeBufferPointer { repaired throws(XMLFailure) in
    var scan = XMLScan(repaired)
    scan.advance(to: repaired.count)
    try scan.check()
    if scan.hasLongTag { throw .tooLarge("a tag of more than 64 KB") }
    let left = try XMLSession.forgiving.read(repaired, bridge, &scan)
    // What the parser says of the first reading is of use only where nothing else is known.
    var problems = mendings(repair.mended, in: bytes) + left
    if let first, problems.isEmpty { problems = [first] }
    guard bridge.hasSeenElement else {
      throw .unreadable(
        problems.first ?? XMLProblem(line: 1, column: 1, message: "there is no element in it"))
    }
    return XMLReading(
      problems: problems, furtherProblems: repair.further, isCut: repair.isCut)
  }
}

/// What had to be mended, as problems with a line and a column.
private func mendings(
  _ mended: [XMLMending], in bytes: UnsafeBufferPointer<UInt8>
) -> [XMLProblem] {
  var (line, column, at) = (1, 1, 0)
  return mended.sorted { $0.offset < $1.offset }.map { mending in
    while at < min(mending.offset, bytes.count) {
      if bytes[at] == 0x0A { (line, column) = (line + 1, 1) } else { column += 1 }
      at += 1
    }
    return XMLProblem(line: line, column: column, message: mending.message(in: bytes))
  }
}

/// Sets libxml2 up, once: nothing that it reads may open a file or the network.
private func prepareLibrary() { _ = preparation }

private let preparation: Void = {
  xmlInitParser()
  xmlSetExternalEntityLoader { _, _, _ in nil }
}()
