internal import Conversations
internal import Foundation
internal import Storage

/// Stores what was read of feeds while others are fetched and read.
///
/// One transaction is under way at a time, and what comes meanwhile waits for the next one: on a quiet
/// day each feed is stored at once, and in a flood a hundred share what a transaction costs. It goes on
/// when its caller is cancelled, so that what was read is kept.
actor FeedRecorder {
  private let store: Store
  private let now: Date
  private let watch: RefreshWatch
  private var summary: RefreshSummary
  private var pending: [FeedReading] = []
  private var isStoring = false
  private var failure: (any Error)?
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// So many wait at most: they are in memory.
  private static let most = 256

  init(_ store: Store, at now: Date, summary: RefreshSummary, watch: RefreshWatch) {
    self.store = store
    self.now = now
    self.summary = summary
    self.watch = watch
  }

  /// Takes what is to be stored, at once or soon; waits while too much waits already.
  ///
  /// Throws what kept an earlier transaction from being stored.
  func add(_ readings: [FeedReading]) async throws {
    if let failure { throw failure }
    pending += readings
    if !isStoring, !pending.isEmpty {
      isStoring = true
      Task { await storeAll() }
    }
    while isStoring, pending.count >= Self.most { await change() }
    if let failure { throw failure }
  }

  /// Waits until everything is stored, and returns what came of it by a moment.
  func finish(at end: Date) async throws -> RefreshSummary {
    while isStoring { await change() }
    if let failure { throw failure }
    summary.finish(at: end)
    return summary
  }

  private func storeAll() async {
    while !pending.isEmpty, failure == nil {
      let batch = pending
      pending = []
      wakeAll()
      do {
        try await record(batch)
      } catch {
        failure = error
      }
    }
    isStoring = false
    wakeAll()
  }

  private func record(_ batch: [FeedReading]) async throws {
    let changed = batch.filter(\.isStored)
    var recorded = try await store.record(changed.map(\.stored), at: now)[...]
    for reading in batch {
      let posts = reading.isStored ? recorded.popFirst() : nil
      summary.add(reading.report(posts ?? Recorded()), feed: reading.feed)
      if let closure = reading.closure { summary.add(closure) }
      watch.finished(summary.asked, last: reading.feed)
    }
  }

  private func change() async { await withCheckedContinuation { waiting.append($0) } }

  private func wakeAll() {
    for one in waiting { one.resume() }
    waiting = []
  }
}
