import Markup

/// Writes the events of a document down as one text: `<rss version=2.0>` `"text"` `</rss>`.
struct EventRecorder: XMLHandler {
  var trace = ""
  var names: [String] = []
  var restarts = 0
  var lines: [Int] = []

  mutating func kind(of name: XMLName) -> Int {
    let text = (name.prefix.map { "\($0):" } ?? "") + name.local
    if let index = names.firstIndex(of: text) { return index }
    names.append(text)
    return names.count - 1
  }

  mutating func start(_ element: XMLElement) {
    trace += "<" + names[element.kind]
    for index in 0..<element.attributes.count {
      let name = String(decoding: element.attributes.name(index), as: UTF8.self)
      trace += " \(name)=\(String(decoding: element.attributes.value(index), as: UTF8.self))"
    }
    trace += ">"
    lines.append(element.line)
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    trace += String(decoding: bytes, as: UTF8.self)
  }

  mutating func end(_ kind: Int) { trace += "</\(names[kind])>" }

  mutating func restart() {
    self = EventRecorder(restarts: restarts + 1)
  }

  init(restarts: Int = 0) { self.restarts = restarts }
}

/// What a document says, and how its reading went.
func read(_ source: String) throws -> (events: EventRecorder, reading: XMLReading) {
  try read(Array(source.utf8))
}

func read(_ bytes: [UInt8]) throws -> (events: EventRecorder, reading: XMLReading) {
  var recorder = EventRecorder()
  let reading = try readXML(decode(bytes), handler: &recorder)
  return (recorder, reading)
}
