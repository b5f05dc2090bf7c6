/// What a text does, whatever it is about: it asks, it tells of a problem, it sells something.
package struct Cues: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A question is asked that somebody can answer.
  package static let question = Cues(rawValue: 1 << 0)
  /// A recommendation is sought, or an alternative, or a comparison.
  package static let recommendation = Cues(rawValue: 1 << 1)
  /// Something does not work.
  package static let problem = Cues(rawValue: 1 << 2)
  /// What was asked is answered already.
  package static let solved = Cues(rawValue: 1 << 3)
  /// Something is sold, given away, or somebody is to be hired.
  package static let advert = Cues(rawValue: 1 << 4)
  /// A program wrote it.
  package static let bot = Cues(rawValue: 1 << 5)

  /// Those of somebody who wants an answer.
  package static let asking: Cues = [.question, .recommendation, .problem]
}

/// The cues of a post. They are told once, from its words in its own language, and kept in the index:
/// the words that make them are so common that looking them up would take longer than all the rest.
package struct PostCues: Sendable, Hashable {
  package var title: Cues = []
  package var body: Cues = []

  init(title: Cues = [], body: Cues = []) {
    self.title = title
    self.body = body
  }

  /// Both as one number.
  var packed: UInt16 { UInt16(title.rawValue) | UInt16(body.rawValue) << 8 }

  init(packed: UInt16) {
    title = Cues(rawValue: UInt8(truncatingIfNeeded: packed))
    body = Cues(rawValue: UInt8(truncatingIfNeeded: packed >> 8))
  }
}

/// A place in a text that gives a cue.
struct CueMatch: Hashable {
  var cue: Cues
  /// The words that give it, with a few around them, as bytes of the text.
  var bytes: Range<Int>
  /// Whether the sentence goes on before it, and after it.
  var isCutBefore: Bool
  var isCutAfter: Bool

  /// The place as it is quoted to people: in one line, not too long.
  func quote(from text: String) -> String {
    let utf8 = text.utf8.dropFirst(bytes.lowerBound).prefix(bytes.count)
    let words = String(decoding: utf8, as: UTF8.self).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let short = words.count > Self.longest ? words.prefix(Self.longest) + "…" : words[...]
    return "\(isCutBefore ? "…" : "")\(short)\(isCutAfter && short.count == words.count ? "…" : "")"
  }

  private static let longest = 80
}
