internal import Markup

/// `xml:base` at every level (RFC 3986 and XML Base).
struct Bases {
  /// Where the document came from.
  let document: String?
  private var open: [(depth: Int, base: String)] = []

  init(document: String?) { self.document = document }

  var current: String? { open.last?.base ?? document }

  mutating func push(_ attributes: XMLAttributes, depth: Int) {
    guard attributes.count > 0, let base = attributes["base", prefix: "xml"] else { return }
    open.append((depth, resolve(base, against: current) ?? base))
  }

  mutating func pop(depth: Int) {
    if let last = open.last, last.depth == depth { open.removeLast() }
  }
}
