/// How many feeds are doing how.
package struct FeedTally: Sendable {
  /// How many are in the list.
  package private(set) var listed = 0
  /// How many are followed beside it.
  package private(set) var followed = 0
  package private(set) var well = 0
  package private(set) var silent = 0
  package private(set) var waiting = 0
  package private(set) var failing = 0
  package private(set) var gone = 0
  package private(set) var unread = 0

  /// Counts each feed of the list once.
  package init(_ feeds: [ListedFeed]) {
    for feed in feeds {
      guard feed.conversation == nil else {
        followed += 1
        continue
      }
      listed += 1
      switch feed.state {
      case .new: unread += 1
      case .ok: if case .silent = feed.silence { silent += 1 } else { well += 1 }
      case .waiting: waiting += 1
      case .failing: failing += 1
      case .gone: gone += 1
      }
    }
  }

  /// What there is of each, for people; the well are told also where there are none.
  package var parts: [(count: Int, name: String)] {
    [
      (well, "well"), (silent, "silent"), (waiting, "waiting"), (failing, "failing"),
      (gone, "gone"), (unread, "never read"),
    ].filter { $0.0 > 0 || $0.1 == "well" }
  }
}
