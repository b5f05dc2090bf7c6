package import Conversations
package import Exporting
package import Foundation
package import Profiles
package import Storage

/// A conversation that the team joined, with what others said in it since.
package struct JoinedConversation: Sendable {
  package var id: ConversationID
  /// What the team did about it, as recorded.
  package var acts: [Act]
  /// When it was first joined.
  package var joined: Date
  /// What others said after that, the oldest first.
  package var answers: [Said]
  /// When the team last did or said something there: whoever did has read what stood there.
  package var read: Date

  /// What others said since.
  package var unread: [Said] { answers.filter { $0.at > read } }
}

/// Whose joined conversations are looked at, and how much of them.
package struct RepliesRequest: Sendable {
  package var window: TimeWindow
  /// Only what this person joined; nil for everybody's.
  package var person: String?
  /// Whether replies are told that somebody of the team has read or answered.
  package var includesRead: Bool

  package init(window: TimeWindow, person: String? = nil, includesRead: Bool = false) {
    self.window = window
    self.person = person
    self.includesRead = includesRead
  }
}

extension OpenWorkspace {
  /// The conversations that are joined, as they stood at a moment, with the replies of others: posts
  /// of `us` are nobody's answer, and show that the team has read what came before.
  ///
  /// With a `person` only what they joined and did themselves counts.
  package func joinedConversations(
    until moment: Date, us: Profile.Us, person: String? = nil
  ) async throws -> [JoinedConversation] {
    let ledger = try await store.joined()
    let replies = try await store.replies(in: ledger.keys, until: moment)
    return ledger.compactMap { id, all -> JoinedConversation? in
      let acts = all.filter { act in
        act.at <= moment && person.map { act.person.isSamePerson(as: $0) } ?? true
      }
      guard let joined = acts.filter(\.kind.isJoin).map(\.at).min() else { return nil }
      let said = replies[id] ?? []
      let own = said.filter { us.isAuthor(of: $0.post) }.map(\.at)
      return JoinedConversation(
        id: id, acts: acts, joined: joined,
        answers: said.filter { $0.at > joined && !us.isAuthor(of: $0.post) },
        read: (acts.map(\.at) + own).max() ?? joined)
    }.sorted { $0.id < $1.id }
  }

  /// The joined conversations in which others answered within a window, the latest answer first.
  package func replies(
    _ request: RepliesRequest, us: Profile.Us
  ) async throws -> [AnsweredConversation] {
    let window = request.window
    var answered: [AnsweredConversation] = []
    for joined in try await joinedConversations(
      until: window.until, us: us, person: request.person)
    {
      let replies = (request.includesRead ? joined.answers : joined.unread)
        .filter { $0.at >= window.since }
      guard !replies.isEmpty,
        let stored = try await store.conversations(.named(joined.id.text)).first
      else { continue }
      let conversation = stored.conversation
      answered.append(
        AnsweredConversation(
          id: joined.id, shortID: "", heading: conversation.heading,
          community: conversation.community, address: conversation.address,
          since: request.includesRead ? joined.joined : joined.read,
          answers: replies.reversed().map { reply in
            AnsweredConversation.Answer(
              author: reply.post.author, at: reply.at, link: reply.post.link,
              words: firstWords(of: reply.post.text))
          }))
    }
    let short = try await store.shortIDs(of: answered.map(\.id))
    for number in answered.indices {
      answered[number].shortID = short[answered[number].id] ?? answered[number].id.text
    }
    return answered.sorted { ($0.last, $1.id) > ($1.last, $0.id) }
  }
}

extension Act.Kind {
  var isJoin: Bool { if case .joined = self { true } else { false } }
}

extension Profile.Us {
  /// Whether a post was written by the business itself; `u/` and `@` before a name do not matter.
  package func isAuthor(of post: Post) -> Bool {
    guard let author = post.author?.plainName else { return false }
    return authors.contains { $0.plainName == author }
  }
}
