package import Foundation
package import Parsing
internal import Conversations

/// Several feeds of one place that are asked for in one request.
///
/// A refresh uses it so. It hands those of the feeds that are due that may be combined, made of their
/// visits and of the windows stored with them, to `combinedFeeds`; asks for each `address` with a visit
/// that is never stored, and for every feed that stands in none alone, as always. A 2xx answer from that
/// very address that parses as a feed is settled member by member: those that have a part in its `shares`
/// as if they had answered with it, but without the answer's validators, which are those of another
/// address, and with no reach, for a part tells none. The others are asked for alone, in the same round
/// if the host allows it; until then their visits stay as they were. Any other answer tells nothing of
/// the members: they are asked for alone, and nobody has failed. A limit of the host counts as always.
package struct CombinedFeed: Sendable {
  /// What is asked for.
  package let address: String
  package let members: [CombinableFeed]
  private let place: any Combination
  private let rooms: [String: Set<String>]

  fileprivate init(
    _ members: [(feed: CombinableFeed, rooms: Set<String>)], of place: any Combination
  ) {
    self.members = members.map(\.feed)
    self.place = place
    rooms = Dictionary(members.map { ($0.feed.feed, $0.rooms) }) { one, _ in one }
    address = Self.address(of: members.map(\.rooms), place)
  }

  fileprivate static func address(of rooms: [Set<String>], _ place: any Combination) -> String {
    place.address(ofRooms: Set(rooms.joined()).sorted())
  }

  /// Whether a combined answer holds all that a member had since it was last read: its entries stand
  /// in falling order and reach back to then, or it is all that there is.
  package func covers(_ member: CombinableFeed, _ document: ParsedFeed) -> Bool {
    guard !document.isCut, let last = document.entries.last else { return false }
    if document.entries.count < place.surelyWhole { return true }
    guard let reach = last.published, document.isNewestFirst else { return false }
    return reach <= member.lastRead - FeedWindow.lateness
  }

  /// The parts of a combined answer, each by its feed: what the feed of a member would have held of it.
  /// A member that the answer does not cover is not among them.
  ///
  /// They have neither title nor home, for those of the answer are not the members'.
  package func shares(of document: ParsedFeed) -> [String: ParsedFeed] {
    let roomsOfEntries = document.entries.map(place.rooms(of:))
    var shares: [String: ParsedFeed] = [:]
    for member in members where covers(member, document) {
      let own = rooms[member.feed] ?? []
      var share = document
      share.title = ""
      share.subtitle = ""
      share.home = nil
      share.address = nil
      share.entries = zip(document.entries, roomsOfEntries)
        .filter { !own.isDisjoint(with: $0.1) }.map(\.0)
      shares[member.feed] = share
    }
    return shares
  }
}

/// Which of the feeds that are due are asked for together; those that stand in none of the answers are
/// asked for alone.
///
/// Feeds go together as long as half of an answer holds what they will have had since they were read,
/// by what they had before: those with the fewest posts first, so a busy one stays alone.
package func combinedFeeds(_ feeds: [CombinableFeed], at now: Date) -> [CombinedFeed] {
  kinds.compactMap(\.combination).flatMap { place in
    let due = feeds.compactMap { feed -> (feed: CombinableFeed, rooms: Set<String>)? in
      guard let rooms = place.rooms(ofFeed: feed.feed),
        feed.movedTo.map({ place.rooms(ofFeed: $0) == rooms }) ?? true
      else { return nil }
      return (feed, rooms)
    }
    let alone = Set(
      due.map(\.feed).filter { now.timeIntervalSince($0.readAlone) > longestTogether }
        .sorted { ($0.readAlone, $0.feed) < ($1.readAlone, $1.feed) }.prefix(mostAlone))
    let inOrder = due.filter { !alone.contains($0.feed) }
      .map { (member: $0, posts: $0.feed.expectedPosts(at: now)) }
      .sorted { ($0.posts, $0.member.feed.feed) < ($1.posts, $1.member.feed.feed) }
    var groups: [[(feed: CombinableFeed, rooms: Set<String>)]] = [[]]
    var filled = 0.0
    for (member, posts) in inOrder {
      filled += posts
      let group = groups[groups.count - 1] + [member]
      if filled <= Double(place.length / 2), group.count <= mostMembers,
        CombinedFeed.address(of: group.map(\.rooms), place).utf8.count <= longestAddress
      {
        groups[groups.count - 1] = group
      } else {
        groups.append([member])
        filled = posts
      }
    }
    return groups.filter { $0.count > 1 }.map { CombinedFeed($0, of: place) }
  }
}

/// Servers were seen to refuse combined addresses of 2,900 bytes.
private let longestAddress = 1500
private let mostMembers = 50
/// A community that was closed says so only to who asks for it alone: each member is, once a day, those
/// first that were not for longest …
private let longestTogether: TimeInterval = 86_400
/// … and no more of a place in one round, for all may have been added on one day.
private let mostAlone = 2
