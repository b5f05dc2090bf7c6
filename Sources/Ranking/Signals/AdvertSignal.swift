internal import Conversations
internal import Profiles

/// Something is sold, given away or advertised, or a program wrote it.
struct AdvertSignal: Signal {
  static let name = "advert"

  private static let inTitle = 12.0
  private static let inText = 8.0

  /// Programs that post in many places, by their plain names.
  private static let bots: Set<String> = [
    "automoderator", "remindmebot", "sneakpeekbot", "repostsleuthbot", "discobot", "system",
  ]

  /// How programs end their names. “Talbot” and “abbot” are people.
  private static let botEnds = ["_bot", "-bot", "@botsin.space"]

  /// Whether a program goes by a name, by the look of it.
  private static func isBot(_ author: String) -> Bool {
    bots.contains(author.plainName) || botEnds.contains(where: author.hasSuffix)
      || author.hasSuffix("Bot") && author.dropLast(3).last?.isLowercase == true
  }

  func reasons(for subject: Subject) -> [Reason] {
    let cues = subject.cues
    let author = subject.conversation.opening?.author
    let isBot = cues.all.contains(.bot) || author.map(Self.isBot) ?? false
    guard isBot || cues.all.contains(.advert) else { return [] }
    let isInTitle = isBot || cues.title.contains(.advert)
    return [
      Reason(
        signal: Self.name, points: -(isInTitle ? Self.inTitle : Self.inText),
        because: subject.explains ? Self.because(cues, isBot: isBot) : "", profileLine: nil)
    ]
  }

  private static func because(_ cues: ConversationCues, isBot: Bool) -> String {
    isBot
      ? cues.quoting(.bot, after: "a program wrote it")
      : cues.quoting(.advert, after: "reads like an advert")
  }
}
