/// The phrases of a language that give cues, one a line.
///
/// A line is some words side by side in one sentence, in small letters, accents or not:
///
///     look~            any form of “look”
///     is|are           one of these words
///     _2               up to two other words stand between
///     [hiring]         in brackets
///     ^                at its start: the sentence begins here
///     $                at its end: the sentence ends here
///     ?                at its end: the sentence ends with a question mark, now or later
///     not              at its start: whatever overlaps it is no cue of the list
struct CueList: Sendable {
  /// The Snowball name of the language.
  var language: String
  /// Questions, with or without a mark.
  var question = ""
  /// Sentences with a mark that ask nobody anything.
  var rhetorical = ""
  /// Words of people who speak for themselves: who asks is among them, a magazine is not.
  var speaker = ""
  /// What opens a text that shows something: questions in it are part of the show.
  var announcement = ""
  var recommendation = ""
  var problem = ""
  /// Words of trouble that stand in any text: two of them tell of a problem, beside who speaks for
  /// themselves. What is no problem is no trouble.
  var trouble = ""
  var solved = ""
  var advert = ""
  var bot = ""

  /// The languages; a new one is a file in this folder and a line here.
  static let all: [CueList] = [.english, .german, .dutch, .french, .spanish]
}
