internal import Conversations

/// The latest answers of a round, for feeds that are led to an address that has been asked already: no
/// URL is asked for twice in a run.
struct RecentAnswers {
  private struct Told {
    let answer: Answer
    let validators: Visit.Validators?
  }

  private var answers: [Address: Told] = [:]
  private var bytes = 0

  /// So many bytes of bodies are kept: a hundred feeds of usual size.
  private static let most = 4 << 20

  /// Keeps an answer, if it is not large; when there are too many all others are let go.
  mutating func add(_ answer: Answer, of address: Address, to validators: Visit.Validators?) {
    guard answer.slot == nil else { return }
    // An answer without a body takes memory, too.
    bytes += answer.body.count + 2048
    if bytes > Self.most { (answers, bytes) = ([:], answer.body.count + 2048) }
    answers[address] = Told(answer: answer.separate, validators: validators)
  }

  /// What was answered at an address, and what it was asked with; nil if that tells a caller nothing.
  func answer(
    of address: Address, for callers: [Schedule.Caller]
  ) -> (answer: Answer, validators: Visit.Validators?)? {
    guard let told = answers[address],
      told.answer.status != 304
        || callers.allSatisfy({ $0.visit.validators == told.validators })
    else { return nil }
    return (told.answer, told.validators)
  }
}
