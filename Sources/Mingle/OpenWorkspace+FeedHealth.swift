internal import Conversations
internal import Fetching
internal import Foundation
internal import Profiles
internal import Storage

extension OpenWorkspace {
  /// Which feeds of the list were silent at a moment, and which cannot be read now.
  func feedHealth(until: Date) async throws -> FeedHealth {
    // The feed of a thread's replies ends with the talk; it stands in no list.
    let feeds = try await feeds(silentUntil: until).feeds.filter { $0.conversation == nil }
    var health = FeedHealth()
    for feed in feeds {
      switch feed.state {
      case .new: health.unread += 1
      case .failing, .gone: health.failing.append(feed)
      case .ok, .waiting:
        switch feed.silence {
        case .silent(let since, let gap): health.silent.append((feed, since, gap))
        case .speaking: health.well += 1
        case .unknown: health.unknown += 1
        }
      }
    }
    health.silent.sort { $0.since < $1.since }
    return health
  }

  /// The posts of a feed that may have been missed lately; `pace` is how often its place allows.
  func missed(_ record: FeedRecord, _ pace: Politeness) -> MissedPosts? {
    guard let gap = record.gap, gap.isRecent(at: now) else { return nil }
    let hints = record.visit.hints
    return MissedPosts(
      // A file is read each time.
      gap: gap, every: Address(record.visit.feed) == nil ? .zero : settings.every,
      wish: max(pace.interval, hints.lifetime ?? .zero, hints.interval ?? .zero))
  }

  /// Whether each of some feeds was silent at a moment.
  func silences(of feeds: [ListedFeed], until: Date) async throws -> [String: FeedSilence] {
    let patience = TimeInterval(FeedSilence.patience.components.seconds)
    let quiet = try await store.quietFeeds(
      since: until.addingTimeInterval(-patience), until: until)
    var silences: [String: FeedSilence] = [:]
    for feed in feeds {
      guard let lastRead = feed.lastRead else { continue }
      silences[feed.url] =
        quiet[feed.url].map { quiet in
          FeedSilence(
            posts: quiet.posts, conversations: quiet.conversations,
            lastRead: min(lastRead, until))
        } ?? .speaking
    }
    return silences
  }
}
