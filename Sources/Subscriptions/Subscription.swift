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

/// Where a feed is read.
package enum FeedLocation: Sendable, Hashable {
  case web(Address)
  /// A file, by its path relative to the workspace.
  case file(path: String)

  /// Why a text says no place of a feed, for people.
  package struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String
  }

  /// Reads an `xmlUrl`: an http or https URL, or a relative path without `..`.
  package init(_ text: String) throws(Problem) {
    if let address = Address(text) {
      self = .web(address)
      return
    }
    let scheme = text.prefix { $0 != ":" && $0 != "/" }
    if scheme.endIndex < text.endIndex, text[scheme.endIndex] == ":" {
      throw Problem(
        description: "\"\(text)\" is not an address that feeds are read from: it must start with "
          + "http:// or https://, or be the path of a file inside the workspace")
    }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Problem(description: "there is no address of a feed here")
    }
    guard !text.hasPrefix("/"), !text.hasPrefix("~"), !parts.contains("..") else {
      throw Problem(
        description: "\"\(text)\" leads out of the workspace: a feed file is named by a path "
          + "inside it, without \"..\"")
    }
    self = .file(path: text)
  }
}
