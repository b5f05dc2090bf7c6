internal import Foundation
internal import Synchronization

/// Tells how far a refresh has come, whoever moves it on.
final class RefreshWatch: Sendable {
  private let state: Mutex<RefreshProgress>
  private let progress: @Sendable (RefreshProgress) -> Void

  init(total: Int, _ progress: @escaping @Sendable (RefreshProgress) -> Void) {
    state = Mutex(RefreshProgress(done: 0, total: total))
    self.progress = progress
    tell { _ in }
  }

  /// So many feeds are dealt with, this one as the last.
  func finished(_ done: Int, last feed: String) {
    tell { state in
      state.done = done
      state.last = feed
      state.closed = nil
    }
  }

  /// Nothing but answers can come before hosts open again.
  func sleeps(for hosts: [String], until: Date) { tell { $0.closed = (hosts, until) } }

  /// A host is waited for, or none.
  func waits(for slow: (host: String, for: Duration)?) {
    tell { $0.slow = slow.map { ($0.host, $0.for) } }
  }

  private func tell(_ change: (inout RefreshProgress) -> Void) {
    let latest = state.withLock { state in
      change(&state)
      return state
    }
    progress(latest)
  }
}
