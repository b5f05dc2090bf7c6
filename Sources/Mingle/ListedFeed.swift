package import Conversations
internal import Fetching
package import Foundation
internal import Storage

/// A feed of the list, or one that is followed, with how it is doing.
package struct ListedFeed: Sendable {
  /// The feed, as subscribed.
  package var url: String
  package var title = ""
  /// The community of its entries; empty until one was read.
  package var community = ""
  /// The HTTP status of the last answer; nil if there was none.
  package var status: Int?
  /// What is wrong with it; empty when well.
  package var error = ""
  package var nextDue: Date?
  /// The last time it could be read; nil if never.
  package var lastRead: Date?
  /// How many of its entries are stored.
  package var entries = 0
  /// How many oddities its last document had.
  package var notes = 0
  package var state = State.new
  /// The conversation whose replies it holds; nil for a feed of the list.
  package var conversation: ConversationID?
  /// The host that wants to be left alone, and until when if that is still to come; nil if it does not.
  package var waitingFor: (host: String, until: Date?)?
  /// Where it moved to for good, and is read now.
  package var movedTo: Address?
  /// When its server said that it is gone for good.
  package var goneSince: Date?
  /// The first of its failures in a row, and how many there were; nil when well or refused.
  package var failing: (since: Date, times: Int)?
  package var silence = FeedSilence.unknown
  /// Posts that may have been missed lately.
  package var missed: MissedPosts?

  /// How a feed is doing.
  package enum State: String, Sendable {
    /// It was never read.
    case new
    case ok
    /// Its host wants to be left alone for now.
    case waiting
    /// It could not be read, or is refused.
    case failing
    /// It is not asked for any more; `feeds enable` asks again.
    case gone
  }

  /// A feed of which nothing is known yet.
  package init(_ url: String) { self.url = url }

  /// A feed that is listed and not read, for this reason.
  init(_ url: String, title: String, refused reason: String) {
    self.url = url
    self.title = title
    state = .failing
    error = "refused: \(reason)"
  }

  /// A feed with what is stored of it; `closures` are of the hosts that are closed now.
  init(_ url: String, title name: String, _ record: FeedRecord?, closures: [String: HostClosure]) {
    self.url = url
    title = name.isEmpty ? record?.title ?? "" : name
    guard let record else { return }
    let visit = record.visit
    community = record.community ?? ""
    status = visit.status
    error = visit.problem
    nextDue = visit.nextDue
    lastRead = visit.succeeded
    entries = record.entries
    notes = record.notes
    movedTo = visit.movedTo
    if visit.failures > 0, visit.state == .active {
      failing = (record.failingSince ?? visit.attempted ?? .distantPast, visit.failures)
    }
    let host = (visit.movedTo ?? Address(visit.feed))?.limitedHost
    if visit.state == .gone {
      state = .gone
      goneSince = visit.attempted
    } else if let host, let closure = closures[host] {
      state = .waiting
      waitingFor = (host, closure.until)
    } else if let host, !error.isEmpty, visit.failures == 0 {
      // What was refused for its host's sake has not failed, also once the host is open again.
      state = .waiting
      waitingFor = (host, nil)
    } else if !error.isEmpty {
      state = .failing
    } else if visit.succeeded != nil {
      state = .ok
    }
  }
}
