import Foundation
import Support
import Testing

/// Every recorded feed, served by a loopback server and read by the built tool.
@Suite(
  .enabled(
    if: SharedFolder.url(of: "real-feeds") != nil, "the recorded feeds are not beside the checkout")
)
struct RecordedFeedsTests {
  /// How many entries more or less than the index tells are right, and why.
  /// Feeds whose documents end in the middle.
  private static let cut: Set<String> = [
    "fastfeedparser--osm-pl.xml", "feed-rs--rss_2.0_invalid_1.xml",
  ]

  private static let differing = [
    // One stands twice in the document, word for word.
    "syndikit--news.rss": -1,
    // "Not a feed: bare rdf/item, zero or one item are both fine", says the index.
    "feed-rs--xml_iso8859.xml": 1,
  ]

  @Test func allAreReadOnceAndThenOnlyAskedForChanges() throws {
    let folder = try #require(SharedFolder.url(of: "real-feeds"))
    let index = try Index(folder.appending(path: "INDEX.tsv"))
    #expect(index.entries.count > 100)
    let server = try LoopbackServer()
    server.serve(folder: folder)
    let names = index.entries.keys.sorted()
    let workspace = try TemporaryFolder.workspace(feeds: names.map { server.address("/\($0)") })
    let tool = Tool(in: workspace)

    _ = try tool("fetch")
    let feeds = try Feeds(tool("feeds", "list", "--json").output).feeds
    let posts = try tool("posts", "--json").output
    for feed in feeds {
      let name = String(feed.url.split(separator: "/").last ?? "")
      let expected = try #require(index.entries[name])
      // A document without entries may be no feed at all; it is told and stores nothing.
      #expect(feed.error == "" || expected == 0, "\(name): \(feed.error)")
      let differs = Self.differing[name] ?? 0
      #expect(feed.entries == expected + differs, "\(name)")
    }

    let before = server.requests.count
    #expect(before == names.count)
    let again = try tool("fetch", "--force").output
    #expect(again.contains("; 0 new posts\n"), "\(again)")
    let second = server.requests.dropFirst(before)
    let read = Set(feeds.filter { $0.error.isEmpty }.map(\.url))
    for request in second where read.contains(server.address(request.path)) {
      // What was cut off may come whole the next time.
      let isCut = Self.cut.contains(String(request.path.dropFirst()))
      #expect((request["If-None-Match"] == nil) == isCut, "\(request.path)")
    }
    #expect(try tool("posts", "--json").output == posts)
  }
}

/// The numbers of entries that the collection's index tells.
private struct Index {
  var entries: [String: Int] = [:]

  init(_ file: URL) throws {
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      entries[String(columns[0])] = Int(columns[9])
    }
  }
}
