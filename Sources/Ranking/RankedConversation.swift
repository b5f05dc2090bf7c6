package import Conversations
package import Profiles

/// A part of a score, in words that people can check.
package struct Reason: Sendable, Hashable {
  /// The kind of reason: `keyword`, `freshness`, `community`…
  package var signal: String
  /// What it adds to the score, or takes away; a multiple of 0.1.
  package var points: Double
  /// Why, without a full stop.
  package var because: String
  /// The line of the profile that it comes from; nil if it comes from none.
  package var profileLine: Int?
  /// The keyword that it comes from, as written: several may share a line. Nil if it comes from none.
  package var keyword: String?

  /// A reason whose points are rounded to tenths.
  package init(
    signal: String, points: Double, because: String, profileLine: Int?, keyword: String? = nil
  ) {
    self.signal = signal
    self.points = (points * 10).rounded() / 10
    self.because = because
    self.profileLine = profileLine
    self.keyword = keyword
  }
}

/// A conversation with its score, which is nothing but the sum of its reasons.
package struct RankedConversation: Sendable, Hashable {
  package var conversation: Conversation
  /// The heaviest first.
  package var reasons: [Reason]
  /// What only the business can say about it.
  package var voices: [Profile.Voice]
  /// The sentences around the best hit, in at most 240 characters; empty if there is no text.
  package var excerpt: String

  package init(
    conversation: Conversation, reasons: [Reason], voices: [Profile.Voice] = [],
    excerpt: String = ""
  ) {
    self.conversation = conversation
    self.reasons = reasons
    self.voices = voices
    self.excerpt = excerpt
  }

  /// From 0 to 100: the sum of the points of all reasons.
  package var score: Double { Self.sum(reasons) }

  /// How well the profile fits, wherever and whenever it was said: the sum of the points of the
  /// reasons about words.
  package var relevance: Double { Self.sum(reasons.lazy.filter(Signals.isAboutWords)) }

  /// Tenths are added as whole numbers; as fractions they would not come out even.
  private static func sum(_ reasons: some Sequence<Reason>) -> Double {
    Double(reasons.reduce(0) { $0 + Int(($1.points * 10).rounded()) }) / 10
  }
}

/// Why a conversation is no opportunity, whatever is said in it.
package enum SetAside: Sendable, Hashable {
  /// Somebody of the business opened it, or it stands on a site of the business.
  case own
  /// Nobody can answer in it any more.
  case closed(Post.Access)
}

/// What a profile makes of a conversation.
package struct Verdict: Sendable, Hashable {
  /// The conversation with its reasons; without any if nothing of the profile stands in it.
  package var ranked: RankedConversation
  /// All that keeps it from being shown, whatever its score, in the order of the profile.
  package var hiddenBy: [Profile.Exclusion]
  /// Why it is no opportunity, however relevant.
  package var setAside: [SetAside] = []

  /// Whether it belongs in a list of relevant conversations: a keyword stands in it, or a name of ours or
  /// of a competitor, or so many words of phrases and others that are telling that it is likely about the
  /// same; and nothing that it must not hold. And somebody can answer, and it is not our own.
  package var isShown: Bool { setAside.isEmpty && isRelevant }

  /// Whether it would be shown if it were an opportunity; such are listed where all are asked for.
  package var isRelevant: Bool {
    mayBeShown && (isNamed || ranked.relevance >= Self.leastWithoutKeyword)
  }

  /// Whether it is left out because only words of phrases stand in it, and they tell too little.
  package var isPartial: Bool { mayBeShown && !isRelevant }

  /// The least relevance, of 100, that brings a conversation without a whole keyword into a list.
  private static let leastWithoutKeyword = 8.0

  /// What has less strength, and no keyword, is not shown; rounding each reason may lift it a little.
  static let leastStrength = Scoring.strength(points: leastWithoutKeyword - 0.5)

  private var mayBeShown: Bool {
    hiddenBy.isEmpty && ranked.score > 0 && (ranked.relevance > 0 || isNamed)
  }

  /// Whether something of the profile itself stands in it as a whole.
  private var isNamed: Bool {
    ranked.reasons.contains {
      [KeywordSignal.name, UsSignal.name, CompetitorSignal.name].contains($0.signal)
    }
  }
}
