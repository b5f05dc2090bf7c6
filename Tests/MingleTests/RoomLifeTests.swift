import Foundation
import Mingle
import Storage
import Testing

@Suite struct RoomLifeTests {
  /// Sunday, 1 March 2026, 00:00 UTC.
  private let start = Date(timeIntervalSince1970: 1_772_323_200)

  private func life(_ posts: [RoomPost], atDay day: Double = 60) throws -> RoomLife {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    return RoomLife(of: posts, at: start + day * 86_400, calendar: calendar)
  }

  private func post(
    _ conversation: Int64, hours: Double?, isReply: Bool = true, activity: Double? = nil
  ) -> RoomPost {
    RoomPost(
      conversation: conversation, isReply: isReply, published: hours.map { start + $0 * 3600 },
      activity: start + (activity ?? hours ?? 0) * 3600)
  }

  @Test func tellsWhenPeopleAnswer() throws {
    // Twenty on Tuesday evening across midnight, nine on Friday noon, one at an unknown time.
    let evening = (0..<20).map { post(1, hours: 48 + 23.1 + Double($0 % 3)) }
    let noon = (0..<10).map { post(2, hours: 5 * 24 + 12 + Double($0) / 100) }
    let life = try life(evening + noon + [post(3, hours: nil)])
    #expect(life.replies == 30)
    #expect(life.hours == RoomLife.Peak(number: 23, share: 20.0 / 30))
    // Wednesday, after midnight.
    #expect(life.weekday == RoomLife.Peak(number: 4, share: 13.0 / 30))
    let fewer = try self.life(evening + noon.dropLast())
    #expect(fewer.replies == 29)
    #expect(fewer.hours == nil && fewer.weekday == nil)
  }

  @Test func tellsHowLongThreadsLive() throws {
    func thread(_ number: Int64, hours: Double) -> [RoomPost] {
      [post(number, hours: 0, isReply: false), post(number, hours: hours)]
    }
    let threads = (1...10).flatMap { thread(Int64($0), hours: Double($0)) }
    let quiet = [
      // Nobody answered; the opening is unknown; it may still go on.
      post(20, hours: 0, isReply: false), post(21, hours: 9),
      post(22, hours: 59 * 24, isReply: false), post(22, hours: 59 * 24 + 1),
    ]
    let life = try life(threads + quiet)
    #expect(life.threads == 10)
    #expect(life.lifetime == .seconds(6 * 3600))
    #expect(try self.life(Array(threads.dropLast(2))).lifetime == nil)
    // A place that tells only the number of replies shows activity at the opening.
    let told = try self.life((1...10).map { post($0, hours: 0, isReply: false, activity: 5) })
    #expect(told.lifetime == .seconds(5 * 3600))
  }
}
