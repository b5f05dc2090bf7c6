internal import Conversations

/// The last answers of a round, for feeds that are led to an address that has been asked already: no
/// URL is asked for twice in a run.
struct RecentAnswers {
  private struct Told {
    let answer: Answer
    let validators: Visit.Validators?
  }

  private var answers: [Address: Told] = [:]
  private var order: [Address] = []

  /// So many answers, and bodies of so many bytes: 16 MB at most.
  private static let most = 256
  private static let longest = 64 << 10

  /// Keeps an answer, unless it is large.
  mutating func add(_ answer: Answer, of address: Address, to validators: Visit.Validators?) {
    guard answer.next == nil, answer.body.count <= Self.longest else { return }
    if answers.updateValue(Told(answer: answer.separate, validators: validators), forKey: address)
      == nil
    {
      order.append(address)
    }
    if order.count > Self.most { answers[order.removeFirst()] = nil }
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
