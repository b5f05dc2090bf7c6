package import Conversations
internal import Fetching
package import Foundation
internal import Storage
internal import Subscriptions

/// A feed of the list, with how it is doing.
package struct ListedFeed: Sendable {
  /// The feed, as subscribed.
  package var url: String
  package var title: String
  /// The community of its entries; empty until one was read.
  package var community: String
  /// The HTTP status of the last answer; nil if there was none.
  package var status: Int?
  /// What is wrong with it; empty when well.
  package var error: String
  package var nextDue: Date?
  /// The last time it could be read; nil if never.
  package var lastRead: Date?
  /// How many of its entries are stored.
  package var entries: Int
  /// How many oddities its last document had.
  package var notes: Int
  package var state: State
  /// The conversation whose replies it holds; nil for a feed of the list.
  package var conversation: ConversationID?

  /// How a feed is doing.
  package enum State: String, Sendable {
    /// It was never read.
    case new
    case ok
    /// Its host wants to be left alone for now.
    case waiting
    case failing
    /// It is not asked for any more; `feeds enable` asks again.
    case gone
  }

  init(_ subscription: Subscription, _ record: FeedRecord?, closedHosts: Set<String>) {
    self.init(subscription.feed, subscription.title, record, closedHosts: closedHosts)
  }

  init(_ followed: FollowedFeed, _ record: FeedRecord?, closedHosts: Set<String>) {
    self.init(followed.feed, "", record, closedHosts: closedHosts)
    conversation = followed.conversation
  }

  private init(
    _ feed: String, _ name: String, _ record: FeedRecord?, closedHosts: Set<String>
  ) {
    let visit = record?.visit
    url = feed
    title = name.isEmpty ? record?.title ?? "" : name
    community = record?.community ?? ""
    status = visit?.status
    error = visit?.problem ?? ""
    nextDue = visit?.nextDue
    lastRead = visit?.succeeded
    entries = record?.entries ?? 0
    notes = record?.notes ?? 0
    state = .new
    guard let visit else { return }
    if visit.state == .gone {
      state = .gone
    } else if let host = (visit.movedTo ?? Address(visit.feed))?.limitedHost,
      closedHosts.contains(host)
    {
      state = .waiting
    } else if !error.isEmpty {
      state = .failing
    } else if visit.succeeded != nil {
      state = .ok
    }
  }
}
