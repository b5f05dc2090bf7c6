internal import Foundation
internal import Mingle
internal import Synchronization

/// Ctrl-C and `kill` while feeds are read: the first one asks the command to stop and keeps what is
/// done, the second one ends it at once.
enum Interruption {
  private struct State {
    var signal: Int32?
    var task: Task<Void, any Error>?
  }

  private static let state = Mutex(State())

  /// Where the handler writes and the listener reads: of all that a program does, a handler may only
  /// do a few system calls.
  private static let pipe: (reading: Int32, writing: Int32)? = {
    var files: [Int32] = [-1, -1]
    guard Foundation.pipe(&files) == 0 else { return nil }
    for file in files { _ = fcntl(file, F_SETFD, FD_CLOEXEC) }
    return (files[0], files[1])
  }()

  /// How long a command may take to end by itself. A large document that is being read or stored is
  /// not waited for: what is not stored whole is not stored at all.
  private static let grace: Int32 = 700

  /// Runs a command so that SIGINT and SIGTERM cancel it.
  ///
  /// Throws what it throws, or a `CommandFailure` with the code of the signal that stopped it. A
  /// terminal that goes away (SIGHUP) does not stop it.
  static func heeded(_ command: @escaping @Sendable () async throws -> Void) async throws {
    let task = Task { try await command() }
    state.withLock { $0.task = task }
    listen()
    do {
      try await task.value
    } catch {
      guard let signal = state.withLock({ $0.signal }) else { throw error }
      sayFarewell()
      throw CommandFailure(code: 128 + signal, message: "")
    }
  }

  private static func listen() {
    guard let pipe else { return }
    Thread.detachNewThread {
      // Whoever started this may have blocked them for itself; one thread that takes them is enough.
      var wanted = sigset_t()
      sigemptyset(&wanted)
      sigaddset(&wanted, SIGINT)
      sigaddset(&wanted, SIGTERM)
      pthread_sigmask(SIG_UNBLOCK, &wanted, nil)
      listen(to: pipe.reading)
    }
    _ = signal(SIGHUP, SIG_IGN)
    for number in [SIGINT, SIGTERM] where !isIgnored(number) {
      _ = signal(number) { number in
        let before = errno
        var byte = UInt8(truncatingIfNeeded: number)
        if let pipe = Interruption.pipe { _ = write(pipe.writing, &byte, 1) }
        errno = before
      }
    }
  }

  /// Whether whoever started this wants a signal ignored, as a script does for `mingle fetch &`.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
      let handler = action.__sigaction_u.__sa_handler
    #else
      let handler = action.__sigaction_handler.sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func listen(to pipe: Int32) {
    var first: UInt8 = 0
    while read(pipe, &first, 1) != 1 {}
    let code = Int32(first)
    let task = state.withLock { state in
      state.signal = code
      return state.task
    }
    task?.cancel()
    var second = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
    _ = poll(&second, 1, grace)
    sayFarewell()
    _exit(128 + code)
  }

  private static func sayFarewell() {
    guard let progress = ProgressLine.latest else { return Output.complain("stopped") }
    let feeds = progress.total == 1 ? "feed" : "feeds"
    Output.complain("stopped after \(progress.done) of \(progress.total) \(feeds)")
  }
}
