internal import Foundation

extension TemporaryFolder {
  /// A copy of the demo's workspace, without a database.
  package static func demo() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["profile.yaml", "feeds.opml", "samples"] {
      try FileManager.default.copyItem(
        at: Samples.demo.appending(path: name), to: folder.url.appending(path: name))
    }
    return folder
  }

  /// A workspace of feeds at some addresses, with a profile.
  package static func workspace(
    feeds: [String], profile: String = "business: Test\nkeywords:\n  lever machine: 5\n"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let lines = feeds.map { "    <outline type=\"rss\" text=\"F\" xmlUrl=\"\($0)\"/>\n" }.joined()
    try folder.write(
      "<opml version=\"2.0\">\n  <body>\n\(lines)  </body>\n</opml>\n", to: "feeds.opml")
    try folder.write(profile, to: "profile.yaml")
    return folder
  }

  /// The text of a file in it.
  package func text(_ name: String) throws -> String {
    try String(contentsOf: url.appending(path: name), encoding: .utf8)
  }
}
