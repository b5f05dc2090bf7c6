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

  package init(
    ranked: RankedConversation, shortID: String, state: ConversationState,
    snooze: LedgerStanding.Snooze? = nil, claim: LedgerStanding.Claim? = nil
  ) {
    self.ranked = ranked
    self.shortID = shortID
    self.state = state
    self.snooze = snooze
    self.claim = claim
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
    if start.isEmpty { return address?.text ?? id.text }
    return text.count > 80 ? "\(start)…" : start
  }
}
