package import Conversations
internal import Foundation

/// A feed that the team chose, as its line in the feed list says.
package struct Subscription: Sendable, Hashable {
  /// The `xmlUrl`, letter by letter: the name under which everything about the feed is remembered.
  package var feed: String
  package var location: FeedLocation
  /// What the team calls it; empty if the list does not say.
  package var title: String
  /// The page that belongs to it, if the list says.
  package var home: String?
  /// The outlines around it, from the outermost.
  package var folders: [String]
  /// Its line in the feed list, from 1.
  package var line: Int

  /// A feed to be listed; throws a text that says why it cannot be one.
  package init(
    feed: String, title: String = "", home: String? = nil, folders: [String] = [], line: Int = 0
  ) throws(FeedLocation.Problem) {
    self.feed = feed
    location = try FeedLocation(feed)
    self.title = title
    self.home = home
    self.folders = folders
    self.line = line
  }
}

/// A line of the feed list that names nothing feeds are read from: it is listed, and never asked for,
/// opened or read.
package struct RefusedSubscription: Sendable, Hashable {
  /// The `xmlUrl`, letter by letter.
  package var feed: String
  /// What the team calls it; empty if the list does not say.
  package var title: String
  /// Why it is refused, in the few words of a listing.
  package var reason: String
  /// The number of its outline element in the document.
  var outline: Int
}

/// Where a feed is read.
package enum FeedLocation: Sendable, Hashable {
  case web(Address)
  /// A file, by its path relative to the workspace.
  case file(path: String)

  /// Why a text says no place of a feed, for people.
  package struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String
    /// The same in the few words of a listing, beside the text itself.
    package var reason: String
  }

  /// Reads an `xmlUrl`: an http or https URL, or a relative path without `..`.
  package init(_ text: String) throws(Problem) {
    if let address = Address(text) {
      self = .web(address)
      return
    }
    // It goes to messages, and may hold a password whatever its scheme is.
    let shown = Address.redacted(text)
    let scheme = text.prefix { $0 != ":" && $0 != "/" }
    if scheme.endIndex < text.endIndex, text[scheme.endIndex] == ":" {
      throw Problem(
        description: "\"\(shown)\" is not an address that feeds are read from: it must start with "
          + "http:// or https://, or be the path of a file inside the workspace",
        reason: ["http", "https"].contains(scheme.lowercased())
          ? "this is not a whole address" : "feeds are read from http and https only")
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Problem(
        description: "there is no address of a feed here", reason: "there is no address")
    }
    guard !text.hasPrefix("/"), !text.hasPrefix("~"), !parts.contains("..") else {
      throw Problem(
        description: "\"\(shown)\" leads out of the workspace: a feed file is named by a path "
          + "inside it, without \"..\"",
        reason: "feed files are read from inside the workspace only")
    }
    self = .file(path: text)
  }
}
