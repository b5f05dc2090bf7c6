@testable import Markup

/// Hears a document, and demands that every element ends after it began.
private struct Listener: XMLHandler {
  var names: [XMLName] = []
  var open: [Int] = []
  var events = 0
  var characters = 0

  mutating func kind(of name: XMLName) -> Int {
    demand(!name.local.isEmpty, "an element without a name")
    names.append(name)
    return names.count - 1
  }

  mutating func start(_ element: XMLElement) {
    events += 1
    open.append(element.kind)
    demand(open.count <= 256, "deeper than the limit")
    demand(element.line >= 1, "a line \(element.line)")
    for index in 0..<element.attributes.count {
      demand(element.attributes.name(index).count > 0, "an attribute without a name")
      characters += element.attributes.value(index).count
      characters += element.attributes.prefix(index).count
    }
    demand(element.attributes["there is none"] == nil, "an attribute that is not there")
    demand(element.namespaces.count <= 512, "more namespaces than the limit")
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) { characters += bytes.count }

  mutating func end(_ kind: Int) {
    demand(open.popLast() != nil, "an end without a start")
  }

  mutating func restart() { self = Listener() }
}

@Sendable func checkXML(_ bytes: [UInt8]) {
  let text = decode(bytes)
  var listener = Listener()
  let reading = try? readXML(text, handler: &listener)
  // Declared entities may add a megabyte.
  demand(listener.characters <= 3 * text.bytes.count + 1_200_000, "more text than document")
  if let reading {
    demand(listener.events > 0, "read, and nothing heard")
    demand(reading.isRecovered || listener.open.isEmpty, "well formed, but not closed")
    demand(
      reading.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 }, "a place before the start")
  }
  text.bytes.withUnsafeBufferPointer { bytes in
    let repair = XMLRepair(bytes)
    demand(
      !repair.output.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D },
      "the repair left a control character")
    let left = documentType(repair.output)
    demand(left == nil, "the repair left a document type: \(left ?? "")")
    demand(String(validating: repair.output, as: UTF8.self) != nil, "the repair broke a character")
    demand(repair.output.count <= 2 * bytes.count + 2_200_000, "the repair wrote too much")
  }
}

/// The start of a document type in it, where no CDATA section makes it text.
private func documentType(_ document: [UInt8]) -> String? {
  func has(_ text: String, _ at: Int) -> Bool {
    document[at...].prefix(text.utf8.count).map { $0 | 0x20 } == text.utf8.map { $0 | 0x20 }
  }
  var at = 0
  while at < document.count {
    guard document[at] == UInt8(ascii: "<") else {
      at += 1
      continue
    }
    if has("<!DOCTYPE", at) {
      return String(decoding: document[at...].prefix(100), as: UTF8.self)
    }
    if has("<![CDATA[", at) {
      while at < document.count, !has("]]>", at) { at += 1 }
    }
    at += 1
  }
  return nil
}
