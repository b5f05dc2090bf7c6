internal import Conversations
internal import Foundation

/// What the latest requests of a round came to, for feeds that are led to an address that has been asked
/// already: no URL is asked for twice in a run.
struct RecentAnswers {
  private struct Told {
    let result: FetchOutcome.Result
    let validators: Visit.Validators?
  }

  private var told: [Address: Told] = [:]
  private var bytes = 0

  /// So many bytes of bodies are kept: a hundred feeds of usual size.
  private static let most = 4 << 20

  /// Keeps what came of a request; when there is too much all else is let go.
  mutating func add(
    _ result: FetchOutcome.Result, of address: Address, to validators: Visit.Validators?,
    at now: Date
  ) {
    // What has no body takes memory, too.
    var size = 2048
    var kept = result
    if case .answered(let answer) = result {
      // A large body is not kept; whoever comes to it now has to wait for the next run.
      if answer.slot == nil { size += answer.body.count } else { kept = .waiting(until: now) }
    }
    bytes += size
    if bytes > Self.most { (told, bytes) = ([:], size) }
    told[address] = Told(result: kept.after([]), validators: validators)
  }

  /// What came of the request for an address, and what it was asked with; nil if there was none, or if
  /// that tells a caller nothing.
  func result(
    of address: Address, for callers: [Schedule.Caller]
  ) -> (result: FetchOutcome.Result, validators: Visit.Validators?)? {
    guard let one = told[address] else { return nil }
    if case .answered(let answer) = one.result, answer.status == 304,
      !callers.allSatisfy({ $0.visit.validators == one.validators })
    {
      return nil
    }
    return (one.result, one.validators)
  }
}
