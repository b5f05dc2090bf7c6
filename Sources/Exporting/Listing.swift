package import Conversations
package import Foundation
package import Ranking

/// Ranked conversations as a team looks at them: today's, or its shortlist.
package struct Listing: Sendable {
  /// When it was made.
  package var made: Date
  package var window: TimeWindow
  /// The business that the conversations were ranked for; may be empty.
  package var business: String
  package var profile: ProfileReference
  /// The best first.
  package var conversations: [ListedConversation]
  /// How many conversations the window held, relevant or not.
  package var considered: Int
  /// How many of them were relevant, listed or not.
  package var relevant: Int
  /// The joined conversations in which others answered, the latest answer first.
  package var answered: [AnsweredConversation]

  /// Of which communities rows stand further down than their score alone would have them.
  package var waiting: [Waiting] = []

  /// How many rows of a community gave way to nearly as good ones of others.
  package struct Waiting: Sendable, Hashable {
    package var community: String
    package var count: Int

    package init(community: String, count: Int) {
      self.community = community
      self.count = count
    }
  }

  /// The profile that was used, by name and content.
  package struct ProfileReference: Sendable, Hashable {
    package var path: String
    package var fingerprint: String

    package init(path: String, fingerprint: String) {
      self.path = path
      self.fingerprint = fingerprint
    }
  }

  package init(
    made: Date, window: TimeWindow, business: String, profile: ProfileReference,
    conversations: [ListedConversation], considered: Int, relevant: Int,
    answered: [AnsweredConversation] = []
  ) {
    self.made = made
    self.window = window
    self.business = business
    self.profile = profile
    self.conversations = conversations
    self.considered = considered
    self.relevant = relevant
    self.answered = answered
  }
}

/// A conversation of a listing.
package struct ListedConversation: Sendable {
  package var ranked: RankedConversation
  /// The start of the conversation's id that no other conversation shares.
  package var shortID: String
  /// What it was decided to be; `snoozed` while it is away.
  package var state: ConversationState
  /// The snooze that it is under, or came back from.
  package var snooze: LedgerStanding.Snooze?
  /// Who will answer.
  package var claim: LedgerStanding.Claim?
  /// The same start of the id of each conversation that it also runs as, in their order.
  package var alsoShort: [String]

  package init(
    ranked: RankedConversation, shortID: String, state: ConversationState,
    snooze: LedgerStanding.Snooze? = nil, claim: LedgerStanding.Claim? = nil,
    alsoShort: [String] = []
  ) {
    self.ranked = ranked
    self.shortID = shortID
    self.state = state
    self.snooze = snooze
    self.claim = claim
    self.alsoShort = alsoShort
  }

  /// Where else it runs, with the starts of the ids.
  package var alsoAt: [(place: Conversation.Place, shortID: String)] {
    Array(zip(conversation.alsoAt, alsoShort))
  }

  package var conversation: Conversation { ranked.conversation }

  /// What it is called in a list.
  package var heading: String { conversation.heading }
}

extension Conversation {
  /// The title, or the first words where there is none (Mastodon, Bluesky).
  package var heading: String {
    if !title.isEmpty { return title }
    let text = posts.lazy.map(\.text).first { !$0.isEmpty } ?? ""
    let start = text.prefix(80).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if start.isEmpty { return address?.redacted ?? id.text }
    return text.count > 80 ? "\(start)…" : start
  }
}
