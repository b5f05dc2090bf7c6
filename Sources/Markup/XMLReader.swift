internal import CLibXML2

/// Reads a document that was decoded to UTF-8 and tells `handler` what is in it.
///
/// Strict and fast first; if the document is not well formed, `handler` is told to `restart` and
/// hears it again, repaired. No document opens a file or the network, and no entity is ever
/// declared to the parser.
///
/// - Parameter largest: the size in bytes from which on a document is refused.
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
  let scan = XMLScan(bytes)
  try scan.check()
  var first: XMLProblem?
  if !scan.hasNul, !scan.hasDoctype, !scan.hasLongTag {
    first = try XMLSession.strict.read(bytes, bridge).first
    if first == nil { return XMLReading() }
    bridge.restart()
  }
  let repair = XMLRepair(bytes)
  guard repair.output.contains(UInt8(ascii: "<")) else {
    throw .unreadable(XMLProblem(line: 1, column: 1, message: "there is no element in it"))
  }
  return try repair.output.withUnsafeBufferPointer { repaired throws(XMLFailure) in
    let scan = XMLScan(repaired)
    try scan.check()
    if scan.hasLongTag { throw .tooLarge("a tag of more than 64 KB") }
    var problems = try XMLSession.forgiving.read(repaired, bridge)
    problems.insert(contentsOf: mendings(at: repair.mended, in: bytes), at: 0)
    if let first, !problems.contains(first) { problems.insert(first, at: 0) }
    guard bridge.hasSeenElement else {
      throw .unreadable(
        problems.first ?? XMLProblem(line: 1, column: 1, message: "there is no element in it"))
    }
    return XMLReading(problems: problems)
  }
}

/// The characters that had to be mended, as problems; the offsets are in their order.
private func mendings(at offsets: [Int], in bytes: UnsafeBufferPointer<UInt8>) -> [XMLProblem] {
  var (line, column, at) = (1, 1, 0)
  return offsets.map { offset in
    while at < min(offset, bytes.count) {
      if bytes[at] == 0x0A { (line, column) = (line + 1, 1) } else { column += 1 }
      at += 1
    }
    let what =
      switch offset < bytes.count ? bytes[offset] : 0 {
      case UInt8(ascii: "&"): "\"&\" is not \"&amp;\""
      case UInt8(ascii: "<") where bytes.hasText("<?xml", at: offset):
        "the XML declaration is not at the start"
      case UInt8(ascii: "<"): "\"<\" begins no tag"
      case 0..<0x20: "a control character"
      case 0x22, 0x27: "an attribute of more than 32 KB was left out"
      default: "text that XML does not allow"
      }
    return XMLProblem(line: line, column: column, message: what)
  }
}

/// Sets libxml2 up, once: nothing that it reads may open a file or the network.
private func prepareLibrary() { _ = preparation }

private let preparation: Void = {
  xmlInitParser()
  xmlSetExternalEntityLoader { _, _, _ in nil }
}()
