internal import CCurl
internal import Foundation
internal import Synchronization

/// One multi handle of libcurl on one thread of its own.
final class CurlLoop: Sendable {
  typealias Continuation = CheckedContinuation<Result<Answer, TransportFailure>, Never>

  private struct Inbox {
    var exchanges: [CurlExchange] = []
    var isStopped = false
    /// How many bodies of each size are in memory.
    var bodies: [BodyRoom: Int] = [:]
  }

  /// A multi handle. Only the loop's thread uses it; the one call from elsewhere is
  /// `curl_multi_wakeup`, which libcurl documents as safe, and `inbox` keeps it from coming after
  /// the cleanup.
  private struct Multi: @unchecked Sendable {
    let handle: UnsafeMutableRawPointer
  }

  private let multi: Multi
  private let inbox = Mutex(Inbox())

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// How many transfers the process has file handles for: each takes two while its host is looked
  /// up, and the rest of the program, the database above all, needs some twenty.
  static let width = max(1, (mingle_file_limit() - 20) / 2)

  init() throws(TransportFailure) {
    guard Self.isReady, let handle = curl_multi_init() else {
      throw .other("libcurl could not be started")
    }
    // Enough to find most hosts' connections again within a round; idle ones must not take the
    // last file handles from those that are wanted.
    _ = mingle_multi_set_long(handle, CURLMOPT_MAXCONNECTS, min(Self.width, 128))
    multi = Multi(handle: handle)
    let thread = Thread { [self] in run() }
    thread.name = "mingle-fetching"
    thread.start()
  }

  /// Hands an exchange to the thread; the continuation gets exactly one result.
  func start(_ exchange: CurlExchange, _ continuation: Continuation) {
    let isTaken = inbox.withLock { inbox in
      guard !inbox.isStopped else { return false }
      exchange.continuation = continuation
      inbox.exchanges.append(exchange)
      curl_multi_wakeup(multi.handle)
      return true
    }
    if !isTaken { continuation.resume(returning: .failure(.cancelled)) }
  }

  /// Makes the thread look at its exchanges again.
  func wake() {
    inbox.withLock { if !$0.isStopped { curl_multi_wakeup(multi.handle) } }
  }

  /// Ends the thread and every exchange with it.
  func stop() {
    inbox.withLock {
      guard !$0.isStopped else { return }
      $0.isStopped = true
      curl_multi_wakeup(multi.handle)
    }
  }

  private func run() {
    mingle_block_broken_pipe()
    var open: [UnsafeMutableRawPointer: CurlExchange] = [:]
    while true {
      let (arrived, isStopped) = inbox.withLock { inbox in
        defer { inbox.exchanges = [] }
        return (inbox.exchanges, inbox.isStopped)
      }
      if isStopped {
        for exchange in arrived { exchange.end(.cancelled) }
        for exchange in open.values { close(exchange, .cancelled) }
        // `isStopped` was seen under the lock: nobody wakes the handle any more.
        curl_multi_cleanup(multi.handle)
        return
      }
      for exchange in arrived { begin(exchange, &open) }
      for exchange in open.values { exchange.resumeIfPaused() }
      var running: Int32 = 0
      curl_multi_perform(multi.handle, &running)
      finish(&open)
      let awaited = Set(open.values.compactMap(\.awaitedRoom))
      if !awaited.isEmpty { for exchange in open.values { exchange.yield(awaited) } }
      let now = ContinuousClock.now
      var next = now + .seconds(600)
      for (easy, exchange) in open {
        if let failure = exchange.overdue(now) {
          open[easy] = nil
          close(exchange, failure)
        } else {
          next = min(next, exchange.nextDeadline)
        }
      }
      let patience = Int32(max(0, (next - ContinuousClock.now).inSeconds) * 1000) + 1
      curl_multi_poll(multi.handle, nil, 0, patience, nil)
    }
  }

  private func takeSlot(_ room: BodyRoom) -> BulkSlot? {
    let isTaken = inbox.withLock { inbox in
      guard inbox.bodies[room, default: 0] < room.places else { return false }
      inbox.bodies[room, default: 0] += 1
      return true
    }
    return isTaken ? BulkSlot { [self] in giveBack(room) } : nil
  }

  private func giveBack(_ room: BodyRoom) {
    // The texts of one large document after the other would stay in the heap: a third as much again.
    if room == .large { mingle_trim_memory() }
    inbox.withLock {
      $0.bodies[room, default: 0] -= 1
      if !$0.isStopped { curl_multi_wakeup(multi.handle) }
    }
  }

  private func begin(
    _ exchange: CurlExchange, _ open: inout [UnsafeMutableRawPointer: CurlExchange]
  ) {
    exchange.takeSlot = { [unowned self] in takeSlot($0) }
    guard let easy = exchange.prepare() else {
      return exchange.end(.other("libcurl has no memory for another transfer"))
    }
    guard curl_multi_add_handle(multi.handle, easy) == CURLM_OK else {
      return exchange.end(.other("libcurl refused another transfer"))
    }
    open[easy] = exchange
  }

  private func finish(_ open: inout [UnsafeMutableRawPointer: CurlExchange]) {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi.handle, &left) {
      guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle else {
        continue
      }
      let code = message.pointee.data.result
      guard let exchange = open.removeValue(forKey: easy) else { continue }
      curl_multi_remove_handle(multi.handle, easy)
      exchange.end(code)
    }
  }

  private func close(_ exchange: CurlExchange, _ failure: TransportFailure) {
    if let easy = exchange.easy { curl_multi_remove_handle(multi.handle, easy) }
    exchange.end(failure)
  }
}
