import Communities
import Conversations
import Foundation
import Parsing
import Support
import Testing

/// Two days of forty communities, read every hour together: nothing may be lost.
@Suite struct CombinedDayTests {
  @Test func daysTogetherLoseNothing() {
    let place = Place(communities: 40, seed: 3)
    var reader = Reader(place)
    for hour in 1...48 { reader.refresh(place, at: Place.start + Double(hour) * 3600) }
    #expect(reader.read == place.posted(until: Place.start + 48 * 3600))
    // Otherwise the day would not show what becomes of those that an answer does not cover.
    #expect(reader.uncovered > 0)
    // Alone they are 40 each hour, 960 a day.
    #expect(reader.requests < 2 * 150)
  }

  /// Communities with posts by chance, from one in two days to ten an hour, most of them in the evening.
  private struct Place {
    static let start = Date(timeIntervalSince1970: 1_790_000_000)
    var posts: [(community: Int, at: Date)] = []
    var communities: Int

    init(communities: Int, seed: UInt64) {
      self.communities = communities
      var random = SplitMix64(seed: seed)
      for community in 0..<communities {
        let postsPerDay = 0.5 * pow(480, Double.random(in: 0...1, using: &random))
        var own: [(community: Int, at: Date)] = []
        var at = Self.start - 60 * 86_400
        while at < Self.start + 2 * 86_400 {
          at += -log(Double.random(in: 0.000_001...1, using: &random)) * 43_200 / postsPerDay
          let evening = 1 - cos(at.timeIntervalSince1970 / 86_400 * 2 * .pi)
          if Double.random(in: 0..<2, using: &random) < evening { own.append((community, at)) }
        }
        // Nobody ever sees what stood before the first answer.
        posts += own.drop { $0.at < Self.start }
        posts += own.prefix { $0.at < Self.start }.suffix(25)
      }
      posts.sort { $0.at > $1.at }
    }

    func posted(until end: Date) -> Set<String> {
      Set(posts.filter { $0.at > Self.start && $0.at <= end }.map(Self.id))
    }

    static func id(_ post: (community: Int, at: Date)) -> String {
      "t3_\(post.community)_\(Int(post.at.timeIntervalSince1970 * 1000))"
    }

    static func feed(_ community: Int) -> String {
      "https://www.reddit.com/r/Community\(community)/new/.rss"
    }

    /// What the place answers for some communities.
    func answer(_ wanted: Set<Int>, limit: Int, at now: Date) -> ParsedFeed {
      var document = ParsedFeed(format: .atom10, encoding: "utf-8")
      document.entries = posts.lazy.filter { $0.at <= now && wanted.contains($0.community) }
        .prefix(limit).map { post in
          var entry = ParsedEntry()
          entry.id = Self.id(post)
          entry.link =
            "https://www.reddit.com/r/Community\(post.community)/comments/\(Self.id(post))/"
          entry.published = post.at
          return entry
        }
      return document
    }
  }

  /// Reads what is due, as a refresh does.
  private struct Reader {
    var requests = 0
    var uncovered = 0
    var read: Set<String> = []
    private var visits: [Visit]
    private var windows: [String: FeedWindow] = [:]

    init(_ place: Place) {
      visits = (0..<place.communities).map { Visit(feed: Place.feed($0)) }
      for index in visits.indices { ask(index, place, at: Place.start) }
      (requests, read) = (0, [])
    }

    mutating func refresh(_ place: Place, at now: Date) {
      let due = visits.compactMap { CombinableFeed($0, windows[$0.feed], at: now) }
      var left = Set(visits.map(\.feed))
      for group in combinedFeeds(due, at: now) {
        requests += 1
        let wanted = visits.indices.filter { index in
          group.members.contains { $0.feed == visits[index].feed }
        }
        let document = place.answer(Set(wanted), limit: 100, at: now)
        let shares = group.shares(of: document)
        uncovered += group.members.count - shares.count
        for (feed, share) in shares {
          take(posts(of: share, feed: feed))
          left.remove(feed)
          if let index = visits.firstIndex(where: { $0.feed == feed }) {
            visits[index].succeeded = now
          }
        }
      }
      for index in visits.indices where left.contains(visits[index].feed) {
        ask(index, place, at: now)
      }
    }

    private mutating func ask(_ index: Int, _ place: Place, at now: Date) {
      requests += 1
      let document = place.answer([index], limit: 25, at: now)
      let posts = posts(of: document, feed: visits[index].feed)
      take(posts)
      visits[index].succeeded = now
      guard let oldest = document.entries.last?.published else { return }
      windows[visits[index].feed] = FeedWindow(length: posts.count, oldest: oldest, read: now)
    }

    private mutating func take(_ posts: [Post]) {
      read.formUnion(posts.filter { $0.published.map { $0 > Place.start } == true }.map(\.id))
    }
  }
}
