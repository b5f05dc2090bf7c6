internal import Exporting
internal import Foundation
internal import Mingle
internal import Storage

/// `mingle doctor` in words.
struct CheckupPage {
  let checkup: Checkup
  /// The whole path, for commands that are to be pasted.
  let database: String
  let isAskedToRecover: Bool

  init(_ checkup: Checkup, database: String, isAskedToRecover: Bool) {
    self.checkup = checkup
    self.database = database
    self.isAskedToRecover = isAskedToRecover
  }

  var lines: [String] {
    var lines = databaseLines
    for file in checkup.files {
      lines += file.problems.map(\.text)
      if file.isWell { lines.append(file.summary) }
    }
    lines += checkup.remarks
    lines.append(checkup.isWell ? "All is well." : "Not all is well.")
    return lines.map { printable($0, keepsLines: false) }
  }

  private var databaseLines: [String] {
    let database = checkup.database
    let faults = database.faults.map { "  \($0)" }
    switch database.state {
    case .none: return ["\(database.path): none yet; it is made by: mingle fetch"]
    case .sound:
      return ["\(database.path): sound; \(database.contents.map(told) ?? "")"]
    case .newer, .unreadable: return database.faults
    case .damaged where isAskedToRecover: return ["\(database.path): damaged"] + faults
    case .damaged:
      return ["\(database.path): damaged"] + faults + [
        "  What can be read of it is put into a new file by: mingle doctor --recover"
      ]
    }
  }

  /// What was saved, and how it comes into its place.
  func lines(of recovery: Recovery) -> [String] {
    let (old, new) = (quoted(database), quoted(recovery.path))
    return [
      "Saved \(told(recovery.contents)) into \(recovery.path)",
      "The damaged file is as it was. To put the new one into its place:",
      "  mv \(old) \(quoted(database + ".damaged"))",
      "  rm -f \(quoted(database + "-wal")) \(quoted(database + "-shm"))",
      "  mv \(new) \(old)",
      "What was lost of a feed comes again with the next: mingle fetch --force",
    ].map { printable($0, keepsLines: false) }
  }

  private func told(_ contents: StoreContents) -> String {
    [
      (contents.feeds, "feed", "feeds"), (contents.posts, "post", "posts"),
      (contents.conversations, "conversation", "conversations"), (contents.acts, "act", "acts"),
    ].map { "\($0) \($0 == 1 ? $1 : $2)" }.joined(separator: ", ")
  }

  private func quoted(_ path: String) -> String {
    "'" + path.replacing("'", with: "'\\''") + "'"
  }
}
