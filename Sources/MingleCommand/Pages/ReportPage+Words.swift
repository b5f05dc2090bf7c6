internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle

extension ReportPage {
  /// So many rows of a list that may be long.
  static let most = 10
  /// So many rooms and people, each with a row of numbers.
  static let mostCounted = 20

  /// In how many joined conversations somebody answered, of those that can be told.
  func answered(_ tally: Tally) -> String {
    let told = tally.answered + tally.unanswered
    return told == 0 ? "?" : "\(tally.answered) of \(told)"
  }

  /// How many joins were as what; of those that speak of the business also the share.
  func said(_ contribution: Contribution, in tally: Tally) -> String {
    let count = tally.said[contribution] ?? 0
    guard contribution == .mentionedUs, count > 0 else { return cell(count) }
    return "\(count) (\(percent(tally.mentionShare)))"
  }

  func words(_ contribution: Contribution) -> String {
    contribution.rawValue.replacing("-", with: " ")
  }

  func rest(of count: Int, beyond most: Int = most, _ place: String) -> [String] {
    count > most ? ["And \(count - most) more, \(place)"] : []
  }

  func name(of feed: ListedFeed) -> String {
    feed.title.isEmpty ? Address.redacted(feed.url) : shortened(feed.title)
  }

  /// What a stranger may have made as long as he likes.
  func shortened(_ text: String, to length: Int = 40) -> String {
    text.count > length ? "\(text.prefix(length - 1))…" : text
  }
}
