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
  static let aboutWords: [any Signal] = [KeywordSignal(), PartSignal(), RelatedSignal()]

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
  /// The keywords that were found, by how much each tells.
  var matches: [KeywordMatch]

  /// How much the related words tell, and which they are, those that tell most first.
  var related: Double
  var relatedWords: [String]

  /// How much all words tell together, before it is brought to points.
  var strength: Double { matches.reduce(related) { $0 + $1.strength } }

  /// How much the community is trusted: 1 is the same as elsewhere.
  var trust: Double { profile.trust(in: conversation.community)?.factor ?? 1 }

  /// The points of a part of the strength: its share of what all bring together.
  func points(of part: Double) -> Double {
    let strength = strength
    guard strength > 0 else { return 0 }
    return Scoring.points(strength) * part / strength
  }
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
