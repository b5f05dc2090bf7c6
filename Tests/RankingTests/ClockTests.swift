import Foundation
import Support
import Testing

@testable import Ranking

@Suite struct ClockTests {
  /// Replies in `threads` threads of which each was watched long enough.
  private func delays(threads: Int, each: Int, hours: Double) -> [Clock.Delay] {
    (0..<threads).flatMap { thread in
      (0..<each).map { reply in
        Clock.Delay(
          thread: Int64(thread), opened: noon.addingTimeInterval(Double(thread) * -86_400 * 3),
          seconds: hours * 3600 * Double(reply + 1) / Double(each))
      }
    }
  }

  @Test func knowsHalfAndNineInTen() throws {
    let clock = try #require(Clock(delays(threads: 20, each: 10, hours: 10)))
    #expect(clock.half == 5 * 3600)
    #expect(clock.most == 9 * 3600)
    #expect(clock.shareToCome(at: 0) == 1)
    #expect(clock.shareToCome(at: 5 * 3600) == 0.5)
    #expect(abs(clock.shareToCome(at: 9 * 3600) - 0.1) < 0.001)
  }

  @Test(arguments: [(0, 0), (9, 20), (20, 1), (1, 1000)])
  func isUnknownWhileTooLittleWasSeen(threads: Int, each: Int) {
    #expect(Clock(delays(threads: threads, each: each, hours: 10)) == nil)
  }

  /// Else whatever is read for the first time would be told to be answered within the hour.
  @Test func isUnknownUntilThreadsWereWatchedLongEnough() {
    let day = delays(threads: 40, each: 10, hours: 10).map {
      Clock.Delay(
        thread: $0.thread, opened: noon.addingTimeInterval(Double($0.thread) * -60),
        seconds: $0.seconds)
    }
    #expect(Clock(day) == nil)
  }

  @Test func oneLongThreadDoesNotTellTheTimeForAll() throws {
    var delays = delays(threads: 30, each: 5, hours: 5)
    for reply in 0..<2000 {
      delays.append(
        .init(
          thread: 999, opened: noon.addingTimeInterval(-86_400 * 200),
          seconds: 86_400 * Double(reply) / 20))
    }
    #expect(try #require(Clock(delays)).half < 6 * 3600)
  }

  /// How the least numbers were chosen: delays and threads vary by normal logarithms, and some threads
  /// have many more replies than others.
  @Test func isRarelyWrongByAFactorOfThree() {
    var random = SplitMix64(seed: 7)
    var wrong = 0
    let (spread, ofThread) = (1.5, 1.0)
    let truth = 3600 * 3 * exp(1.2816 * (spread * spread + ofThread * ofThread).squareRoot())
    for _ in 0..<400 {
      let threads = (0..<Clock.fewestThreads).map { _ in ofThread * random.normal() }
      let weights = threads.map { _ in pow(random.unit(), -1 / 1.2) }
      let sum = weights.reduce(0, +)
      let delays = (0..<Clock.fewestReplies).map { reply -> Clock.Delay in
        var thread = reply
        if reply >= threads.count {
          var place = random.unit() * sum
          thread =
            weights.firstIndex {
              place -= $0; return place <= 0
            } ?? 0
        }
        return Clock.Delay(
          thread: Int64(thread), opened: noon.addingTimeInterval(-1e9 * Double(thread + 1)),
          seconds: 3600 * 3 * exp(spread * random.normal() + threads[thread]))
      }
      guard let most = Clock(delays)?.most else { continue }
      if !(truth / 3...truth * 3).contains(most) { wrong += 1 }
    }
    #expect(wrong < 60)
  }
}

extension SplitMix64 {
  fileprivate mutating func unit() -> Double { Double.random(in: 0.000_001..<1, using: &self) }

  /// Box and Muller.
  fileprivate mutating func normal() -> Double {
    (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit())
  }
}
