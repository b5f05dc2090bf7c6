package import Conversations
package import Foundation

/// What became of one feed in a round.
package struct FetchOutcome: Sendable {
  /// What was known of the feed before.
  package var visit: Visit
  package var result: Result
  package var at: Date
  /// Until when the host that was asked is closed; nil if it is open.
  package var closure: HostClosure?
  /// Whether the validators of the visit were offered; only then can it be unmodified.
  package var isConditional: Bool

  package enum Result: Sendable {
    /// The server answered, in whatever way.
    case answered(Answer)
    case failed(TransportFailure)
    /// The host is closed until then; nobody was asked, and nothing is wrong.
    case waiting(until: Date)

    /// The same at the end of `hops`, with a body that is taken by itself.
    func after(_ hops: [Answer.Hop]) -> Result {
      guard case .answered(var answer) = self else { return self }
      answer = answer.separate
      answer.hops = hops + answer.hops
      return .answered(answer)
    }
  }

  /// Whether a whole document was sent.
  var hasDocument: Bool {
    if case .answered(let answer) = result { answer.isDocument } else { false }
  }

  package init(
    visit: Visit, result: Result, at: Date, closure: HostClosure? = nil,
    isConditional: Bool = true
  ) {
    self.visit = visit
    self.result = result
    self.at = at
    self.closure = closure
    self.isConditional = isConditional
  }
}

/// What the reader of an answer made of its body.
package enum Verdict: Sendable, Hashable {
  /// It is a feed, which may say how often it wants to be read (hours 0 to 23 GMT, days 1 for
  /// Sunday to 7).
  case feed(interval: Duration? = nil, skipHours: Set<Int> = [], skipDays: Set<Int> = [])
  /// It is the beginning of one: what came is good, but more was on its way.
  case cutFeed
  /// It is none, for this reason.
  case rejected(String)
  /// There was no body to read.
  case unread
}
