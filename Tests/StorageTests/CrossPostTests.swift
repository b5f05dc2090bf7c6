import Conversations
import Foundation
import Storage
import Testing

@Suite struct CrossPostTests {
  private let words = (0..<40).map { "word\($0)" }.joined(separator: " ")

  private func said(
    _ id: String, in room: String, text: String? = nil, link: String? = nil
  ) -> Post {
    var post = post(id, thread: id, title: "Why lever machines are back", text: text ?? words)
    post.community = room
    post.external = link.flatMap { Address($0) }
    return post
  }

  /// Which threads stand beside each.
  private func places(_ fixture: Fixture) async throws -> [String: [String]] {
    let all = try await fixture.conversations().map(\.conversation)
    let places = try await fixture.store.places(alsoOf: all.map(\.id), until: .distantFuture)
    return Dictionary(
      uniqueKeysWithValues: places.map { id, places in
        (all.first { $0.id == id }?.posts[0].id ?? "", places.map(\.community).sorted())
      })
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func areFoundWhicheverComesFirst(order: [Int]) async throws {
    let fixture = try Fixture()
    let article = "https://news.example/2026/02/levers-are-back"
    let posts = [
      said("1", in: "r/a"), said("2", in: "r/b", link: article),
      said("3", in: "r/c", text: "", link: "\(article)?utm_source=x"),
    ]
    for place in order {
      try await fixture.record([posts[place]], feed: "https://\(place).example/")
    }
    #expect(try await places(fixture) == ["1": ["r/b"], "2": ["r/a", "r/c"], "3": ["r/b"]])
  }

  @Test func anEditEndsAndBeginsThem() async throws {
    let fixture = try Fixture()
    try await fixture.record([said("1", in: "r/a"), said("2", in: "r/b")])
    #expect(try await places(fixture).count == 2)
    try await fixture.record([said("2", in: "r/b", text: "I took it back")])
    #expect(try await places(fixture).isEmpty)
    try await fixture.record([said("2", in: "r/b")])
    #expect(try await places(fixture) == ["1": ["r/b"], "2": ["r/a"]])
  }

  @Test func oneEntryInTwoFeedsIsNoCrossPost() async throws {
    let fixture = try Fixture()
    for feed in ["https://a.example/", "https://b.example/"] {
      try await fixture.record([said("1", in: "r/a")], feed: feed)
    }
    #expect(try await places(fixture).isEmpty)
  }

  /// What stands in so many rooms is a form or a campaign, and says nothing of any two of them.
  @Test func whatStandsEverywhereIsNoCrossPost() async throws {
    for order in [Array(0..<70), (0..<70).reversed()] {
      let fixture = try Fixture()
      for number in order { try await fixture.record([said("\(number)", in: "r/\(number)")]) }
      #expect(try await places(fixture).isEmpty)
    }
  }

  @Test func onlyWhatWasSaidByThenCounts() async throws {
    let fixture = try Fixture()
    try await fixture.record([said("1", in: "r/a"), said("2", in: "r/b")])
    let id = ConversationID(thread: "1")
    let before = noon.addingTimeInterval(-3600)
    #expect(try await fixture.store.places(alsoOf: [id], until: before).isEmpty)
    #expect(try await fixture.store.places(alsoOf: [id], until: noon).count == 1)
  }
}
