internal import CCurl
internal import Foundation
internal import Synchronization

/// Looks host names up, each once, on threads of their own: libcurl tells an address only when it
/// connects to it, and one private address is enough to refuse a host.
final class NameLookup: Sendable {
  typealias Look = @Sendable (String) -> [IPAddress]
  private typealias Waiter = CheckedContinuation<[IPAddress]?, Never>

  private struct State {
    var known: [String: [IPAddress]] = [:]
    var waiting: [String: [Int: Waiter]] = [:]
    var count = 0
  }

  private let state = Mutex(State())
  private let look: Look

  /// A lookup by the system, unless tests bring their own.
  init(_ look: @escaping Look = NameLookup.system) { self.look = look }

  /// All addresses of a name, none if there is no such host; nil if that took longer than `limit`,
  /// or the task was cancelled.
  func addresses(of name: String, within limit: Duration) async -> [IPAddress]? {
    let number = state.withLock { state in
      state.count += 1
      return state.count
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { wait(for: name, number, $0, limit) }
    } onCancel: {
      giveUp(name, number)
    }
  }

  private func wait(for name: String, _ number: Int, _ waiter: Waiter, _ limit: Duration) {
    let (known, isFirst) = state.withLock { state -> ([IPAddress]?, Bool) in
      if let known = state.known[name] { return (known, false) }
      let isFirst = state.waiting[name] == nil
      state.waiting[name, default: [:]][number] = waiter
      return (nil, isFirst)
    }
    if let known { return waiter.resume(returning: known) }
    if isFirst {
      Thread.detachNewThread { [self] in
        let found = look(name)
        let waiters = state.withLock { state in
          state.known[name] = found
          return state.waiting.removeValue(forKey: name) ?? [:]
        }
        for waiter in waiters.values { waiter.resume(returning: found) }
      }
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit.inSeconds) { [weak self] in
      self?.giveUp(name, number)
    }
    // A cancellation before the line above found nobody to give up.
    if Task.isCancelled { giveUp(name, number) }
  }

  private func giveUp(_ name: String, _ number: Int) {
    state.withLock { $0.waiting[name]?.removeValue(forKey: number) }?.resume(returning: nil)
  }

  /// Whether a host is an address in any of the spellings that the system knows, `2130706433` and
  /// `0x7f.1` among them.
  static func isLiteral(_ host: String) -> Bool { !resolved(host, AI_NUMERICHOST).isEmpty }

  static func system(_ name: String) -> [IPAddress] { resolved(name, 0) }

  private static func resolved(_ host: String, _ flags: Int32) -> [IPAddress] {
    var hints = addrinfo()
    hints.ai_flags = flags
    #if canImport(Darwin)
      hints.ai_socktype = SOCK_STREAM
    #else
      hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #endif
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [IPAddress] = []
    var next = list
    while let one = next?.pointee {
      var bytes = [UInt8](repeating: 0, count: 16)
      let count = Int(mingle_name_bytes(one.ai_addr, &bytes))
      if let address = IPAddress(bytes: Array(bytes.prefix(count))) { found.append(address) }
      next = one.ai_next
    }
    return found
  }
}
