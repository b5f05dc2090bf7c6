package import Foundation
package import Storage

/// When people answer in a room, and for how long they talk about a thing; what there is too little of
/// to tell is nil.
package struct RoomLife: Sendable, Hashable {
  /// The day of the week on which the most replies are said.
  package var weekday: Peak?
  /// The three hours of the day in which the most replies are said, by their first.
  package var hours: Peak?
  /// How long after its opening a thread that was answered is talked in; the median.
  package var lifetime: Duration?
  /// The threads that the median is of.
  package var threads: Int
  /// The replies that the peaks are of.
  package var replies: Int

  /// The fullest part of a circle of time.
  package struct Peak: Sendable, Hashable {
    /// A day of the week from 1 (Sunday), as `Calendar` has it, or an hour from 0.
    package var number: Int
    /// The part of all, from 0 to 1.
    package var share: Double

    package init(number: Int, share: Double) {
      self.number = number
      self.share = share
    }
  }

  /// Of fewer replies or threads no habit is told.
  private static let enoughReplies = 30
  private static let enoughThreads = 10
  /// In a younger thread somebody may still say something.
  private static let youth: TimeInterval = 7 * 86_400

  /// Tells from the posts of a room as they stood at a moment, in the days and hours of a calendar.
  package init(of posts: [RoomPost], at moment: Date, calendar: Calendar) {
    let said = posts.filter(\.isReply).compactMap(\.published)
    replies = said.count
    if said.count >= Self.enoughReplies {
      let parts = said.map { calendar.dateComponents([.weekday, .hour], from: $0) }
      weekday = Self.peak(of: parts.compactMap { $0.weekday.map { $0 - 1 } }, in: 7, width: 1)
        .map { Peak(number: $0.number + 1, share: $0.share) }
      hours = Self.peak(of: parts.compactMap(\.hour), in: 24, width: 3)
    }
    let lifetimes = Dictionary(grouping: posts, by: \.conversation).values
      .compactMap { Self.lifetime(of: $0, at: moment) }.sorted()
    threads = lifetimes.count
    if lifetimes.count >= Self.enoughThreads {
      lifetime = .seconds(Int(lifetimes[lifetimes.count / 2]))
    }
  }

  /// How long a thread lived; nil for one that may still, that nobody answered, or whose opening is not
  /// known.
  private static func lifetime(of posts: [RoomPost], at moment: Date) -> TimeInterval? {
    guard let opening = posts.first(where: { !$0.isReply })?.published,
      let last = posts.map(\.activity).max(), last > opening,
      moment.timeIntervalSince(opening) > youth
    else { return nil }
    return last.timeIntervalSince(opening)
  }

  /// The stretch of a circle in which the most of some numbers are; of equals the first.
  private static func peak(of numbers: [Int], in circle: Int, width: Int) -> Peak? {
    var counts = Array(repeating: 0, count: circle)
    for number in numbers { counts[number] += 1 }
    let sums = (0..<circle).map { start in
      (0..<width).reduce(0) { $0 + counts[(start + $1) % circle] }
    }
    guard let most = sums.max(), let number = sums.firstIndex(of: most), most > 0 else {
      return nil
    }
    return Peak(number: number, share: Double(most) / Double(numbers.count))
  }
}
