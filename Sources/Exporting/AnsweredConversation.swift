package import Conversations
package import Foundation

/// A conversation that the team joined and in which others answered.
package struct AnsweredConversation: Sendable, Hashable {
  package var id: ConversationID
  package var shortID: String
  /// The title, or what stands for it in lists.
  package var heading: String
  package var community: String
  /// Where the thread is read.
  package var address: Address?
  /// The answers are of after this moment.
  package var since: Date
  /// The latest first; never empty.
  package var answers: [Answer]

  /// What somebody said.
  package struct Answer: Sendable, Hashable {
    /// Nil for deleted and anonymous ones.
    package var author: String?
    package var at: Date
    package var link: Address?
    /// The first words, in one line.
    package var words: String

    package init(author: String?, at: Date, link: Address?, words: String) {
      self.author = author
      self.at = at
      self.link = link
      self.words = words
    }
  }

  package init(
    id: ConversationID, shortID: String, heading: String, community: String, address: Address?,
    since: Date, answers: [Answer]
  ) {
    self.id = id
    self.shortID = shortID
    self.heading = heading
    self.community = community
    self.address = address
    self.since = since
    self.answers = answers
  }

  /// The time of the latest answer.
  package var last: Date { answers.first?.at ?? since }
}

/// The first words of a text in one line, at most `most` characters.
package func firstWords(of text: String, most: Int = 120) -> String {
  let start = text.prefix(most).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  return text.count > most ? "\(start)…" : start
}

/// An answered conversation as JSON listings show it.
package struct AnsweredConversationDocument: Encodable {
  var id: String
  @OrNull var url: String?
  var title: String
  var community: String
  /// The answers are of after this moment.
  var since: Date
  var lastReply: Date
  var answers: [Answer]

  struct Answer: Encodable {
    @OrNull var author: String?
    var published: Date
    @OrNull var url: String?
    var excerpt: String
  }

  package init(_ answered: AnsweredConversation) {
    id = answered.id.text
    url = answered.address?.redacted
    title = answered.heading
    community = answered.community
    since = answered.since
    lastReply = answered.last
    answers = answered.answers.map {
      Answer(author: $0.author, published: $0.at, url: $0.link?.redacted, excerpt: $0.words)
    }
  }
}
