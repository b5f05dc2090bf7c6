internal import CCurl
internal import Conversations
internal import Foundation
internal import Synchronization

/// One request and its answer on the loop's thread, without redirects.
///
/// Unchecked, because libcurl's callbacks get it as a raw pointer: after `CurlLoop.start` only the
/// loop's thread touches its variables; the cancellation, which comes from elsewhere, is atomic.
final class CurlExchange: @unchecked Sendable {
  private let address: Address
  private let lines: [[UInt8]]
  private let limits: CurlTransport.Limits
  private let networks: Networks
  /// The checked addresses of the host's name, the only ones that are connected to; none if it is an
  /// address itself.
  private let resolved: [IPAddress]
  private let isCancelled = Atomic(false)
  private let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

  var continuation: CurlLoop.Continuation?
  private(set) var easy: UnsafeMutableRawPointer?
  private var list: UnsafeMutablePointer<curl_slist>?
  private var names: UnsafeMutablePointer<curl_slist>?
  private let patience: Duration
  private var deadline: Deadline
  /// From its start on the loop to its end; to be read after that.
  private(set) var duration = Duration.zero
  private var reader: AnswerReader
  /// Why a callback stopped the transfer, or the private address that was met.
  private var failure: TransportFailure?
  /// The `errno` of a socket that the system would not open.
  private var refusedSocket: Int32 = 0
  /// The answer is known although its body was not read to the end.
  private var isEnough = false
  private var slot: BulkSlot?
  /// How many bytes of what libcurl will hand over next were read before the transfer was paused.
  private var alreadyRead = 0
  /// Takes a slot, if there is one.
  var takeSlot: (BodyRoom) -> BulkSlot? = { _ in nil }

  init(
    address: Address, headers: [[UInt8]], limits: CurlTransport.Limits, networks: Networks,
    resolved: [IPAddress], patience: Duration
  ) {
    self.address = address
    lines = headers
    self.limits = limits
    self.networks = networks
    self.resolved = resolved
    self.patience = patience
    deadline = Deadline(limits, patience: patience)
    reader = AnswerReader(limits: limits)
    words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    if let list { curl_slist_free_all(list) }
    if let names { curl_slist_free_all(names) }
    words.deallocate()
  }

  /// Asks the loop to drop the exchange; may come from any thread, even before the start.
  func cancel() { isCancelled.store(true, ordering: .relaxed) }

  // MARK: Time

  /// Why the exchange must end now, if it must.
  func overdue(_ now: ContinuousClock.Instant) -> TransportFailure? {
    if isCancelled.load(ordering: .relaxed) { return deadline.isPaused ? .crowdedOut : .cancelled }
    // What a callback refused while a pause ended is told to nobody else.
    return failure ?? deadline.lateness(now, hasAnswer: hasAnswer)
  }

  /// The next moment at which the exchange may be overdue.
  var nextDeadline: ContinuousClock.Instant { deadline.next(hasAnswer: hasAnswer) }

  private var hasAnswer: Bool { reader.headerBytes > 0 }

  /// The room that the exchange waits for, if it does.
  var awaitedRoom: BodyRoom? { deadline.isPaused ? reader.room.next : nil }

  /// Ends the exchange soon if its body has a room that others wait for.
  func yield(_ awaited: Set<BodyRoom>) {
    if slot != nil, awaited.contains(reader.room) { deadline.yield() }
  }

  /// Goes on after a pause, if there is room now.
  func resumeIfPaused() {
    guard deadline.isPaused, let easy, grow() else { return }
    deadline.goOn()
    let code = curl_easy_pause(easy, CURLPAUSE_CONT)
    if code != CURLE_OK, failure == nil, !isEnough {
      failure = .other(String(cString: curl_easy_strerror(code)))
    }
  }

  /// Makes room for a larger body, if there is any.
  private func grow() -> Bool {
    guard let larger = takeSlot(reader.room.next) else { return false }
    slot = larger
    deadline.grown()
    reader.grow(to: reader.room.next)
    return true
  }

  // MARK: The start

  /// Makes the easy handle; nil if libcurl has no memory.
  func prepare() -> UnsafeMutableRawPointer? {
    guard let easy = curl_easy_init() else { return nil }
    self.easy = easy
    deadline = Deadline(limits, patience: patience)
    for line in lines {
      // Control characters in a stored validator must not become header lines of their own.
      let text = line.filter { $0 >= 0x20 || $0 == 0x09 }.map(CChar.init(bitPattern:)) + [0]
      guard let longer = curl_slist_append(list, text) else { return nil }
      list = longer
    }
    _ = mingle_set_text(easy, CURLOPT_URL, String(address.text.prefix { $0 != "#" }))
    _ = mingle_set_headers(easy, list)
    if !resolved.isEmpty {
      let isSecure = address.url?.scheme?.lowercased() == "https"
      let port = address.url?.port ?? (isSecure ? 443 : 80)
      let places = resolved.map { $0.bytes.count == 4 ? "\($0)" : "[\($0)]" }
      names = curl_slist_append(
        nil, "+\(address.bareHost):\(port):\(places.joined(separator: ","))")
      _ = mingle_set_pointer(easy, CURLOPT_RESOLVE, names)
    }
    _ = mingle_allow_http_only(easy)
    mingle_leave_lookups(easy)
    for (option, value) in [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_HTTPGET, 1),
      (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS)), (CURLOPT_SSL_VERIFYPEER, 1),
      (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_TCP_KEEPALIVE, 1),
      // In a long run a host's next turn may come after the library's two minutes; a connection that
      // its server has closed by then is made anew.
      (CURLOPT_MAXAGE_CONN, 600),
      (CURLOPT_CONNECTTIMEOUT_MS, max(1, Int(limits.connect.inSeconds * 1000))),
    ] {
      _ = mingle_set_long(easy, option, value)
    }
    // No proxy, whatever the environment says.
    _ = mingle_set_text(easy, CURLOPT_PROXY, "")
    _ = mingle_set_pointer(easy, CURLOPT_ERRORBUFFER, words)
    setCallbacks(easy)
    return easy
  }

  private func setCallbacks(_ easy: UnsafeMutableRawPointer) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA] {
      _ = mingle_set_pointer(easy, option, context)
    }
    _ = mingle_set_receive(easy, CURLOPT_WRITEFUNCTION) { bytes, _, count, context in
      CurlExchange.at(context)?.receive(UnsafeRawBufferPointer(start: bytes, count: count)) ?? 0
    }
    _ = mingle_set_receive(easy, CURLOPT_HEADERFUNCTION) { bytes, _, count, context in
      CurlExchange.at(context)?.receiveHeader(UnsafeRawBufferPointer(start: bytes, count: count))
        ?? 0
    }
    _ = mingle_set_open(easy) { context, _, address in
      guard let address, let exchange = CurlExchange.at(context) else { return mingle_no_socket() }
      return exchange.open(address)
    }
  }

  private static func at(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
    context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: What libcurl calls

  /// Opens a socket to the address that will really be used, if that is allowed: what was looked up
  /// was checked before, and is checked once more, as are hosts that are addresses.
  private func open(_ target: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = Int(mingle_ip_bytes(target, &bytes))
    let ip = IPAddress(bytes: Array(bytes.prefix(count)))
    if failure == nil, let ip, networks.allows(ip) {
      let socket = mingle_open_socket(target)
      // libcurl keeps no reason for this one; out of file handles is the usual one.
      if socket == mingle_no_socket() { refusedSocket = errno }
      return socket
    }
    failure =
      failure
      ?? .privateAddress(host: address.bareHost, address: ip?.description ?? "not an IP address")
    return mingle_no_socket()
  }

  private func receiveHeader(_ line: UnsafeRawBufferPointer) -> Int {
    do throws(TransportFailure) {
      try reader.readHeader(line)
      if reader.isRefusal { deadline.refused() }
      return line.count
    } catch {
      failure = error
      return 0
    }
  }

  private func receive(_ piece: UnsafeRawBufferPointer) -> Int {
    var read = min(alreadyRead, piece.count)
    alreadyRead -= read
    do throws(TransportFailure) {
      while read < piece.count {
        switch try reader.read(UnsafeRawBufferPointer(rebasing: piece[read...])) {
        case .more: return piece.count
        case .enough:
          isEnough = true
          return 0
        case .full(let count):
          read += count
          if !grow() {
            deadline.pause()
            // The whole piece comes again.
            alreadyRead = read
            return Int(CURL_WRITEFUNC_PAUSE)
          }
        }
      }
      return piece.count
    } catch {
      failure = error
      return 0
    }
  }

  // MARK: The end

  private var systemError: Int {
    if refusedSocket != 0 { return Int(refusedSocket) }
    return easy.map { mingle_get_long($0, CURLINFO_OS_ERRNO) } ?? 0
  }

  /// Ends the exchange with what libcurl says.
  func end(_ code: CURLcode) {
    if let failure { return end(failure) }
    // Of a refusal nothing is missing, however its text ended.
    guard code == CURLE_OK || isEnough || reader.isRefusal else {
      return end(
        TransportFailure(
          code, said: String(cString: words),
          systemError: systemError,
          address: address, hasAnswer: reader.status >= 200, connectLimit: limits.connect))
    }
    do throws(TransportFailure) {
      var answer = try reader.answer(from: address)
      answer.slot = slot
      resume(.success(answer))
    } catch {
      end(error)
    }
  }

  /// Ends the exchange with a failure; a refusal whose text came too slowly is still an answer.
  func end(_ failure: TransportFailure) {
    guard failure.isTimeout || failure == .cancelled, reader.isRefusal,
      let answer = try? reader.answer(from: address)
    else { return resume(.failure(failure)) }
    resume(.success(answer))
  }

  private func resume(_ result: Result<Answer, TransportFailure>) {
    duration = deadline.elapsed
    if let easy { curl_easy_cleanup(easy) }
    easy = nil
    slot = nil
    reader = AnswerReader(limits: limits)
    continuation?.resume(returning: result)
    continuation = nil
  }
}
