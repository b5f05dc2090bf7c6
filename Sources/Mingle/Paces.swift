internal import Communities
internal import Conversations
internal import Fetching

/// How often feeds are asked for whose places want to be asked less than others.
struct Paces {
  private var intervals: [String: Duration] = [:]

  /// The feeds of one place that are asked for alone share what it allows: sixty of Reddit's, a minute
  /// apart, take an hour.
  init(of feeds: [String]) {
    var counts: [String: Int] = [:]
    var wishes: [(feed: String, host: String, pace: Pace)] = []
    for feed in feeds {
      guard let address = Address(feed), let pace = pace(of: address) else { continue }
      // Those that go together take one request, however many they are.
      if !isCombinable(feed) { counts[address.limitedHost, default: 0] += 1 }
      wishes.append((feed, address.limitedHost, pace))
    }
    for (feed, host, pace) in wishes {
      intervals[feed] = max(pace.every, pace.apart * (counts[host] ?? 0))
    }
  }

  /// The rules of visiting, with an interval that suits the feed.
  func slowed(_ politeness: Politeness, for feed: String) -> Politeness {
    var politeness = politeness
    politeness.interval = max(politeness.interval, intervals[feed] ?? .zero)
    return politeness
  }
}
