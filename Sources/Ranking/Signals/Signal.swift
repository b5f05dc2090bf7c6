internal import Conversations
internal import Foundation
internal import Profiles

/// A kind of reason why a conversation is an opportunity.
protocol Signal: Sendable {
  /// The word for it in reasons.
  static var name: String { get }

  /// The reasons of this kind; empty if it has nothing to say.
  func reasons(for subject: Subject) -> [Reason]
}

/// All signals; a new one is a file in this folder and a line here.
enum Signals {
  /// Those about what is said, not where or when; they make the relevance.
  static let aboutWords: [any Signal] = gains + [SkippedSignal()]

  /// Those that can only add.
  static let gains: [any Signal] = [
    KeywordSignal(), PartSignal(), RelatedSignal(), JoinedSignal(),
  ]

  /// Those about somebody whom the profile names; they add up as words do.
  static let mentions: [any Signal] = [UsSignal(), CompetitorSignal()]

  /// Those about everything else, which must not outweigh what is said: `bounded(_:base:)` sees to it.
  static let circumstances: [any Signal] = [
    FreshnessSignal(), QuestionSignal(), RecommendationSignal(), ProblemSignal(),
    UnansweredSignal(), JoinableSignal(), AnsweredSignal(), AdvertSignal(), PinnedSignal(),
  ]

  /// Those about what is said, and where.
  private static let spoken = aboutWords + [CommunitySignal()] + mentions

  /// All reasons that speak for and against a conversation.
  static func reasons(for subject: Subject) -> [Reason] {
    spoken.flatMap { $0.reasons(for: subject) }
      + bounded(circumstances.flatMap { $0.reasons(for: subject) }, base: subject.base)
  }

  /// All that circumstances add is at most this share of what is said.
  private static let mostAdded = 0.25
  /// All that they take is at most this share.
  private static let mostTaken = 0.5
  /// What nothing can be lifted over.
  private static let ceiling = 99.0

  /// Reasons whose points are brought down where they add or take too much: each by the same share, so
  /// that their order stays.
  private static func bounded(_ reasons: [Reason], base: Double) -> [Reason] {
    let added = reasons.reduce(0) { $0 + max(0, $1.points) }
    let taken = reasons.reduce(0) { $0 - min(0, $1.points) }
    let room = max(0, min(base * mostAdded, ceiling - base))
    let limit = base * mostTaken
    guard added > room || taken > limit else { return reasons }
    return reasons.map { reason in
      var reason = reason
      let share = reason.points > 0 ? room / max(added, room) : limit / max(taken, limit)
      // Towards nothing, so that many small ones do not get over the bound by rounding.
      reason.points = (reason.points * share * 10).rounded(.towardZero) / 10
      return reason
    }
  }

  /// Whether a reason is about what is said.
  static func isAboutWords(_ reason: Reason) -> Bool {
    aboutWords.contains { type(of: $0).name == reason.signal }
  }
}

/// A conversation in which something of the profile was found, as the signals see it.
struct Subject {
  var conversation: Conversation
  var profile: Profile
  var now: Date
  /// Whether reasons say why; where only the score is asked for, the words would take longer than all
  /// the rest.
  var explains: Bool
  /// The keywords that were found, by how much each tells.
  var matches: [KeywordMatch]
  /// The learned words that were found.
  var learned: [LearnedWordMatch]
  /// The most that the words of what was skipped may take, from 0 to 1.
  var mostTaken: Double
  /// Who of those that the profile names is spoken of.
  var mentions = Mentions()
  /// What the conversation does, whatever it is about.
  var cues = ConversationCues()
  /// How long people go on answering in its community; nil if that is not known.
  var clock: Clock?
  /// Who of the business answered in it already, as they go by there; nil if nobody did.
  var answered: String?

  /// How much everything tells that speaks for the conversation, before it is brought to points.
  var gains: Double {
    matches.reduce(0) { $0 + $1.strength } + learned.reduce(0) { $0 + $1.related + $1.joined }
  }

  /// How much all words tell together, before it is brought to points.
  var strength: Double {
    gains - min(learned.reduce(0) { $0 + $1.skipped }, gains * mostTaken)
  }

  /// How much the community is trusted: 1 is the same as elsewhere.
  var trust: Double { profile.trust(in: conversation.community)?.factor ?? 1 }

  /// The points of all that is said, in this community: what circumstances are measured by.
  var base: Double { Scoring.points(spoken) }

  /// How much words and mentions tell together, before it is brought to points.
  var spoken: Double { strength * trust + mentions.strength * min(1, trust) }

  /// The points of a part of the gains: its share of what all of them bring together.
  func points(of part: Double) -> Double {
    let gains = gains
    guard gains > 0 else { return 0 }
    return Scoring.points(gains) * part / gains
  }

  /// “crema” and “puck” are typical of `what`: the learned words that tell most by `strength`, a few of
  /// them.
  func typical(of what: String, _ strength: (LearnedWordMatch) -> Double) -> String {
    guard explains else { return "" }
    let telling = learned.filter { strength($0) > 0 }
      .sorted { (strength($0), $1.word.text) > (strength($1), $0.word.text) }
    let words = telling.prefix(Self.mostNamed).map { "“\($0.word.text)”" }
    let last = words.last ?? ""
    let names =
      words.count > 1 ? "\(words.dropLast().joined(separator: ", ")) and \(last)" : last
    return "\(names) \(words.count == 1 ? "is" : "are") typical of \(what)"
  }

  /// More words are no help.
  private static let mostNamed = 4
}

/// A learned word in a conversation.
struct LearnedWordMatch {
  var word: LearnedWord
  /// BM25F of the word itself.
  var strength: Double

  var related: Double { strength * word.related }
  var joined: Double { strength * word.joined }
  var skipped: Double { strength * word.skipped }
}

/// A keyword of the profile, or words of it, in a conversation.
struct KeywordMatch {
  var keyword: Profile.Keyword
  /// BM25F times weight / 3; see `Scoring`.
  var strength: Double
  var inTitle: Int
  var inOpening: Int
  var inReplies: Int
  /// The words of the phrase that stand there.
  var parts: [Part]
  /// The places of the keyword itself; empty if only parts of it were found.
  var hits: [Hit]

  /// A word of a phrase, and how often it stands there, in the phrase and beside it.
  struct Part {
    var text: String
    var count: Int
  }
}
