import Communities
import Conversations
import Foundation
import Parsing
import Support
import Testing

/// Feeds of places as they were recorded: every entry is known, and nothing of the software is left.
@Suite(
  .enabled("the folder of recorded feeds (shared/real-feeds) is absent") {
    SharedFolder.url(of: "real-feeds") != nil
  })
struct RealPlacesTests {
  private func read(_ name: String) throws -> [Post] {
    let folder = try #require(SharedFolder.url(of: "real-feeds"))
    let document = try parse([UInt8](Data(contentsOf: folder.appending(path: name))))
    let posts = posts(of: document, feed: "samples/\(name)")
    #expect(!posts.isEmpty && posts.count == document.entries.count)
    return posts
  }

  @Test(arguments: [
    ("feed-rs--atom_mediarss_reddit_1.xml", "reddit:"), ("feed-rs--rss_2.0_reddit.xml", "reddit:"),
    ("rss-parser--atom-feed-reddit.xml", "reddit:"), ("rss-parser--reddit-atom.rss", "reddit:"),
    ("rss-parser--reddit-home.rss", "reddit:"), ("rss-parser--reddit.rss", "reddit:"),
    ("feedjira--RSSWithComments.xml", "hn:"), ("rss-parser--feed-comment.xml", "hn:"),
    ("feeder--atom_hnapp.xml", "hn:"),
    ("discourse-rss-auto-archive-linked-content--posts.rss", "discourse:"),
    ("discourse-rss-auto-archive-linked-content--t_2108.rss", "discourse:"),
    ("discourse-rss-auto-archive-linked-content--t_2144.rss", "discourse:"),
    ("feeddeck--lemmy-responseCommunity.xml", "lemmy.world/post/"),
    ("feeddeck--lemmy-responseUser.xml", "lemmy.world/post/"),
    ("feeddeck--stackoverflow-responseTag.xml", "stackexchange:"),
  ])
  func everyEntryIsOfThePlace(name: String, thread: String) throws {
    for post in try read(name) {
      #expect(post.thread.hasPrefix(thread))
      #expect(post.author?.contains("/u/") != true && post.author?.contains("@") != true)
      for foreign in [
        "submitted by", "[link]", "[comments]", "Comments URL", "Points: ", "Read full topic",
        " points | ", " participants",
      ] {
        let end = post.text.components(separatedBy: "\n").last ?? ""
        #expect(!end.contains(foreign), "\(post.link?.text ?? "")")
      }
    }
  }

  @Test func lemmyTellsPointsCommentsAndCommunity() throws {
    let posts = try read("feeddeck--lemmy-responseCommunity.xml")
    #expect(posts.map(\.votes) == [361, 501])
    #expect(posts.map(\.replies) == [47, 2])
    #expect(Set(posts.map(\.community)) == ["c/lemmyworld@lemmy.world"])
    #expect(posts[0].text.hasPrefix("Hello World,"))
    // The feed of a person has the same post in the same thread.
    let byPerson = try read("feeddeck--lemmy-responseUser.xml")
    #expect(byPerson.contains { $0.thread == posts[0].thread })
    #expect(byPerson.map(\.author) == ["lwCET", "lwCET"])
  }

  @Test func hnappTellsPointsAndComments() throws {
    let post = try read("feeder--atom_hnapp.xml")[0]
    #expect(post.title == "Spectre Mitigations in Microsoft's C/C++ Compiler")
    #expect(post.votes == 37)
    #expect(post.replies == 1)
    #expect(post.text == "")
    #expect(post.external?.host == "paulkocher.com")
  }

  @Test func thePlacesOwnFeedOfHackerNewsHasNoTexts() throws {
    let posts = try read("feedjira--RSSWithComments.xml")
    #expect(posts.allSatisfy { $0.text == "" && $0.replies == nil })
    #expect(posts.allSatisfy { ($0.external == nil) == ($0.link == $0.discussion) })
    #expect(Set(posts.map(\.id)).count == posts.count)
    #expect(posts[0].repliesFeed?.text == "https://hnrss.org/item?id=30937433")
  }

  @Test func stackOverflowTellsVotes() throws {
    let posts = try read("feeddeck--stackoverflow-responseTag.xml")
    #expect(posts.allSatisfy { $0.votes == 0 })
    #expect(
      posts[0].repliesFeed?.text == "https://stackoverflow.com/feeds/question/77635559")
  }

  @Test func aTopicOfDiscourseIsOneThreadWithOneName() throws {
    let topic = try read("discourse-rss-auto-archive-linked-content--t_2108.rss")
    #expect(Set(topic.map(\.thread)) == ["discourse:discuss.criticalfallibilism.com:2108"])
    #expect(Set(topic.map(\.author)).isSuperset(of: ["anonymous45", "anonymous105"]))
    let latest = try read("discourse-rss-auto-archive-linked-content--posts.rss")
    #expect(latest.contains { $0.author == "anonymous105" && $0.role == .reply(to: nil) })
  }

  @Test func oldFeedsOfRedditTellCountsAndAuthors() throws {
    let posts = try read("rss-parser--reddit.rss")
    #expect(posts.allSatisfy { $0.replies != nil && $0.author?.hasPrefix("u/") == true })
    #expect(posts[0].replies == 275)
    #expect(posts[0].author == "u/cakebeerandmorebeer")
  }

  @Test(arguments: [
    "feed-rs--atom_example_6.xml", "huginn--github_rss.atom",
  ])
  func aRepositoryIsOneRoom(name: String) throws {
    #expect(try Set(read(name).map(\.community)).count == 1)
    #expect(try read(name)[0].community.hasPrefix("github.com/"))
  }

  /// A planet, a podcast and blogs that link to Reddit, GitHub and Hacker News.
  @Test(arguments: [
    "feedjira--SamRuby.xml", "netnewswire--scriptingNews.rss", "netnewswire--OneFootTsunami.atom",
    "feeder--openstreetmap.xml", "syndikit--swiftpackageindex.xml",
    "feeddeck--podcast-responsePodcastRSS.xml", "feeder--cowboyprogrammer_feed.json",
    "fastfeedparser--454280b7f9e592d2.xml", "fastfeedparser--aaf373a6337e5efa.xml",
  ])
  func whoLinksToAPlaceIsNotThePlace(name: String) throws {
    let places = ["reddit:", "hn:", "lobsters:", "stackexchange:", "github:", "list:"]
    for post in try read(name) {
      #expect(!places.contains { post.thread.hasPrefix($0) }, "\(post.link?.text ?? "")")
    }
  }
}
