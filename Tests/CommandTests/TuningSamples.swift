import Foundation
import Support

extension TemporaryFolder {
  /// A workspace of one feed of a month of a coffee room, with a profile: of sixty posts every third asks
  /// about a bottomless portafilter, every fourth offers a capsule subscription.
  static func month(profile: String) throws -> TemporaryFolder {
    let folder = try workspace(feeds: ["feed.xml"], profile: profile)
    let items = (0..<60).map { number in
      var text = "Some words about espresso in the kitchen number\(number)."
      if number % 3 == 0 { text += " My bottomless portafilter sprays at shot\(number)." }
      if number % 4 == 1 { text += " Try a capsule subscription at shop\(number)." }
      let day = String(format: "2026-03-%02dT%02d:00:00Z", number / 2 + 1, number % 2 * 12)
      return """
          <entry>
            <id>urn:post:\(number)</id><title>Post number \(number)</title>
            <link href="https://room.example/t/\(number)"/><updated>\(day)</updated>
            <published>\(day)</published><content type="text">\(text)</content>
          </entry>

        """
    }
    try folder.write(
      """
      <feed xmlns="http://www.w3.org/2005/Atom">
        <id>urn:feed</id><title>The room</title><updated>2026-03-31T00:00:00Z</updated>
      \(items.joined())</feed>

      """, to: "feed.xml")
    return folder
  }

  /// Every file in it with its bytes, to see whether anything was written.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    let names = try FileManager.default.subpathsOfDirectory(atPath: path)
    for name in names {
      files[name] = (try? Data(contentsOf: url.appending(path: name))) ?? Data()
    }
    return files
  }
}

extension Tool {
  /// The ids of the month's posts by their number.
  func ids(on day: String = "2026-03-31") throws -> [Int: String] {
    let text = try self("today", "--since", "all", "--on", day, "--limit", "999", "--all", "--json")
    let listing = try Listing(text.output)
    return Dictionary(
      uniqueKeysWithValues: listing.conversations.compactMap { conversation in
        conversation.title.split(separator: " ").last.flatMap { Int($0) }
          .map { ($0, conversation.id) }
      })
  }
}
