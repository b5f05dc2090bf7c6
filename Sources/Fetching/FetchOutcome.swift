package import Conversations
package import Foundation

/// What became of one feed in a round.
package struct FetchOutcome: Sendable {
  /// What was known of the feed before.
  package var visit: Visit
  package var result: Result
  package var at: Date
  /// The host whose closure is told below; empty if nobody could be asked.
  package var host: String
  /// What is now known of that host: to be stored, or forgotten if nil.
  package var closure: HostClosure?
  /// Whether the validators of the visit were offered; only then can it be unmodified.
  package var isConditional: Bool

  package enum Result: Sendable {
    /// The server answered, in whatever way.
    case answered(Answer)
    case failed(TransportFailure)
    /// The host is closed until then; nobody was asked, and nothing is wrong.
    case waiting(until: Date)

    /// The same with a body that is taken by itself.
    var separate: Result {
      if case .answered(let answer) = self { .answered(answer.separate) } else { self }
    }
  }

  /// Whether a whole document was sent.
  var hasDocument: Bool {
    if case .answered(let answer) = result { answer.isDocument } else { false }
  }

  package init(
    visit: Visit, result: Result, at: Date, host: String = "", closure: HostClosure? = nil,
    isConditional: Bool = true
  ) {
    self.visit = visit
    self.result = result
    self.at = at
    self.host = host
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
