internal import Exporting
internal import Foundation
internal import Mingle
internal import Synchronization

/// The passing line on standard error that tells how far a refresh has come; on a terminal only.
enum ProgressLine {
  private struct State {
    var latest: RefreshProgress?
    var isDrawn = false
    var next = ContinuousClock.now
  }

  private static let state = Mutex(State())

  /// Whether it is drawn at all: standard error must be a terminal that can wipe a line.
  private static let isShown =
    isatty(STDERR_FILENO) == 1
    && ![nil, "", "dumb"].contains(ProcessInfo.processInfo.environment["TERM"])

  /// What was told last; nil if no refresh has begun.
  static var latest: RefreshProgress? { state.withLock { $0.latest } }

  /// Draws the line anew, unless that was done a tenth of a second ago: a terminal far away is slower
  /// than a thousand feeds.
  static func show(_ progress: RefreshProgress, isQuiet: Bool) {
    state.withLock { state in
      state.latest = progress
      let now = ContinuousClock.now
      guard isShown, !isQuiet, now >= state.next || progress.closed != nil else { return }
      state.next = now + .milliseconds(100)
      state.isDrawn = true
      Output.mutter("\r\u{1B}[2K" + line(progress, width: width))
    }
  }

  /// Takes the line away, so that something else can be said in its place.
  static func wipe() {
    state.withLock { state in
      guard state.isDrawn else { return }
      state.isDrawn = false
      Output.mutter("\r\u{1B}[2K")
    }
  }

  /// Counts and what is slow come first: the name of the feed takes the room that they leave.
  private static func line(_ progress: RefreshProgress, width: Int) -> String {
    let count = "\(progress.done) of \(progress.total) feeds"
    if let (hosts, until) = progress.closed {
      let more = hosts.count > 1 ? " and \(hosts.count - 1) more" : ""
      let opens = "until \(until.formatted(date: .omitted, time: .standard))"
      return clipped("\(count) · waiting \(opens) for \(hosts.first ?? "")\(more)", to: width)
    }
    let slow = progress.slow.map { " · waiting for \($0.name) (\($0.for.components.seconds) s)" }
    let room = width - count.count - (slow ?? "").count
    let feed = progress.feed.isEmpty ? "" : " · \(progress.feed)"
    return clipped(
      count + (feed.count <= room || slow == nil ? feed : "") + (slow ?? ""), to: width)
  }

  private static func clipped(_ text: String, to width: Int) -> String {
    let text = printable(text, keepsLines: false)
    return text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }

  /// One column less than the terminal has: some begin a new line with the last one.
  private static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 79 }
    return Int(size.ws_col) - 1
  }
}
