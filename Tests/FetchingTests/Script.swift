import Conversations
import Fetching
import Foundation

/// The feed that the tests of politeness visit, and the time at which they begin: a Monday, noon.
let feedURL = "https://beans.example/feed"
let noon = Date(timeIntervalSince1970: 1_700_481_600)

func address(_ text: String) -> Address {
  guard let address = Address(text) else { preconditionFailure("\(text) is no address") }
  return address
}

/// An answer of the feed.
func answer(
  _ status: Int, _ headers: KeyValuePairs<String, String> = [:], from text: String = feedURL,
  hops: [(Int, String, String)] = []
) -> Answer {
  Answer(
    address: address(text), status: status, headers: Headers(headers),
    hops: hops.map { Answer.Hop(from: address($0.1), status: $0.0, to: address($0.2)) })
}

/// A feed's story: answers and failures one after another, each at its time.
struct Story {
  var politeness = Politeness()
  var visit = Visit(feed: feedURL)
  var closures: [String: HostClosure] = [:]
  var now = noon

  /// A visit that is answered; the host's closure is kept as a store would.
  mutating func meet(_ answer: Answer, _ verdict: Verdict = .unread) {
    let host = answer.address.limitedHost
    closures[host] = politeness.closure(host, answer, previous: closures[host], now: now)
    visit = politeness.settle(
      FetchOutcome(
        visit: visit, result: .answered(answer), at: now, closure: closures[host]),
      verdict)
  }

  /// A visit that ends without an answer.
  mutating func fail(_ failure: TransportFailure = .connectionRefused("beans.example")) {
    visit = politeness.settle(FetchOutcome(visit: visit, result: .failed(failure), at: now))
  }

  mutating func pass(_ seconds: TimeInterval) { now += seconds }

  /// In how many seconds the feed is due.
  var wait: TimeInterval? { visit.nextDue?.timeIntervalSince(now) }

  var etag: String? { visit.validators?.etag.map { String(decoding: $0, as: UTF8.self) } }
  var lastModified: String? {
    visit.validators?.lastModified.map { String(decoding: $0, as: UTF8.self) }
  }
}

let minute: TimeInterval = 60
let hour: TimeInterval = 3600
let day: TimeInterval = 86_400
