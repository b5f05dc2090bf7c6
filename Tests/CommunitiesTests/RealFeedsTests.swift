import Communities
import Conversations
import Foundation
import Parsing
import Support
import Testing

/// Feeds as they were recorded, by the kind of place that they come from.
@Suite(
  .enabled("the folder of recorded feeds (shared/real-feeds) is absent") {
    SharedFolder.url(of: "real-feeds") != nil
  })
struct RealFeedsTests {
  private func posts(_ file: String) throws -> [Post] {
    let folder = try #require(SharedFolder.url(of: "real-feeds"))
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file)))
    return Communities.posts(of: try parse(bytes), feed: "samples/\(file)")
  }

  @Test func mastodon() throws {
    let posts = try posts("feeddeck--mastodon-responseTag.xml")
    #expect(posts.count == 4)
    for post in posts {
      #expect(post.community == "Mastodon")
      #expect(post.author?.wholeMatch(of: /@\w+@[\w.-]+/) != nil)
      #expect(post.title == "" && !post.text.isEmpty)
    }
    #expect(posts.compactMap(\.external).count >= 2)
  }

  @Test(arguments: [
    "fastfeedparser--3597ad3b5fc7ebdd.xml", "feed-rs--atom_mediarss_youtube_1.xml",
    "feeddeck--youtube-responseYoutubeRSS.xml", "feeder--atom_youtube.xml",
    "feedjira--youtube_atom.xml", "huginn--youtube.xml", "rss-parser--atom-customfields.atom",
    "syndikit--appfigures.youtube.xml",
  ])
  func youTube(file: String) throws {
    let posts = try posts(file)
    #expect(!posts.isEmpty)
    for post in posts {
      #expect(post.community == "YouTube")
      #expect(post.thread.hasPrefix("youtube.com/watch?v="))
      #expect(post.votes != nil && post.author != nil)
    }
  }

  @Test(arguments: [
    "feeddeck--medium-responseTag.xml", "netnewswire--489.rss", "netnewswire--EMarley.rss",
    "rss-parser--content-encoded.rss",
  ])
  func medium(file: String) throws {
    for post in try posts(file) {
      #expect(post.community == "Medium")
      #expect(post.thread.hasPrefix("medium:"))
      #expect(post.author != nil)
      #expect(!post.text.contains("Continue reading on"))
      #expect(!post.text.contains("was originally published in"))
      #expect(post.discussion?.text.contains("source=") == false)
    }
  }

  @Test func phpBB() throws {
    let posts = try posts("huginn--cdata_rss.atom")
    #expect(posts.count == 10)
    for post in posts {
      #expect(post.thread.hasPrefix("phpbb:rainmeter.net/forum/viewtopic.php:"))
      #expect(post.repliesFeed?.text.hasPrefix("http://rainmeter.net/forum/feed.php?t=") == true)
      #expect(!post.text.contains("Posted by"))
      #expect(!post.title.contains("•") && !post.title.hasPrefix("Re:"))
    }
    #expect(Set(posts.map(\.thread)).count < posts.count)
  }

  @Test(arguments: [
    "fastfeedparser--1ee1c80e42551cd6.xml", "feeder--rss_cyklistbloggen.xml",
    "feedjira--TenderLovemaking.xml", "netnewswire--manton.rss", "netnewswire--natasha.xml",
  ])
  func wordPress(file: String) throws {
    for post in try posts(file) {
      #expect(post.repliesFeed?.text.contains("/feed") == true)
      #expect(post.thread == post.link?.canonical)
      #expect(!post.text.contains("erschien zuerst auf"))
      #expect(!post.text.hasSuffix("]") && !post.text.hasSuffix("→"))
    }
  }

  @Test func wordPressNews() throws {
    for post in try posts("news--Nextcloud.rss") {
      #expect(!post.text.contains("appeared first on"))
    }
  }

  @Test func wordPressComments() throws {
    let posts = try posts("fastfeedparser--18d1bc71cc221963.xml")
    #expect(posts.count == 10)
    #expect(Set(posts.map(\.thread)) == ["battlefieldanomalies.com"])
    #expect(Set(posts.map(\.title)) == ["Battlefield Anomalies – Home"])
    #expect(!posts.contains { $0.text.hasPrefix("In reply to") || $0.role == .opening })
    let ids = Set(posts.map(\.id))
    let answered = posts.filter { post in
      if case .reply(let to?) = post.role { ids.contains(to) } else { false }
    }
    #expect(answered.count >= 3)
  }

  /// Every recorded feed that is of none of these kinds stays what it was.
  @Test func nothingForeignIsTaken() throws {
    let folder = try #require(SharedFolder.url(of: "real-feeds"))
    let index = try String(contentsOf: folder.appending(path: "INDEX.tsv"), encoding: .utf8)
    let taken: [String: Set<String>] = [
      "Mastodon": ["mastodon"], "Bluesky": [], "YouTube": ["youtube"], "dev.to": [],
      "Medium": ["medium"],
    ]
    var read = 0
    for row in index.split(separator: "\n").dropFirst() {
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard let posts = try? posts(columns[0]) else { continue }
      read += 1
      for post in posts {
        if let kinds = taken[post.community] {
          #expect(kinds.contains(columns[5]), "\(columns[0]): \(post.community)")
        }
        if post.thread.hasPrefix("phpbb:") { #expect(columns[5] == "phpbb", "\(columns[0])") }
      }
    }
    #expect(read > 100)
  }
}
