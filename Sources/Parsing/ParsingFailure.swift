/// Why a document is not a feed.
package enum ParsingFailure: Error, Sendable, Hashable {
  case empty
  /// An HTML page; `feeds` are the feeds it points at, `title` what it calls itself.
  case page(title: String, feeds: [String])
  /// Something else, described for people ("a JPEG image", "an XML document of <opml>").
  case unknown(String)
  /// Broken beyond what recovery gives back.
  case unreadable(String)
  /// Over a limit of size, depth or entries.
  case tooLarge(String)
}

extension ParsingFailure: CustomStringConvertible {
  /// What came of a document says nothing, and more should have come. A complete feed may have no
  /// entry, and an XML one that was cut after its title is one to which something happened: servers
  /// fail there.
  static let cutBeforeEntries = Self.unreadable("it ends before its first entry")

  /// What every failure begins with that is a page.
  package static let page = "this is an HTML page"

  package var description: String {
    switch self {
    case .empty: "the document is empty"
    case .page(let title, let feeds):
      Self.page + (title.isEmpty ? "" : " (\"\(title)\")") + ", not a feed"
        + (feeds.isEmpty ? "" : "; it points at \(feeds.joined(separator: ", "))")
    case .unknown(let what): "this is not a feed but \(what)"
    case .unreadable(let why): "this feed cannot be read: \(why)"
    case .tooLarge(let what): "this feed is too large: \(what)"
    }
  }
}
