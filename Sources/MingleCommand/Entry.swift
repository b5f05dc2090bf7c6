internal import ArgumentParser
internal import Foundation
internal import Mingle

/// The program: one command in, one exit code out.
@main
enum Entry {
  static func main() async {
    occupyStandardFiles()
    saveAddresses()
    // A reader that goes away (`mingle today | head -1`) is told by the failing write, not by death.
    signal(SIGPIPE, SIG_IGN)
    // Swift's own handler takes it for a crash, and asks what to do on the terminal.
    signal(SIGQUIT, SIG_DFL)
    exit(await run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Opens what cron or `>&-` closed: the database would else get the number of standard output, and
  /// a message would be written into it.
  private static func occupyStandardFiles() {
    for number in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(number, F_GETFD) == -1 {
      // The lowest free number is taken, which is this one.
      _ = open("/dev/null", O_RDWR)
    }
  }

  /// Where the memory is limited (`ulimit -v`), lets all threads take theirs from one place: glibc would
  /// set 64 MB of addresses aside for each, and no Swift program survives when there are none left.
  private static func saveAddresses() {
    #if canImport(Glibc)
      var limit = rlimit()
      guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
        limit.rlim_cur != .max
      else { return }
      // <malloc.h>, which Swift does not import, calls it M_ARENA_MAX.
      let arenas: Int32 = -8
      guard let symbol = dlsym(nil, "mallopt") else { return }
      typealias Option = @convention(c) (Int32, Int32) -> Int32
      _ = unsafeBitCast(symbol, to: Option.self)(arenas, 1)
    #endif
  }

  /// Runs the command and returns its exit code: 0 done, 1 done in part or refused by the world,
  /// 2 usage and the user's files, 3 database or disk.
  private static func run(_ arguments: [String]) async -> Int32 {
    var code: Int32 = 0
    do {
      var command = try Root.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      code = report(error)
    }
    // What was said before a failure is said all the same.
    do { try Output.flush() } catch { code = max(code, report(error)) }
    return code
  }

  private static func report(_ error: any Error) -> Int32 {
    if let failure = error as? OutputFailure {
      if failure != .closed { Output.complain(failure.description) }
      return failure == .closed ? 0 : 3
    }
    if let status = CommandFailure(error) {
      if !status.message.isEmpty { Output.complain(status.message) }
      return status.code
    }
    // What is left is the parser's own: help and version are no errors.
    let text = Root.fullMessage(for: error)
    guard Root.exitCode(for: error) == .success else {
      Output.complain(text, prefix: "")
      return 2
    }
    do { try Output.line(text) } catch { return report(error) }
    return 0
  }
}
