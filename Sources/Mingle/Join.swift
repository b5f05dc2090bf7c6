package import Conversations
package import Foundation

/// Somebody of the team taking part in a conversation.
package struct Join: Sendable, Hashable {
  package var conversation: ConversationID
  /// The room that the conversation stands in.
  package var community: String
  /// Who it was; empty if nobody said.
  package var person: String
  /// As what; nil if nobody said.
  package var contribution: Contribution?
  package var at: Date
  /// How many times somebody else answered there since; nil where nobody can tell.
  package var answers: Int?

  package init(
    conversation: ConversationID, community: String, person: String,
    contribution: Contribution?, at: Date, answers: Int? = nil
  ) {
    self.conversation = conversation
    self.community = community
    self.person = person
    self.contribution = contribution
    self.at = at
    self.answers = answers
  }
}

extension Join {
  /// The joins that acts tell of, without their rooms and answers; the acts are all those that stand,
  /// in the order of their numbers.
  ///
  /// A person joins a conversation once as each thing: who joins it again has read the answers. Where
  /// somebody said as what, a join of theirs that says nothing adds nothing. What is reopened was not
  /// joined.
  package static func all(of acts: [Act]) -> [Join] {
    var joins: [ConversationID: [Join]] = [:]
    for act in acts {
      switch act.kind {
      case .reopened: joins[act.conversation] = nil
      case .joined(let contribution):
        let join = Join(
          conversation: act.conversation, community: "", person: act.person,
          contribution: contribution, at: act.at)
        joins[act.conversation, default: []].add(join)
      default: break
      }
    }
    return joins.values.flatMap { $0 }.sorted { left, right in
      left.at != right.at ? left.at < right.at : left.conversation < right.conversation
    }
  }
}

extension [Join] {
  fileprivate mutating func add(_ join: Join) {
    let own = indices.filter { self[$0].person.isSamePerson(as: join.person) }
    if own.contains(where: { self[$0].contribution == join.contribution }) { return }
    if join.contribution == nil, !own.isEmpty { return }
    if let unsaid = own.first(where: { self[$0].contribution == nil }) {
      self[unsaid].contribution = join.contribution
    } else {
      append(join)
    }
  }
}

/// Joins counted together: those of a room, of a person, or all.
package struct Tally: Sendable, Hashable {
  package var joins = 0
  /// How many of them as what.
  package var said: [Contribution: Int] = [:]
  /// How many of which nobody said as what.
  package var unsaid = 0
  /// The conversations joined: those in which somebody else answered afterwards, those in which nobody
  /// did yet, and those of which nobody can tell.
  package var answered = 0
  package var unanswered = 0
  package var untold = 0
  /// How many times somebody else answered in them.
  package var answers = 0

  /// Counts joins.
  package init(_ joins: [Join]) {
    self.joins = joins.count
    for join in joins {
      if let contribution = join.contribution {
        said[contribution, default: 0] += 1
      } else {
        unsaid += 1
      }
    }
    for joins in Dictionary(grouping: joins, by: \.conversation).values {
      // Since the first of them there are the most answers.
      guard let most = joins.compactMap(\.answers).max() else {
        untold += 1
        continue
      }
      answers += most
      if most > 0 { answered += 1 } else { unanswered += 1 }
    }
  }

  package var conversations: Int { answered + unanswered + untold }

  /// The part of the joined conversations that were answered, of those that can be told; nil if none.
  package var answerRate: Double? {
    let told = answered + unanswered
    return told > 0 ? Double(answered) / Double(told) : nil
  }
}

extension Tally {
  /// How often people may speak of themselves: the old rule of thumb of forums, one time in ten.
  package static let mostMentions = 0.1
  /// A share of fewer joins, or of a single mention, means nothing.
  private static let enoughJoins = 5
  private static let enoughMentions = 2

  package var mentions: Int { said[.mentionedUs] ?? 0 }

  /// The part of the joins in which somebody spoke of the business, from 0 to 1.
  package var mentionShare: Double { joins > 0 ? Double(mentions) / Double(joins) : 0 }

  /// How many joins without a word about the business would bring the share back to one in ten; nil
  /// where it is not above, or where there are too few joins to mean something.
  package var balancingJoins: Int? {
    guard joins >= Self.enoughJoins, mentions >= Self.enoughMentions,
      mentionShare > Self.mostMentions
    else { return nil }
    return mentions * 10 - joins
  }
}
