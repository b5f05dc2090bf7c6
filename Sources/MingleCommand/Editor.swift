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
    let words = ["/bin/sh", "-c", "\(command) \"$@\"", command] + arguments
    switch Program.run(words) {
    case 0: return
    case nil, 126, 127:
      throw UsageFailure(
        "there is no editor “\(command)”; say which in $VISUAL or $EDITOR, like "
          + "EDITOR=nano mingle profile edit")
    case let status?:
      throw WorldFailure("the editor “\(command)” failed with code \(status)")
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
}
