internal import Conversations
internal import Parsing

extension Lobsters {
  /// `/t/a,b.rss` has the newest stories of both tags, and each entry tells its tags; the place asks
  /// to combine them.
  struct NewStories: Combination {
    let length = 25

    func rooms(ofFeed feed: String) -> Set<String>? {
      guard let tags = feed.between("https://lobste.rs/t/", ".rss") else { return nil }
      let rooms = tags.lowercased().split(separator: ",", omittingEmptySubsequences: false)
        .map(String.init)
      return rooms.allSatisfy(Self.isTag) ? Set(rooms) : nil
    }

    func address(ofRooms rooms: [String]) -> String {
      "https://lobste.rs/t/\(rooms.joined(separator: ",")).rss"
    }

    func rooms(of entry: ParsedEntry) -> Set<String> { Set(entry.tags.map { $0.lowercased() }) }

    /// What needs no percent signs in a path; `c++` does, and is asked for alone.
    private static func isTag(_ tag: String) -> Bool { !tag.isEmpty && tag.asPathPart == tag }
  }
}
