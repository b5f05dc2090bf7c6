internal import CLibXML2

/// One run of the C parser over a document in UTF-8.
enum XMLSession {
  /// The push parser over the whole document, in as few pieces as it takes: three to four times faster than the
  /// other where there is CDATA. It stops at the first fault.
  case strict
  /// The whole-buffer parser with recovery: the push parser stops for good at one stray `<`.
  case forgiving

  /// Parses `bytes` and returns what was wrong, at most the first few of it.
  ///
  /// A strict reading goes no further than `scan` allows, which looks at every piece before it.
  func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ bridge: XMLBridge, _ scan: inout XMLScan
  ) throws(XMLFailure) -> [XMLProblem] {
    var sax = Self.callbacks()
    let user = Unmanaged.passUnretained(bridge).toOpaque()
    guard let context = self == .strict ? Self.pushContext(&sax, user) : Self.context(bytes) else {
      throw .unreadable(XMLProblem(line: 1, column: 1, message: "out of memory"))
    }
    defer {
      bridge.finish()
      xmlFreeDoc(context.pointee.myDoc)
      context.pointee.myDoc = nil
      xmlFreeParserCtxt(context)
    }
    bridge.begin(context)
    // NOENT, or an `&amp;` in an attribute arrives as `&#38;`. It is harmless here: the document
    // type was taken out before, so that nothing but the five entities of XML exists.
    let options = [XML_PARSE_NOENT, XML_PARSE_NONET, XML_PARSE_IGNORE_ENC].reduce(0) {
      $0 | $1.rawValue
    }
    switch self {
    case .strict:
      xmlCtxtUseOptions(context, Int32(options))
      Self.push(bytes, into: context, &scan)
    case .forgiving:
      xmlCtxtUseOptions(context, Int32(options | XML_PARSE_RECOVER.rawValue))
      // The context frees what it points at, and this is no memory of its own making.
      let own = context.pointee.sax
      own?.pointee = sax
      context.pointee.userData = user
      xmlParseDocument(context)
    }
    if let excess = bridge.excess { throw .tooLarge(excess) }
    if bridge.problems.isEmpty, context.pointee.wellFormed == 0 {
      return [XMLProblem(line: 1, column: 1, message: "the document is not well formed")]
    }
    return bridge.problems
  }

  /// Pushes a document in pieces that end with a tag. The parser copies each: a small one stays in the
  /// processor's caches, and of a large document no second one stands in memory. More than 10 MB ahead
  /// of it libxml2 calls "huge" and refuses.
  private static func push(
    _ bytes: UnsafeBufferPointer<UInt8>, into context: xmlParserCtxtPtr, _ scan: inout XMLScan
  ) {
    var start = 0
    repeat {
      var end = min(start + longestPiece, bytes.count)
      if end < bytes.count, let tag = bytes[start..<end].lastIndex(of: UInt8(ascii: ">")) {
        end = tag + 1
      }
      scan.advance(to: end, from: start)
      guard scan.isPlain else { return }
      let piece = UnsafeRawPointer(bytes.baseAddress)?.advanced(by: start)
        .assumingMemoryBound(to: CChar.self)
      let isLast: Int32 = end == bytes.count ? 1 : 0
      guard xmlParseChunk(context, piece, Int32(end - start), isLast) == 0 else { return }
      start = end
    } while start < bytes.count
  }

  private static let longestPiece = 1 << 18

  private static func pushContext(
    _ sax: inout xmlSAXHandler, _ user: UnsafeMutableRawPointer
  ) -> xmlParserCtxtPtr? {
    xmlCreatePushParserCtxt(&sax, user, nil, 0, nil)
  }

  private static func context(_ bytes: UnsafeBufferPointer<UInt8>) -> xmlParserCtxtPtr? {
    let characters = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
    return xmlCreateMemoryParserCtxt(characters, Int32(bytes.count))
  }

  /// Own callbacks only: the defaults would build a tree, and open what it refers to.
  private static func callbacks() -> xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = UInt32(XML_SAX2_MAGIC)
    sax.startElementNs = {
      user, local, prefix, uri, namespaces, declarations, attributes, _, values in
      guard let user, let local else { return }
      Unmanaged<XMLBridge>.fromOpaque(user)._withUnsafeGuaranteedRef {
        $0.startElement(
          local, prefix, uri, Int(namespaces), declarations,
          XMLAttributes(count: Int(attributes), base: values))
      }
    }
    sax.endElementNs = { user, _, _, _ in
      guard let user else { return }
      Unmanaged<XMLBridge>.fromOpaque(user)._withUnsafeGuaranteedRef { $0.endElement() }
    }
    sax.characters = { user, text, length in
      guard let user, let text, length > 0 else { return }
      Unmanaged<XMLBridge>.fromOpaque(user)._withUnsafeGuaranteedRef {
        $0.characters(UnsafeBufferPointer(start: text, count: Int(length)))
      }
    }
    sax.cdataBlock = sax.characters
    sax.ignorableWhitespace = sax.characters
    sax.serror = { user, error in
      guard let user, let error else { return }
      Unmanaged<XMLBridge>.fromOpaque(user).takeUnretainedValue().note(error.pointee)
    }
    return sax
  }
}

extension XMLBridge {
  /// Keeps a fault of the document. An undeclared prefix is none: half the feeds of some generators
  /// have one, and nothing is lost.
  fileprivate func note(_ error: xmlError) {
    // A document may have a million faults, and each would be made a message.
    guard error.level == XML_ERR_FATAL, problems.count < 20 else { return }
    let message = error.message.map { String(cString: $0) } ?? "not well formed"
    note(
      XMLProblem(
        line: max(1, Int(error.line)), column: max(1, Int(error.int2)),
        message: oneLine(message)))
  }
}
