internal import Conversations
internal import Foundation
internal import Parsing

extension Reddit {
  /// `/r/a+b/new/.rss` has the newest posts of both communities, and `limit` makes it long.
  struct NewPosts: Combination {
    let length = 100

    func rooms(ofFeed feed: String) -> Set<String>? {
      guard feed.hasPrefix("https://"), let address = Address(feed), address.host == "reddit.com",
        address.redacted == address.text, Self.isPlain(address)
      else { return nil }
      let parts = address.pathParts
      guard parts.count == 3 || parts.count == 4, parts[0] == "r",
        parts[2...] == ["new", ".rss"] || parts[2...] == ["new.rss"]
      else { return nil }
      let rooms = parts[1].lowercased().split(separator: "+", omittingEmptySubsequences: false)
        .map(String.init)
      guard rooms.allSatisfy(Self.isRoom) else { return nil }
      return Set(rooms)
    }

    func address(ofRooms rooms: [String]) -> String {
      "https://www.reddit.com/r/\(rooms.joined(separator: "+"))/new/.rss?limit=\(length)"
    }

    /// A person's own page is listed as a community, `u_name`, and its posts stand at `/user/name/`.
    func rooms(of entry: ParsedEntry) -> Set<String> {
      let parts = entry.link.flatMap { Address($0) }?.pathParts ?? []
      guard parts.count > 2, parts[2] == "comments" else { return [] }
      switch parts[0] {
      case "r": return [parts[1].lowercased()]
      case "u", "user": return ["u_\(parts[1].lowercased())"]
      default: return []
      }
    }

    /// Whether an address has at most the parameters that change nothing of what is new.
    private static func isPlain(_ address: Address) -> Bool {
      guard let url = address.url, url.user() == nil, url.port == nil,
        let parts = URLComponents(url: url, resolvingAgainstBaseURL: false),
        // `www.` is where every other name of the place leads to; `old.` has links of its own.
        ["www.reddit.com", "reddit.com"].contains(parts.host ?? "")
      else { return false }
      return (parts.queryItems ?? []).allSatisfy { item in
        item.name == "sort" && item.value == "new"
          || item.name == "limit" && item.value?.isNumber == true
      }
    }

    /// Lists that are made of other communities: nobody's link leads to them.
    private static let lists: Set<String> = ["all", "popular", "friends", "mod", "random", "home"]

    private static func isRoom(_ name: String) -> Bool {
      !lists.contains(name) && (2...23).contains(name.utf8.count)
        && Reddit.isName(name) && !name.contains("-")
    }
  }
}
