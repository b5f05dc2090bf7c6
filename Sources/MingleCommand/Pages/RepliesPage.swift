internal import Conversations
internal import Exporting
internal import Foundation

/// The joined conversations in which others answered, for people.
struct RepliesPage {
  private let answered: [AnsweredConversation]
  private let now: Date

  init(_ answered: [AnsweredConversation], at now: Date) {
    self.answered = answered
    self.now = now
  }

  /// Each conversation with all that was answered.
  var lines: [String] {
    guard let first = answered.first else {
      return [
        "Nobody has answered since you joined or last looked; all answers are told by: "
          + "mingle replies --all"
      ]
    }
    var lines: [String] = []
    for conversation in answered {
      lines += [conversation.heading.styled(.bold), "  \(place(conversation))"]
      if let address = conversation.address { lines.append("  \(address.redacted.safe)") }
      lines += conversation.answers.map { "  \(told($0))" } + [""]
    }
    return lines + ["Read: mingle show \(first.shortID) · answered: mingle join \(first.shortID)"]
  }

  /// What stands above today's list: a line for each of the first ones; nothing if there are none.
  var summary: [String] {
    guard !answered.isEmpty else { return [] }
    let most = 3
    let have = answered.count == 1 ? "has" : "have"
    var lines = ["\(answered.count) of your conversations \(have) new replies:"]
    for conversation in answered.prefix(most) {
      lines.append("  \(conversation.heading.styled(.bold)) · \(place(conversation))")
      lines += conversation.answers.prefix(1).map { "    \(told($0))" }
    }
    let more = answered.count - most
    lines.append(
      "  \(more > 0 ? "\(more) more, and what they said" : "All of them"): mingle replies")
    return lines + [""]
  }

  private func place(_ conversation: AnsweredConversation) -> String {
    let count = conversation.answers.count
    return [
      conversation.community.styled(.cyan), "\(count) new \(count == 1 ? "reply" : "replies")",
      conversation.shortID.styled(.yellow),
    ].joined(separator: " · ")
  }

  private func told(_ answer: AnsweredConversation.Answer) -> String {
    let name = answer.author?.styled(.green) ?? "somebody"
    return "\(name) · \(age(of: answer.at, at: now)): “\(answer.words.safe)”"
  }
}

/// `replies --json`.
struct RepliesDocument: Encodable {
  var generatedAt: Date
  var window: WindowDocument
  /// The latest answer first.
  var replies: [AnsweredConversationDocument]
}
