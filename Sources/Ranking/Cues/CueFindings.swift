/// What was found in a text, before one finding is weighed against another.
struct CueFindings {
  var matches: [CueMatch] = []
  /// Whether somebody speaks for themselves, and whether something is shown.
  var hasSpeaker = false
  var isAnnouncement = false
  /// Questions with a mark that stand where somebody asks, in words that none of the lists has.
  var marked: [CueMatch] = []
  /// The number of the sentence that is read, and of those in which somebody speaks.
  var sentence = 0
  var spoken: [Int] = []
  /// Words of trouble, by the number of their sentence.
  var troubles: [(match: CueMatch, sentence: Int)] = []

  /// Those of somebody who speaks for themselves in the same sentence or in one beside it.
  var ownTroubles: [CueMatch] {
    troubles.filter { trouble in
      spoken.contains { abs($0 - trouble.sentence) <= 1 }
    }.map(\.match)
  }
}

extension CueFindings {
  /// What a title and a text tell together, the text being so many words long.
  static func weighed(
    title: CueFindings, body: CueFindings, words: Int
  ) -> (title: [CueMatch], body: [CueMatch]) {
    // In a text that shows something, questions and problems are part of the show.
    if title.isAnnouncement || body.isAnnouncement {
      return (
        title.matches.filter { $0.cue.isDisjoint(with: .asking) },
        Self.telling(body.matches).filter { $0.cue.isDisjoint(with: .asking) }
      )
    }
    let hasSpeaker = body.hasSpeaker || title.hasSpeaker
    var matches = Self.telling(body.matches)
    if hasSpeaker { matches += body.marked }
    // A headline asks what its article answers: somebody must be there who asks.
    var titled = title.matches
    if hasSpeaker || words == 0 || !body.marked.isEmpty {
      titled += title.marked
    }
    // Who sells or hires asks for buyers and for hands.
    if (titled + matches).contains(where: { $0.cue == .advert }) {
      titled.removeAll { !$0.cue.isDisjoint(with: .asking) }
      matches.removeAll { !$0.cue.isDisjoint(with: .asking) }
      return (titled, matches)
    }
    let asks = (titled + matches).contains {
      !$0.cue.isDisjoint(with: [.question, .recommendation])
    }
    let troubles = (
      title: hasSpeaker ? title.troubles.map(\.match) : [], body: body.ownTroubles
    )
    let weight =
      2 * (titled + matches).count { $0.cue == .problem }
      + troubles.title.count + troubles.body.count
    // News tell of others' problems, and in a long story something always goes wrong; it is told for
    // help if help is asked for.
    let isTold = hasSpeaker || asks || words == 0
    if isTold, weight >= (words <= Self.short ? 2 : asks ? 3 : 4) {
      titled += troubles.title
      matches += troubles.body
    } else {
      titled.removeAll { $0.cue == .problem }
      matches.removeAll { $0.cue == .problem }
    }
    return (titled, matches)
  }

  /// So many words are read to the end by everybody.
  private static let short = 120
  /// Without what gives no cue in running text: one phrase of adverts stands in any.
  private static func telling(_ matches: [CueMatch]) -> [CueMatch] {
    guard matches.count(where: { $0.cue == .advert }) == 1 else { return matches }
    return matches.filter { $0.cue != .advert }
  }
}
