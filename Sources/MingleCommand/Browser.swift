internal import Conversations
internal import Foundation
internal import Mingle

/// The person's own browser: `$BROWSER`, else the one that `xdg-open` or `open` knows.
struct Browser {
  /// Programs with their options, to be tried one after another.
  private let commands: [[String]]

  init(environment: [String: String]) {
    // As others read it: programs between colons, options between spaces, %s for the address.
    let named = (environment["BROWSER"] ?? "").split(separator: ":").map { command in
      command.split(whereSeparator: \.isWhitespace).map(String.init)
    }.filter { !$0.isEmpty }
    commands = named.isEmpty ? [["xdg-open"], ["open"]] : named
  }

  /// Opens a page; false if there is no browser. Throws a `WorldFailure` if the browser failed.
  ///
  /// The address goes to the program as it is, and comes by no shell.
  func open(_ address: Address) throws -> Bool {
    for command in commands {
      var words = command.map { $0.replacing("%s", with: address.text) }
      if !command.contains(where: { $0.contains("%s") }) { words.append(address.text) }
      guard let status = Program.run(words) else { continue }
      guard status == 0 else {
        throw WorldFailure(
          "the browser “\(command.joined(separator: " "))” failed with code \(status); the address "
            + "is \(address.text)")
      }
      return true
    }
    return false
  }
}
