/// The header fields of an answer in the order in which they came.
package struct Headers: Sendable, Hashable {
  private var fields: [Field] = []

  private struct Field: Sendable, Hashable {
    var name: String
    var value: [UInt8]
  }

  package init() {}

  /// Fields from pairs of name and value.
  package init(_ pairs: KeyValuePairs<String, String>) {
    for (name, value) in pairs { append(name: name, value: Array(value.utf8)) }
  }

  /// Adds a field; the case of its name does not matter.
  package mutating func append(name: String, value: [UInt8]) {
    fields.append(Field(name: name.lowercased(), value: value))
  }

  /// Adds a field from a header line as it stood on the wire; lines without a colon are dropped.
  ///
  /// A line that begins with a blank goes on with the field before (RFC 9112, 5.2).
  mutating func append(line: some Collection<UInt8>) {
    if let first = line.first, first == 0x20 || first == 0x09 {
      let rest = Self.trimmed(line)
      guard !rest.isEmpty, let last = fields.indices.last else { return }
      fields[last].value += fields[last].value.isEmpty ? rest : [0x20] + rest
      return
    }
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: line[..<colon], as: UTF8.self)
    append(name: name, value: Self.trimmed(line[line.index(after: colon)...]))
  }

  private static func trimmed(_ text: some Collection<UInt8>) -> [UInt8] {
    let blank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
    var value = Array(text.drop(while: blank))
    while let last = value.last, blank(last) { value.removeLast() }
    return value
  }

  /// The first value of a field byte for byte; nil if it is absent or empty.
  package func bytes(_ name: String) -> [UInt8]? {
    fields.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// The values of a field as text, in the order in which they came; empty ones are left out.
  package func values(_ name: String) -> [String] {
    fields.lazy.filter { $0.name == name && !$0.value.isEmpty }
      .map { String(decoding: $0.value, as: UTF8.self) }
  }

  /// All values of a field as text, joined by commas (RFC 9110, 5.3); nil if it is absent.
  package func text(_ name: String) -> String? {
    let values = fields.lazy.filter { $0.name == name }
      .map { String(decoding: $0.value, as: UTF8.self) }
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }
}
