internal import Communities
internal import Conversations
internal import Foundation
internal import Parsing
internal import Storage

/// How what is added goes into the feed list.
struct FeedPlan {
  /// What the team calls it; empty for the feed's own title.
  var title: String
  var folder: String?
  var isFetching: Bool
}

extension OpenWorkspace {
  /// Looks for the feed of a site whose page was named: those that the page points at, in its order;
  /// where it points at none, the places where sites keep theirs.
  ///
  /// One request at a time, and none after the first feed.
  func discover(_ named: AddedFeed, _ plan: FeedPlan) async throws -> AddedFeed {
    guard case .refused(let reason, let feeds) = named.result else { return named }
    let page = Address(named.feed)
    for feed in feeds.prefix(5) {
      let feed = page.flatMap { Address(feed)?.withCredentials(of: $0).text } ?? feed
      // A feed that is down for now is still what the site offers.
      let added = try await add(feed, plan)
      if case .refused = added.result { continue }
      return added
    }
    // Another answer than a page without feeds is a wrong address, not a site.
    guard feeds.isEmpty, reason.hasPrefix(ParsingFailure.page), let page else { return named }
    for guess in Self.usualFeeds(of: page) {
      let added = try await add(guess, plan, isGuess: true)
      guard case .refused = added.result else { return added }
      let status = try await store.feeds(named: guess)[guess]?.visit.status
      try await store.forgetUnread(guess)
      // A host that refuses or has gone away is not asked for the rest.
      guard let status, (200...299).contains(status) || status == 404 || status == 410 else {
        break
      }
    }
    return AddedFeed(
      feed: named.feed,
      result: .refused("\(reason), and none was found where sites keep theirs", feeds: []))
  }

  /// The usual places of feeds: beside the page, then at the root of its site.
  static func usualFeeds(of page: Address) -> [String] {
    let first = ["feed", "rss", "atom.xml", "feed.xml", "rss.xml", "index.xml"]
    let last = ["feed/", "index.atom", "index.rss", "feed.json"]
    let bare = String(page.text.prefix { $0 != "?" && $0 != "#" })
    let isFile = page.pathParts.last?.contains(".") == true && !bare.hasSuffix("/")
    let folder = bare.hasSuffix("/") || isFile ? bare : "\(bare)/"
    guard let beside = Address(folder), let root = Address("/", relativeTo: page) else { return [] }
    var feeds: [String] = []
    for (base, names) in [(beside, first), (root, first + last)] {
      for feed in names.compactMap({ Address($0, relativeTo: base)?.text })
      where !feeds.contains(feed) {
        feeds.append(feed)
      }
    }
    return feeds
  }
}
