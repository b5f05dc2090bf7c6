internal import Foundation
internal import Mingle

/// The person's own editor: `$VISUAL`, else `$EDITOR`, else vi.
struct Editor {
  /// A line of the shell, for many have options: `code --wait`.
  let command: String

  init(environment: [String: String]) {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }
      .first { !$0.allSatisfy(\.isWhitespace) }
    command = named ?? "vi"
  }

  /// Opens a file, at a line if the editor is known to take one, and waits until it is closed.
  ///
  /// Throws a `UsageFailure` if there is no such editor, and a `WorldFailure` if it failed.
  func open(_ file: URL, line: Int? = nil) throws {
    let arguments = line.map { self.arguments(file.path, line: $0) } ?? [file.path]
    // As git does it: the shell cuts the command, and leaves the file's name alone.
    let status = try Self.run(["/bin/sh", "-c", "\(command) \"$@\"", command] + arguments)
    switch status {
    case 0: return
    case 126, 127:
      throw UsageFailure(
        "there is no editor “\(command)”; say which in $VISUAL or $EDITOR, like "
          + "EDITOR=nano mingle profile edit")
    default: throw WorldFailure("the editor “\(command)” failed with code \(status)")
    }
  }

  private func arguments(_ path: String, line: Int) -> [String] {
    switch program {
    case "vi", "vim", "nvim", "view", "nano", "emacs", "emacsclient", "micro", "kak", "joe":
      return ["+\(line)", path]
    case "code", "codium", "code-insiders": return ["--goto", "\(path):\(line)"]
    case "subl", "hx", "helix", "zed": return ["\(path):\(line)"]
    default: return [path]
    }
  }

  /// The name of the program, without its folder; its path may be in quotes.
  private var program: Substring {
    let text = command.drop(while: \.isWhitespace)
    let path =
      switch text.first {
      case "'", "\"": text.dropFirst().prefix { $0 != text.first }
      default: text.prefix { !$0.isWhitespace }
      }
    return path.split(separator: "/").last ?? ""
  }

  /// Runs a program on this terminal and returns its exit code.
  ///
  /// Foundation's `Process` puts what it starts into a group of its own, and a terminal stops those who
  /// read from it in the background: vi would hang.
  private static func run(_ arguments: [String]) throws -> Int32 {
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    // A child keeps ignoring what its parent ignores: what is written into closed pipes, here.
    let pipes = signal(SIGPIPE, SIG_DFL)
    var child: pid_t = 0
    let problem = posix_spawn(&child, arguments[0], nil, nil, &words, environ)
    signal(SIGPIPE, pipes)
    guard problem == 0 else {
      throw UsageFailure("cannot run \(arguments[0]): \(String(cString: strerror(problem)))")
    }
    // Ctrl-C is for the editor; this program has nothing to stop while it waits.
    let signals = [SIGINT, SIGQUIT]
    let handlers = signals.map { signal($0, SIG_IGN) }
    defer { for (number, handler) in zip(signals, handlers) { signal(number, handler) } }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    let killer = status & 0x7F
    return killer == 0 ? (status >> 8) & 0xFF : 128 + killer
  }
}
