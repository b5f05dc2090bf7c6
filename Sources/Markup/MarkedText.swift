/// A text as a feed brings it: plain, or HTML with the address that its links are relative to.
///
/// It is kept as it came until a community has cut out what a person said; only plain text goes on
/// from there.
package struct MarkedText: Sendable, Hashable {
  package var source: String
  package var kind: Kind
  /// What relative links in it refer to; nil if the document does not tell.
  package var base: String?

  /// How the source is to be read.
  package enum Kind: Sendable, Hashable {
    case plain
    case html
  }

  package init(_ source: String, kind: Kind, base: String? = nil) {
    self.source = source
    self.kind = kind
    self.base = base
  }
}
