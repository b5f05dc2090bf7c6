internal import Conversations
internal import Foundation

/// What an answer says about how soon its host may be asked again.
enum HostLimit {
  /// Until when the answer closes its host, in the server's own words; nil if it names no moment. Of
  /// several moments the last counts.
  static func told(_ answer: Answer, now: Date) -> Date? {
    var moments = spentBudgets(answer.headers, now: now)
    if answer.status == 429 || answer.status == 503 {
      moments += retryAfter(answer.headers, now: now)
    }
    return moments.max()
  }

  /// Whether the answer is a refusal because of a limit: 429, or what Reddit says with a 403.
  static func isLimit(_ answer: Answer, now: Date) -> Bool {
    switch answer.status {
    case 429: true
    case 403, 503: told(answer, now: now) != nil
    default: false
    }
  }

  /// `Retry-After` in seconds or as a date (RFC 9110, 10.2.3).
  private static func retryAfter(_ headers: Headers, now: Date) -> [Date] {
    headers.values("retry-after").flatMap { text -> [Date] in
      if let date = HTTPDate.parse(text) { return [moment(date, headers, now: now)] }
      return text.split(separator: ",").compactMap { Duration(header: $0) }.map { now + $0 }
    }
  }

  /// When each budget is filled again that is spent: `X-Ratelimit-*`, `RateLimit-*` and the
  /// `RateLimit` of the IETF drafts.
  private static func spentBudgets(_ headers: Headers, now: Date) -> [Date] {
    var budgets = ["x-ratelimit-", "ratelimit-", "x-rate-limit-"].map { prefix in
      (
        remaining: headers.values(prefix + "remaining").flatMap(numbers).min(),
        reset: headers.values(prefix + "reset").flatMap(numbers).max()
      )
    }
    for policy in headers.values("ratelimit").flatMap(policies) {
      budgets.append(
        (policy["r"] ?? policy["remaining"], policy["t"] ?? policy["reset"]))
    }
    return budgets.compactMap { budget in
      guard let remaining = budget.remaining, remaining < 1, let reset = budget.reset else {
        return nil
      }
      return moment(reset, headers, now: now)
    }
  }

  /// The policies of a `RateLimit` field: each with its parameters (`"day";r=0;t=30, "hour";r=5;t=9`,
  /// draft 8 and later), or one in all (`limit=10, remaining=0, reset=58`, before).
  private static func policies(_ text: String) -> [[String: Double]] {
    let parts = text.contains(";") ? text.split(separator: ",") : [Substring(text)]
    return parts.map { part in
      var values: [String: Double] = [:]
      for parameter in part.split(whereSeparator: { $0 == ";" || $0 == "," }) {
        let pair = parameter.split(separator: "=")
          .map { $0.trimmingCharacters(in: .whitespaces) }
        if pair.count == 2, let value = numbers(pair[1]).first {
          values[pair[0].lowercased()] = value
        }
      }
      return values
    }
  }

  /// The numbers of a field that stands several times, each without its parameters (`100;w=60`). A
  /// budget may be overdrawn: below zero.
  private static func numbers(_ text: String) -> [Double] {
    text.split(separator: ",").compactMap { part in
      let number = part.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
      let digits = number.hasPrefix("-") ? number.dropFirst() : number[...]
      guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
        let value = Double(number)
      else { return nil }
      return min(max(value, -1e15), 1e15)
    }
  }

  /// Most say in how many seconds; Lobsters and GitHub name the second since 1970, others the
  /// millisecond.
  private static func moment(_ reset: Double, _ headers: Headers, now: Date) -> Date {
    if reset > 100_000_000_000 {
      return moment(Date(timeIntervalSince1970: reset / 1000), headers, now: now)
    }
    if reset > 1_000_000_000 {
      return moment(Date(timeIntervalSince1970: reset), headers, now: now)
    }
    return now.addingTimeInterval(reset)
  }

  /// A moment of the server's clock on ours, which may be wrong: as far from now as it is from the
  /// answer's own `Date`.
  private static func moment(_ date: Date, _ headers: Headers, now: Date) -> Date {
    let told = headers.values("date").first.flatMap(HTTPDate.parse) ?? now
    return now.addingTimeInterval(date.timeIntervalSince(told))
  }
}
