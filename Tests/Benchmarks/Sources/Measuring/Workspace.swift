package import Foundation

/// A workspace on the disk, and the built tool that works in it.
package struct Workspace: Sendable {
  package let folder: URL
  /// The path of the built `mingle`.
  package let tool: String

  package init(_ folder: URL, tool: String) {
    self.folder = folder
    self.tool = tool
  }

  /// Writes the feed list, of feed files by their paths inside the workspace.
  package func write(feeds: [String]) throws {
    let lines = feeds.map { "    <outline type=\"rss\" text=\"\($0)\" xmlUrl=\"\($0)\"/>\n" }
    try write(
      "<opml version=\"2.0\">\n  <body>\n\(lines.joined())  </body>\n</opml>\n", to: "feeds.opml")
  }

  /// Writes the profile; words that the language of keywords would read otherwise stand in quotes.
  package func write(profile: Profile) throws {
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    var text = "business: \(quoted(profile.business))\nkeywords:\n"
    for keyword in profile.keywords { text += "  \(quoted(keyword.term)): \(keyword.weight)\n" }
    if !profile.never.isEmpty {
      text += "never:\n" + profile.never.map { "  - \(quoted($0))\n" }.joined()
    }
    try write(text, to: "profile.yaml")
  }

  /// Writes a file, with the folders above it.
  package func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Runs a command of the tool in this workspace; throws a `RunFailure` unless it succeeds.
  package func run(_ command: String, _ arguments: [String] = []) throws -> Run {
    let environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder.path, "TZ": "UTC", "LANG": "C.UTF-8",
    ]
    return try Run.program(
      tool, [command, "--workspace", folder.path] + arguments, environment: environment
    ).succeeded("mingle \(([command] + arguments).prefix(12).joined(separator: " "))")
  }

  /// A copy of it in another folder, which must not exist.
  ///
  /// The feed files are not copied: what they brought is in the database.
  package func copy(to other: URL) throws -> Workspace {
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    for name in ["feeds.opml", "profile.yaml", ".mingle"] {
      try FileManager.default.copyItem(
        at: folder.appending(path: name), to: other.appending(path: name))
    }
    return Workspace(other, tool: tool)
  }
}

/// What a business listens for.
package struct Profile: Sendable {
  package var business: String
  package var keywords: [(term: String, weight: Int)]
  package var never: [String]

  package init(business: String, keywords: [(term: String, weight: Int)], never: [String] = []) {
    self.business = business
    self.keywords = keywords
    self.never = never
  }
}
