internal import Foundation

/// What is found when the openings of two threads are held against each other.
package struct CrossPost: Sendable, Hashable {
  /// Whether they are one thing said in two places.
  package var isSame: Bool
  /// Why, or why not, without a full stop.
  package var because: String

  static func yes(_ because: String) -> Self { Self(isSame: true, because: because) }
  static func no(_ because: String) -> Self { Self(isSame: false, because: because) }
}

/// Whether the openings of two different threads are one thing said in two places: they point at the
/// same page, or say nearly the same words in different rooms.
///
/// It is the same whichever comes first. A wrong conversation is worse than two rows, so whatever is
/// in doubt is not the same.
package func crossPost(_ left: Post, _ right: Post) -> CrossPost {
  guard left.role == .opening, right.role == .opening else { return .no("one is a reply") }
  guard left.thread != right.thread else { return .no("they are one thread") }
  if let between = seconds(between: left, right), between > longestBetween {
    return .no("more than \(Int(longestBetween) / 86_400) days lie between them")
  }
  guard !left.isRecurring, !right.isRecurring else { return .no("one comes again and again") }
  let link = sameLink(left, right)
  if let link, link.isSame { return link }
  let text = sameText(left, right)
  return text.isSame ? text : link ?? text
}

/// What is shared again later is talked about anew.
private let longestBetween: TimeInterval = 30 * 86_400

private func seconds(between left: Post, _ right: Post) -> TimeInterval? {
  guard let first = left.published, let second = right.published else { return nil }
  return abs(first.timeIntervalSince(second))
}

/// What the pages that they point at tell; nil if they do not point at one page.
private func sameLink(_ left: Post, _ right: Post) -> CrossPost? {
  guard let one = left.external, let other = right.external else { return nil }
  let page = one.page
  guard page == other.page else { return nil }
  let titles = TitleComparison(left, right)
  if titles.isSame { return .yes("both point at \(page) under one title") }
  guard left.community != right.community else {
    return .no("two threads of \(left.community) about \(page) under different titles")
  }
  guard isTelling(page: page) else { return .no("\(page) is pointed at for many reasons") }
  guard !titles.differsInNumbers else { return .no("the titles tell different numbers") }
  let words = [left, right].map { Wording.shingles(of: $0.text).words }
  if words.allSatisfy({ $0 >= leastWords }), !titles.isClose {
    return .no("each says something else about \(page)")
  }
  return .yes("both point at \(page)")
}

/// Fewer words say too little to tell a copy by.
let leastWords = 25

private func sameText(_ left: Post, _ right: Post) -> CrossPost {
  guard left.community != right.community else { return .no("both stand in one room") }
  guard !left.isPinned, !right.isPinned else { return .no("one is pinned") }
  guard !left.isByProgram, !right.isByProgram else { return .no("a program wrote one") }
  let (one, other) = (Wording.shingles(of: left.text), Wording.shingles(of: right.text))
  guard min(one.words, other.words) >= leastWords else {
    return .no("one has fewer than \(leastWords) words")
  }
  let (a, b) = (Set(one.hashes), Set(other.hashes))
  let shared = Double(a.intersection(b).count)
  let resemblance = shared / Double(a.union(b).count)
  let containment = shared / Double(min(a.count, b.count))
  let isPart = containment >= 0.95 && 2 * min(a.count, b.count) >= max(a.count, b.count)
  guard resemblance >= 0.8 || isPart else { return .no("the words are others") }
  // Adverts, release notes and questionnaires have one text with a few words changed.
  let changes = Changes(left, right)
  guard changes.areHarmless else { return .no("one text with other words in some places") }
  let titles = TitleComparison(left, right)
  guard titles.isClose || (changes.areNone && titles.isLoose && left.hasAuthor(of: right)) else {
    return .no("the same words under different titles")
  }
  return .yes("nearly the same words")
}

extension Post {
  /// Whether its title is that of something that is posted every day, week or month.
  fileprivate var isRecurring: Bool {
    let words = Set(Wording(title).words.map(\.text))
    if !words.isDisjoint(with: ["megathread", "megathreads"]) { return true }
    let often = [
      "daily", "weekly", "monthly", "fortnightly", "biweekly", "weekend", "monday", "tuesday",
      "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays",
      "wednesdays", "thursdays", "fridays", "saturdays", "sundays", "simple", "open", "free",
    ]
    let kind = [
      "thread", "discussion", "question", "questions", "chat", "talk", "roundup", "digest",
      "showcase", "deals", "post", "faq", "recap", "hiring", "newsletter", "update", "updates",
      "links", "lounge", "help", "feedback", "self-promotion",
    ]
    return !words.isDisjoint(with: often) && !words.isDisjoint(with: kind)
  }

  /// Whether it was written by what calls itself a program.
  fileprivate var isByProgram: Bool {
    guard let name = author?.lowercased() else { return false }
    return name.contains("automod") || name.hasSuffix("bot") || name.hasSuffix("[bot]")
  }

  fileprivate func hasAuthor(of other: Post) -> Bool {
    guard let name = author, let second = other.author else { return false }
    return name.lowercased() == second.lowercased()
  }
}
