internal import CLibXML2

/// What reads the events of an XML document.
///
/// Names come as numbers: `kind(of:)` is asked what a name means, and the answer comes back with
/// every element of that name, so that no text is made or compared for each of them.
package protocol XMLHandler {
  /// The number of the handler's own for a name. It may be asked again for the same name, and must
  /// then answer the same.
  mutating func kind(of name: XMLName) -> Int
  mutating func start(_ element: XMLElement)
  /// A piece of character data; a text comes in as many as the parser likes.
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>)
  mutating func end(_ kind: Int)
  /// Forgets everything: the document was not well formed, and is read again, repaired.
  mutating func restart()
  /// Why nothing more is wanted; nil while the reading is to go on. It is asked now and then.
  var stops: String? { get }
}

extension XMLHandler {
  package var stops: String? { nil }
}

/// The name of an element.
package struct XMLName: Sendable, Hashable {
  package var local: String
  package var prefix: String?
  /// The namespace; nil if there is none, or the prefix was never declared.
  package var namespace: String?

  package init(local: String, prefix: String?, namespace: String?) {
    self.local = local
    self.prefix = prefix
    self.namespace = namespace
  }
}

/// A start tag; it is valid only during the call that brings it.
package struct XMLElement {
  /// What the handler said of its name.
  package let kind: Int
  /// The name without its prefix, ended by a zero.
  let local: UnsafePointer<UInt8>
  package let attributes: XMLAttributes
  let context: xmlParserCtxtPtr
  /// Two pointers each: prefix and address.
  let declarations: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let declarationCount: Int

  /// The name without its prefix.
  package var localName: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: local, count: Int(xmlStrlen(local)))
  }

  /// The namespaces that the tag declares.
  package var namespaces: [String] {
    (0..<declarationCount).compactMap { declarations?[2 * $0 + 1].map { String(cString: $0) } }
  }

  /// The line of the tag's end, from 1.
  package var line: Int { Int(xmlSAX2GetLineNumber(context)) }
}

/// The attributes of a start tag; they are valid only during the call that brings them.
package struct XMLAttributes {
  /// How many there are.
  package let count: Int
  /// Five pointers each: name, prefix, namespace, start and end of the value.
  let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

  /// An attribute's name without its prefix.
  package func name(_ index: Int) -> UnsafeBufferPointer<UInt8> { terminated(5 * index) }

  /// An attribute's prefix; empty if it has none.
  package func prefix(_ index: Int) -> UnsafeBufferPointer<UInt8> { terminated(5 * index + 1) }

  /// An attribute's value in UTF-8, its references replaced.
  package func value(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let base, index >= 0, index < count, let start = base[5 * index + 3],
      let end = base[5 * index + 4]
    else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: start, count: end - start)
  }

  /// The value of an attribute without a prefix, or with one (`xml`); nil if it is not there.
  /// Both are given in lower case, and found in any: generators write `HREF` and `xmlurl`.
  package subscript(_ name: StaticString, prefix prefix: StaticString = "") -> String? {
    for index in 0..<count
    where equals(5 * index + 1, prefix) && equals(5 * index, name) {
      return String(decoding: value(index), as: UTF8.self)
    }
    return nil
  }

  /// The value of an attribute by its name in lower case, whatever its prefix; nil if it is not there.
  package func value(named name: StaticString) -> String? {
    for index in 0..<count where equals(5 * index, name) {
      return String(decoding: value(index), as: UTF8.self)
    }
    return nil
  }

  private func terminated(_ slot: Int) -> UnsafeBufferPointer<UInt8> {
    guard let base, slot >= 0, slot < 5 * count, let start = base[slot] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: Int(xmlStrlen(start)))
  }

  /// Whether a name, ended by a zero, is a text in lower case.
  private func equals(_ slot: Int, _ text: StaticString) -> Bool {
    guard let base, let start = base[slot] else { return text.utf8CodeUnitCount == 0 }
    for offset in 0..<text.utf8CodeUnitCount
    where lowercased(start[offset]) != text.utf8Start[offset] { return false }
    return start[text.utf8CodeUnitCount] == 0
  }
}

/// How the reading of a document went.
package struct XMLReading: Sendable {
  /// What was wrong with the document and survived; empty for a well-formed one.
  package var problems: [XMLProblem] = []
  /// How many problems there were beyond those.
  package var furtherProblems = 0
  /// Whether the document ends in the middle.
  package var isCut = false

  /// Whether the document had to be repaired.
  package var isRecovered: Bool { !problems.isEmpty }
}

/// Something wrong in an XML document.
package struct XMLProblem: Sendable, Hashable {
  /// The line and column, from 1.
  package var line: Int
  package var column: Int
  package var message: String

  package init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }
}

/// Why a document could not be read as XML.
package enum XMLFailure: Error, Sendable, Hashable {
  /// Over a limit, described for people.
  case tooLarge(String)
  /// No element came out of it.
  case unreadable(XMLProblem)
}
