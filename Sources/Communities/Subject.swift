internal import Conversations
internal import Foundation

/// A title as all messages of a thread share it, for places that tell their threads by nothing else.
struct Subject {
  /// The title without the marks of answers and the name of the list.
  let title: String
  /// The same in small letters, with single spaces.
  let text: String
  /// Whether it had the mark of an answer.
  let isReply: Bool

  /// "Re:" as mail programs write it, in their languages.
  private static let answers: Set<String> = [
    "re", "aw", "antw", "sv", "vs", "odp", "rif", "rv", "res", "ynt", "ref", "回复", "答复",
  ]
  /// "Fwd:" likewise: what is forwarded is no answer.
  private static let forwards: Set<String> = ["fw", "fwd", "wg", "tr", "i", "enc", "doorst"]

  init(_ title: String) {
    var rest = Substring(title).trimmed
    var isReply = false
    while true {
      if let mark = Self.mark(of: rest) {
        isReply = isReply || mark.isAnswer
        rest = mark.rest.trimmed
      } else if let tagged = Self.untagged(rest) {
        rest = tagged.trimmed
      } else {
        break
      }
    }
    self.title = String(rest)
    text = rest.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    self.isReply = isReply
  }

  /// Whether two threads that share the subject are hardly two: "Question" is said every day.
  var isTelling: Bool {
    let words = text.split { !$0.isLetter && !$0.isNumber }
      .filter { $0.count > 2 && !Self.generic.contains($0) }
    // Some languages write a whole sentence without a space.
    return words.count > 1 || words.contains { $0.utf8.count > 15 }
  }

  /// What is said of everything.
  private static let generic: Set<Substring> = [
    "about", "advice", "again", "agenda", "and", "announcement", "anyone", "bug", "daily", "error",
    "everyone", "for", "from", "hello", "help", "here", "how", "idea", "ideas", "info",
    "introduction", "issue", "issues", "list", "meeting", "minutes", "month", "monthly", "need",
    "needed", "new", "newbie", "news", "newsletter", "please", "problem", "problems", "quick",
    "question", "questions", "reminder", "report", "request", "some", "status", "subject", "test",
    "thanks", "the", "this", "update", "updates", "urgent", "week", "weekly", "what", "why", "with",
  ]

  /// A mark and what follows it: "Re: x", "AW[2]: x", "re : x".
  private static func mark(of text: Substring) -> (isAnswer: Bool, rest: Substring)? {
    guard let colon = text.prefix(12).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return nil
    }
    let name = text[..<colon].prefix { $0 != "[" && $0 != "(" && $0 != "^" }
      .trimmingCharacters(in: .whitespaces).lowercased()
    let rest = text[text.index(after: colon)...]
    guard !rest.allSatisfy(\.isWhitespace) else { return nil }
    if answers.contains(name) { return (true, rest) }
    return forwards.contains(name) ? (false, rest) : nil
  }

  /// What follows the name of a list in brackets. One that counts ("[PATCH 1/3]") is no name.
  private static func untagged(_ text: Substring) -> Substring? {
    guard text.first == "[", let close = text.prefix(40).firstIndex(of: "]"),
      !text[..<close].contains(where: { $0.isNumber || $0.isWhitespace })
    else { return nil }
    let rest = text[text.index(after: close)...]
    return rest.allSatisfy(\.isWhitespace) ? nil : rest
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}

extension Post {
  /// Puts a reply that names its thread by nothing but the title into that of all such replies of a
  /// month; a title that anybody may have chosen, too, makes it a thread of its own.
  ///
  /// The same story comes back after months under the same title, and then people talk about it anew.
  mutating func groupByTitle(in place: String, item: String) {
    let subject = Subject(title)
    guard subject.isTelling, let published else {
      thread = "\(place):\(item)"
      return
    }
    let month = published.formatted(.iso8601.year().month())
    thread = "\(place):comments:\(month):\(subject.text)"
  }
}
