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

  /// An address resolved against what it stands in; nil for none.
  func address(_ text: String?) -> String? {
    guard let text else { return nil }
    return resolve(text, against: current)
  }

  /// The address of a link; an empty one means the document itself (RFC 3986, section 4.4).
  func link(_ href: String?) -> String? {
    href?.isEmpty == true ? current : address(href)
  }
}
