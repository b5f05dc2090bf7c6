internal import Conversations
internal import Foundation
internal import Mingle

extension ReportPage {
  /// So many rows of a list that may be long.
  static let most = 10

  /// In how many joined conversations somebody answered, of those that can be told.
  func answered(_ tally: Tally) -> String {
    let told = tally.answered + tally.unanswered
    return told == 0 ? "?" : "\(tally.answered) of \(told)"
  }

  func rest(of count: Int, _ place: String) -> [String] {
    count > Self.most ? ["And \(count - Self.most) more, \(place)"] : []
  }

  func day(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(timeZone: .current).year().month().day())
  }

  func days(_ seconds: TimeInterval) -> String { counted(Int(seconds / 86_400), "day") }

  func gap(_ gap: Duration) -> String {
    let days = Int(gap.components.seconds / 86_400)
    return days == 1 ? "day" : "\(days) days"
  }

  func name(of feed: ListedFeed) -> String {
    feed.title.isEmpty ? Address.redacted(feed.url) : shortened(feed.title)
  }

  /// What a stranger may have made as long as he likes.
  func shortened(_ text: String, to length: Int = 40) -> String {
    text.count > length ? "\(text.prefix(length - 1))…" : text
  }
}
