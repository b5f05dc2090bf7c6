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
  static let all: [any Signal] = aboutWords + [CommunitySignal(), FreshnessSignal()]

  /// Those about what is said, not where or when; they make the relevance.
  static let aboutWords: [any Signal] = gains + [SkippedSignal()]

  /// Those that can only add.
  static let gains: [any Signal] = [
    KeywordSignal(), PartSignal(), RelatedSignal(), JoinedSignal(),
  ]

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
