internal import Yams

/// A value of the file and the place where it starts.
struct YAMLValue {
  enum Content {
    case text(String)
    case list([YAMLValue])
    case table([YAMLPair])
  }

  var content: Content
  var line: Int
  var column: Int
  /// The signs before the first character of a text: 1 for a quoted one.
  var margin = 0
  /// Whether it is a number or word as such, not a text in quotes.
  var isPlain = true

  /// What it is, for messages.
  var kind: String {
    switch content {
    case .text(let text): text.isEmpty ? "nothing" : "a text"
    case .list: "a list"
    case .table: "a table of keys"
    }
  }
}

/// A key of a table with its value.
struct YAMLPair {
  var key: String
  /// The place of the key.
  var line: Int
  var column: Int
  var margin: Int
  var value: YAMLValue
  /// The line of the equal key before it; nil if there is none.
  var firstLine: Int?
}

extension YAMLValue {
  /// The value of `node`; nil, and reported, if it holds an anchor or a key that is not a text.
  ///
  /// `marks` are the characters under which the first of equal keys were set aside.
  init?(_ node: Node, marks: Set<Unicode.Scalar>, _ report: inout Report) {
    let line = node.mark?.line ?? 1
    let column = node.mark?.column ?? 1
    // A few lines of anchors can stand for gigabytes ("billion laughs"); a profile needs none.
    if node.anchor != nil {
      report.add(
        line, column, "anchors and aliases (“&name”, “*name”) are not used in a profile",
        "Write the value out, or put quotes around it if it is a text.")
      return nil
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      self.init(
        content: .text(scalar.string), line: line, column: column, margin: isQuoted ? 1 : 0,
        isPlain: scalar.style == .plain)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for node in sequence {
        guard let value = YAMLValue(node, marks: marks, &report) else { return nil }
        values.append(value)
      }
      self.init(content: .list(values), line: line, column: column)
    case .mapping(let mapping):
      guard let pairs = Self.pairs(mapping, marks, &report) else { return nil }
      self.init(content: .table(pairs), line: line, column: column)
    case .alias:
      return nil
    }
  }

  private static func pairs(
    _ mapping: Node.Mapping, _ marks: Set<Unicode.Scalar>, _ report: inout Report
  ) -> [YAMLPair]? {
    var pairs: [YAMLPair] = []
    var firstLines: [String: Int] = [:]
    for (key, node) in mapping {
      guard let keyValue = YAMLValue(key, marks: marks, &report),
        let value = YAMLValue(node, marks: marks, &report)
      else { return nil }
      guard case .text(var name) = keyValue.content else {
        report.add(
          keyValue.line, keyValue.column, "a key must be a text, not \(keyValue.kind)",
          "Put quotes around it.")
        continue
      }
      if let first = name.unicodeScalars.first, marks.contains(first) {
        name.unicodeScalars.removeFirst()
      }
      pairs.append(
        YAMLPair(
          key: name, line: keyValue.line, column: keyValue.column, margin: keyValue.margin,
          value: value, firstLine: firstLines[name]))
      if firstLines[name] == nil { firstLines[name] = keyValue.line }
    }
    return pairs
  }
}
