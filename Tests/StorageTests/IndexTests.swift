import Conversations
import Foundation
import Storage
import Testing

@Suite struct IndexTests {
  /// A segment of posts in which each of some words stands.
  private func segment(
    _ posts: [Int64], forms: [(number: Int, surface: String, folded: String, stem: String)]
  ) -> NewSegment {
    NewSegment(
      language: "english", languages: ["english", "dutch"], posts: posts, titleWords: 1,
      bodyWords: 2, numbers: [UInt8(posts.count)],
      forms: forms.map {
        .init(number: $0.number, language: "english", surface: $0.1, folded: $0.2, stem: $0.3)
      },
      postings: forms.map { .init(form: $0.number, posts: 1, places: [9]) })
  }

  @Test func newAndChangedWordsWaitToBeIndexed() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1", minutesAgo: 5, replies: 1), post("2", minutesAgo: 9)])
    #expect(try await fixture.store.unindexed() == [2, 1])
    _ = try await fixture.store.add(segment([1, 2], forms: []), names: [])
    #expect(try await fixture.store.unindexed().isEmpty)
    try await fixture.record([post("1", replies: 2), post("2", title: "Other")])
    #expect(try await fixture.store.unindexed() == [2])
  }

  @Test func formsKeepTheirNumbers() async throws {
    let fixture = try Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let store = fixture.store
    let names = try await store.add(
      segment([1], forms: [(0, "Cups", "cups", "cup"), (2, "tea", "tea", "tea")]), names: [])
    // Another run numbers the forms in its own way.
    let again = try await store.add(
      segment([2], forms: [(0, "tea", "tea", "tea"), (1, "Cups", "cups", "cup")]), names: [])
    #expect(again == [names[2], names[0]])
    func surfaces(
      _ folded: Set<String>, _ stems: Set<String>, _ prefixes: Set<String>
    ) async throws -> [String] {
      try await store.forms(
        folded: folded, stems: stems, prefixes: prefixes
      ).map(\.surface).sorted()
    }
    #expect(try await surfaces(["tea"], [], []) == ["tea"])
    #expect(try await surfaces([], ["cup", "tea"], []) == ["Cups", "tea"])
    #expect(try await surfaces([], [], ["cu", "te"]) == ["Cups", "tea"])
    #expect(try await surfaces(["cup", "Cups"], ["cups"], ["x"]).isEmpty)
    #expect(try await store.forms(folded: ["tea"]).map(\.language) == ["english"])
    #expect(try await store.segments().first?.languages == ["english", "dutch"])
    #expect(try await store.holders(of: [names[0], 99]) == [names[0]: 2])
  }

  @Test func aSegmentTakesThePlaceOfOthers() async throws {
    let fixture = try Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let store = fixture.store
    let names = try await store.add(segment([1], forms: [(0, "tea", "tea", "tea")]), names: [])
    try await store.remember(matches: [(1, ["tea": 7]), (99, ["tea": 8])])
    #expect(try await store.matches(of: ["tea"]) == ["tea": [1: 7]])
    let both = segment([1, 2], forms: [])
    _ = try await store.add(both, names: names, replacing: [1])
    #expect(try await store.segments().map(\.posts) == [2])
    #expect(try await store.matches(of: ["tea"]).isEmpty)
    #expect(try await store.postings(of: names, inSegment: 1).isEmpty)
  }

  @Test func releasedPostsWait() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1")])
    _ = try await fixture.store.add(segment([1], forms: []), names: [])
    try await fixture.store.release(segments: [1], posts: [1])
    #expect(try await fixture.store.unindexed() == [1])
    #expect(try await fixture.store.segments().isEmpty)
  }

  /// Of posts too long for one segment a run that was stopped had taken all off the index for good.
  @Test func whatASegmentDoesNotTakeOverWaits() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1", minutesAgo: 9), post("2", minutesAgo: 5)])
    _ = try await fixture.store.add(segment([1, 2], forms: []), names: [])
    _ = try await fixture.store.add(
      segment([1], forms: []), names: [], replacing: [1], waiting: [2])
    #expect(try await fixture.store.unindexed() == [2])
  }

  /// Whoever reads a segment while it is taken away must not find another one in its place.
  @Test func noSegmentHasTheNumberOfAnother() async throws {
    let fixture = try Fixture()
    defer { withExtendedLifetime(fixture) {} }
    let store = fixture.store
    for number in 1...3 as ClosedRange<Int64> {
      _ = try await store.add(segment([1], forms: []), names: [])
      #expect(try await store.segments().map(\.id) == [number])
      try await store.release(segments: [number], posts: [1])
    }
  }

  /// A segment that cannot be stored whole is not stored at all.
  @Test func aSegmentIsStoredWholeOrNotAtAll() async throws {
    let fixture = try Fixture()
    try await fixture.record([post("1")])
    var broken = segment([1], forms: [(0, "tea", "tea", "tea")])
    broken.postings += broken.postings
    await #expect(throws: StorageFailure.self) {
      _ = try await fixture.store.add(broken, names: [])
    }
    #expect(try await fixture.store.segments().isEmpty)
    #expect(try await fixture.store.forms(folded: ["tea"]).isEmpty)
    #expect(try await fixture.store.unindexed() == [1])
  }
}
