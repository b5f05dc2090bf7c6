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
  let link = sameLink(left, right)
  let found = link?.isSame == true ? link : nil
  let text = found ?? sameText(left, right)
  guard text.isSame else { return link ?? text }
  // Asked last: nearly all that share a likeness are different by now.
  return left.isRecurring || right.isRecurring ? .no("one comes again and again") : text
}

/// What is shared again later is talked about anew.
private let longestBetween: TimeInterval = 30 * 86_400

private func seconds(between left: Post, _ right: Post) -> TimeInterval? {
  guard let first = left.published, let second = right.published else { return nil }
  return abs(first.timeIntervalSince(second))
}

/// What the pages that they point at tell; nil if they do not point at one page.
private func sameLink(_ left: Post, _ right: Post) -> CrossPost? {
  let (one, other) = (left.external?.page, right.external?.page)
  guard let page = one ?? other else { return nil }
  guard one == other else { return sameArticle(left, one, right, other) }
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

/// Whether one points at the place where the other stands: an article, or a thread that was handed on.
private func sameArticle(
  _ left: Post, _ one: String?, _ right: Post, _ other: String?
) -> CrossPost? {
  for (post, page, target) in [(left, one, right), (right, other, left)] {
    guard let page, page == target.ownPage else { continue }
    guard post.community != target.community else { return .no("both stand in one room") }
    return isTelling(page: page) && TitleComparison(left, right).isClose
      ? .yes("one points at the other, \(page)")
      : .no("one points at the other, \(page), under another title")
  }
  return nil
}

/// Fewer words say too little to tell a copy by.
let leastWords = 25

private func sameText(_ left: Post, _ right: Post) -> CrossPost {
  guard left.community != right.community else { return .no("both stand in one room") }
  guard !left.isPinned, !right.isPinned else { return .no("one is pinned") }
  guard !left.isByProgram, !right.isByProgram else { return .no("a program wrote one") }
  let (one, other) = (Wording.shingles(of: left.text), Wording.shingles(of: right.text))
  guard min(one.words, other.words) >= leastWords else {
    return isSameInShort(left, right)
      ? .yes("one title and one short text, within a day")
      : .no("one has fewer than \(leastWords) words")
  }
  let (few, many) = one.hashes.count < other.hashes.count ? (one, other) : (other, one)
  let (a, b) = (Set(few.hashes), Set(many.hashes))
  let shared = Double(a.count { b.contains($0) })
  let resemblance = shared / (Double(a.count + b.count) - shared)
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

/// Whether few words are the very same, under the same title, at nearly the same time: an episode that
/// two directories list.
private func isSameInShort(_ left: Post, _ right: Post) -> Bool {
  guard let between = seconds(between: left, right), between <= 86_400,
    let one = left.shortWords, let other = right.shortWords
  else { return false }
  return one == other
}

extension Post {
  /// The words of the title and the text, where they are few but enough to tell something.
  var shortWords: [String]? {
    let said = Wording(text).words.map(\.text)
    let name = Wording(title).words.map(\.text)
    return name.count >= 4 && (8..<leastWords).contains(said.count) ? name + said : nil
  }

  /// The page that it stands on, as `Address.page` writes it, where its thread tells it.
  var ownPage: String? {
    if thread.hasPrefix("reddit:") { return "reddit.com/comments/\(thread.dropFirst(7))" }
    let bytes = thread.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let host = bytes[..<slash]
    return host.contains(UInt8(ascii: ".")) && !host.contains(UInt8(ascii: ":"))
      && !bytes.contains(UInt8(ascii: "\n")) ? thread : nil
  }

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
