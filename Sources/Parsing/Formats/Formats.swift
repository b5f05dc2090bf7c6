/// A family of feed documents in XML: how its root tells it, and what its elements say.
protocol XMLFormat: Sendable {
  var vocabulary: Vocabulary { get }
  /// The prefix under which names without a namespace, or in one that nobody knows, are looked up.
  var prefix: String { get }
  /// How texts are read that do not tell their type.
  var isHTML: Bool { get }
  /// The format of a document with this root; nil if the root is none of this family.
  func format(of root: Root) -> FeedFormat?
}

/// The first element of a document.
struct Root {
  /// The name in lower case, without a prefix.
  var name: String
  var namespace: String?
  var version: String?
  /// The namespaces that it declares; the versions of RSS in RDF differ in nothing else.
  var namespaces: [String]
}

/// The formats in XML, in the order in which they are asked.
enum XMLFormats {
  static let all: [any XMLFormat] = [RSS(), Atom(), CDF()]
}
