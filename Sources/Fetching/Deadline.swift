/// How long an exchange may go on, and what it is called if it does not end by then.
struct Deadline {
  private let limits: CurlTransport.Limits
  private let start: ContinuousClock.Instant
  private var end: ContinuousClock.Instant
  private var lateness: TransportFailure
  /// Since when the body has the room that it has.
  private var roomSince: ContinuousClock.Instant
  /// Since when the transfer waits for room for its body; nil if it does not.
  private var pausedSince: ContinuousClock.Instant?
  /// For how long it has waited for room before.
  private var paused = Duration.zero

  /// How long a refusal is read whose text nobody wants, for the sake of its connection.
  private static let refusalPatience = Duration.seconds(2)

  init(_ limits: CurlTransport.Limits, patience: Duration) {
    self.limits = limits
    start = .now
    end = start + patience
    roomSince = start
    lateness = .wholeTimedOut(limits.whole)
  }

  /// Since the start.
  var elapsed: Duration { .now - start }

  var isPaused: Bool { pausedSince != nil }

  /// The next moment at which it may be too late.
  func next(hasAnswer: Bool) -> ContinuousClock.Instant {
    hasAnswer ? end : min(start + limits.firstByte, end)
  }

  /// Why the exchange must end now, if it must.
  func lateness(_ now: ContinuousClock.Instant, hasAnswer: Bool) -> TransportFailure? {
    guard now >= next(hasAnswer: hasAnswer) else { return nil }
    if !hasAnswer, start + limits.firstByte < end { return .answerTimedOut(limits.firstByte) }
    // The server could not send what there was no room for.
    return isPaused || paused > limits.room ? .crowdedOut : lateness
  }

  /// Notes that all is known that will be used.
  mutating func refused() { end = min(end, .now + Self.refusalPatience) }

  mutating func pause() { pausedSince = .now }

  mutating func goOn() {
    if let since = pausedSince { paused += .now - since }
    pausedSince = nil
  }

  /// Notes that the body got room.
  mutating func grown() { roomSince = .now }

  /// Notes that others wait for the room of the body.
  mutating func yield() {
    guard !isPaused, roomSince + limits.room < end else { return }
    end = roomSince + limits.room
    lateness = .wholeTimedOut(limits.room)
  }
}
