internal import Conversations
package import Parsing

/// How a place answers for several of its feeds in one request, newest entries first.
///
/// A room is what one feed lists: a community of Reddit, a tag of Lobsters. Rooms are named in small
/// letters.
package protocol Combination: Sendable {
  /// The most entries that an answer has.
  var length: Int { get }

  /// The rooms that a feed lists; nil for one in another order, with a key, or with any other wish:
  /// its answer could not be told from that of the rooms together.
  func rooms(ofFeed feed: String) -> Set<String>?

  /// The address of the newest entries of some rooms.
  func address(ofRooms rooms: [String]) -> String

  /// The rooms that an entry stands in.
  func rooms(of entry: ParsedEntry) -> Set<String>
}

extension Combination {
  /// With fewer entries an answer is all that there is, and not the newest part of it.
  ///
  /// A place may shorten its answers again, to its usual 25, and leaves out what was removed; so only
  /// what is far shorter is taken for the whole.
  var surelyWhole: Int { min(length, 25) / 2 }
}
