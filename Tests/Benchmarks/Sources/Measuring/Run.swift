package import Foundation

/// A program that was run to its end, and what that took.
package struct Run: Sendable {
  package var output: Data
  package var messages: String
  /// The exit code; 128 and more for a signal, as shells say it.
  package var code: Int32
  /// From before its start until after its end.
  package var wall: Duration
  /// User and system time, of all its threads.
  package var cpu: Duration
  /// The most memory that was resident, in bytes.
  package var peak: Int

  /// Runs a program, with nothing on its standard input, and waits for its end.
  ///
  /// `input` is a file for its standard input. Output that is not kept goes to `/dev/null`. Throws a
  /// `RunFailure` if it cannot be started.
  package static func program(
    _ path: String, _ arguments: [String] = [], environment: [String: String]? = nil,
    input: String = "/dev/null", keepsOutput: Bool = true
  ) throws -> Run {
    let files = try Scratch()
    let output = keepsOutput ? files.url.appending(path: "output").path : "/dev/null"
    let messages = files.url.appending(path: "messages").path
    var usage = rusage()
    var status: Int32 = 0
    let clock = ContinuousClock()
    let start = clock.now
    let child = try spawn(
      path, arguments, environment ?? ProcessInfo.processInfo.environment, input, output, messages)
    while wait4(child, &status, 0, &usage) < 0 {
      guard errno == EINTR else { throw RunFailure("cannot wait for \(path): \(reason(errno))") }
    }
    let wall = clock.now - start
    let signal = status & 0x7F
    return Run(
      output: keepsOutput ? try Data(contentsOf: URL(filePath: output)) : Data(),
      messages: try String(contentsOfFile: messages, encoding: .utf8),
      code: signal == 0 ? (status >> 8) & 0xFF : 128 + signal,
      wall: wall, cpu: usage.time, peak: usage.peak)
  }

  /// This run, if it ended well; throws a `RunFailure` with its messages if it did not.
  package func succeeded(_ what: String) throws -> Run {
    guard code == 0 else { throw RunFailure("\(what) ended with \(code): \(messages)") }
    return self
  }

  /// Starts a program with its three standard streams on files.
  ///
  /// Linux counts the memory of the starting process towards the peak of the started one until the
  /// new program is loaded. So who measures memory must stay small itself.
  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String], _ input: String,
    _ output: String, _ messages: String
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, messages, flags, 0o600)
    let words = ([path] + arguments).map { strdup($0) }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let problem = posix_spawnp(&child, path, &actions, nil, words + [nil], variables + [nil])
    guard problem == 0 else { throw RunFailure("cannot run \(path): \(reason(problem))") }
    return child
  }
}

/// A program could not be run, or did not do what it was run for.
package struct RunFailure: Error, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}

private func reason(_ code: Int32) -> String { String(cString: strerror(code)) }

extension rusage {
  fileprivate var time: Duration {
    let seconds = Int64(ru_utime.tv_sec) + Int64(ru_stime.tv_sec)
    let micros = Int64(ru_utime.tv_usec) + Int64(ru_stime.tv_usec)
    return .seconds(seconds) + .microseconds(micros)
  }

  fileprivate var peak: Int {
    #if canImport(Darwin)
      ru_maxrss
    #else
      ru_maxrss << 10
    #endif
  }
}
