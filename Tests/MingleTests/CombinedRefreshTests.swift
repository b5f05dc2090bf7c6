import Conversations
import Foundation
import Storage
import Support
import Synchronization
import Testing

@testable import Fetching
@testable import Mingle

/// Communities of Reddit that are asked for in one request, from the list to the database.
@Suite struct CombinedRefreshTests {
  private static let start = Date(timeIntervalSince1970: 1_790_000_000)
  private let folder: TemporaryFolder
  private let reddit = Reddit()

  /// A Reddit of three communities.
  private final class Reddit: Transport {
    struct State {
      var asked: [String] = []
      /// When something was posted, with the name of its community.
      var posts: [(room: String, at: Date)] = []
      var refusesSeveral = false
    }
    let state = Mutex(State())

    func send(_ request: Request) async -> Result<Answer, TransportFailure> {
      let body = state.withLock { state -> String? in
        let path = request.address.text.replacing("https://www.reddit.com", with: "")
        state.asked.append(path)
        let rooms = path.split(separator: "/")[1].split(separator: "+").map(String.init)
        if rooms.count > 1, state.refusesSeveral { return nil }
        let length = path.contains("limit=100") ? 100 : 25
        let entries = state.posts.enumerated().filter { rooms.contains($0.element.room) }
          .sorted { $0.element.at > $1.element.at }.prefix(length)
        return Self.document(entries.map { ($0.offset, $0.element.room, $0.element.at) })
      }
      guard let body else { return .success(Answer(address: request.address, status: 404)) }
      return .success(Answer(address: request.address, status: 200, body: Array(body.utf8)))
    }

    private static func document(_ entries: [(Int, String, Date)]) -> String {
      let texts = entries.map { number, room, date in
        """
        <entry><id>t3_\(number)</id><title>Post \(number)</title>
        <link href="https://www.reddit.com/r/\(room)/comments/\(number)/post/"/>
        <published>\(date.formatted(.iso8601))</published></entry>
        """
      }
      return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Reddit</title>"
        + texts.joined() + "</feed>"
    }

    func post(_ room: String, at date: Date) { state.withLock { $0.posts.append((room, date)) } }
  }

  init() throws {
    folder = try TemporaryFolder.workspace(
      feeds: ["aa", "bb", "cc"].map { "https://www.reddit.com/r/\($0)/new/.rss" })
  }

  /// The paths that a refresh some hours after the start asks for.
  private func refresh(after hours: Double) async throws -> [String] {
    let now = Self.start.addingTimeInterval(3600 * hours)
    var workspace = try OpenWorkspace(
      Workspace(folder: folder.url), now: now, mode: .writing, environment: [:])
    workspace.transport = reddit
    workspace.clock.now = { now }
    reddit.state.withLock { $0.asked = [] }
    _ = try await workspace.refresh(RefreshRequest(isForced: true))
    return reddit.state.withLock { $0.asked }
  }

  /// The communities of the stored posts of each feed, in order.
  private func stored() async throws -> [String: [String]] {
    let workspace = try OpenWorkspace(
      Workspace(folder: folder.url), now: Self.start, mode: .reading, environment: [:])
    let found = Mutex<[String: [String]]>([:])
    try await workspace.forEachPost { _, post in
      let room = String(post.feed.split(separator: "/")[3])
      found.withLock { $0[room, default: []].append("\(post.community) \(post.title)") }
    }
    return found.withLock { $0 }
  }

  private static let alone = ["aa", "bb", "cc"].map { "/r/\($0)/new/.rss" }
  private static let together = "/r/aa+bb+cc/new/.rss?limit=100"

  /// Each community has something every hour, up to an hour of the story.
  private func talk(from first: Int, to last: Int) {
    for hour in first..<last {
      for (minute, room) in ["aa", "bb", "cc"].enumerated() {
        let date = Self.start.addingTimeInterval(Double(hour) * 3600 + Double(minute) * 60)
        reddit.post(room, at: date)
      }
    }
  }

  @Test func whatWasReadAloneIsThenAskedForTogether() async throws {
    talk(from: -12, to: 0)
    #expect(try await refresh(after: 0).sorted() == Self.alone)
    talk(from: 0, to: 2)
    #expect(try await refresh(after: 2) == [Self.together])
    let posts = try await stored()
    #expect(posts.mapValues(\.count) == ["aa": 14, "bb": 14, "cc": 14])
    #expect(posts["bb"]?.allSatisfy { $0.hasPrefix("r/bb ") } == true)
  }

  @Test func whatTheAnswerDoesNotCoverIsAskedForAlone() async throws {
    talk(from: -12, to: 0)
    _ = try await refresh(after: 0)
    // More in one community than it ever had: the answer reaches back half an hour.
    for second in 0..<120 {
      reddit.post("aa", at: Self.start.addingTimeInterval(5400 + Double(second)))
    }
    talk(from: 0, to: 1)
    #expect(try await refresh(after: 2) == [Self.together] + Self.alone)
    #expect(try await stored()["bb"]?.count == 13)
  }

  /// The address of several may itself be on the list: it is asked for as what it is.
  @Test func whatIsListedIsNotAskedForInTheNameOfOthers() async throws {
    talk(from: -12, to: 1)
    let list = try folder.text("feeds.opml")
    let several =
      "<outline type=\"rss\" text=\"F\" xmlUrl=\"https://www.reddit.com\(Self.together)\"/>"
    try folder.write(
      list.replacing("  </body>", with: "\(several)\n  </body>"), to: "feeds.opml")
    _ = try await refresh(after: 0)
    reddit.state.withLock { $0.refusesSeveral = true }
    #expect(try await refresh(after: 2).sorted() == ([Self.together] + Self.alone).sorted())
  }

  @Test func aRefusalOfSeveralIsNobodysFailure() async throws {
    talk(from: -12, to: 1)
    _ = try await refresh(after: 0)
    reddit.state.withLock { $0.refusesSeveral = true }
    #expect(try await refresh(after: 2) == [Self.together] + Self.alone)
    let workspace = try OpenWorkspace(
      Workspace(folder: folder.url), now: Self.start.addingTimeInterval(7200), mode: .reading,
      environment: [:])
    #expect(try await workspace.feeds().feeds.map(\.error) == ["", "", ""])
  }
}
