internal import Conversations
internal import Foundation

/// What an answer says about how soon its host may be asked again.
enum HostLimit {
  /// Until when the answer closes its host, in the server's own words; nil if it names no moment.
  static func told(_ answer: Answer, now: Date) -> Date? {
    if answer.status == 429 || answer.status == 503, let after = retryAfter(answer, now: now) {
      return after
    }
    return exhausted(answer, now: now)
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
  private static func retryAfter(_ answer: Answer, now: Date) -> Date? {
    guard let text = answer.headers.text("retry-after") else { return nil }
    if let wait = Duration(header: text) { return now + wait }
    guard let date = HTTPDate.parse(text) else { return nil }
    // Measured from the server's own clock, for ours may be wrong.
    let told = answer.headers.text("date").flatMap(HTTPDate.parse) ?? now
    return now.addingTimeInterval(date.timeIntervalSince(told))
  }

  /// When a spent budget is filled again: `X-Ratelimit-*`, `RateLimit-*` and the structured
  /// `RateLimit: "default";r=0;t=30` of the IETF draft.
  private static func exhausted(_ answer: Answer, now: Date) -> Date? {
    for prefix in ["x-ratelimit-", "ratelimit-", "x-rate-limit-"] {
      guard let remaining = answer.headers.text(prefix + "remaining").flatMap(number),
        remaining < 1, let reset = answer.headers.text(prefix + "reset").flatMap(number)
      else { continue }
      return moment(reset, now)
    }
    guard let policy = answer.headers.text("ratelimit") else { return nil }
    var values: [String: Double] = [:]
    for part in policy.split(whereSeparator: { $0 == ";" || $0 == "," }) {
      let pair = part.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
      if pair.count == 2, let value = number(pair[1]) { values[pair[0].lowercased()] = value }
    }
    guard let remaining = values["r"] ?? values["remaining"], remaining < 1,
      let reset = values["t"] ?? values["reset"]
    else { return nil }
    return moment(reset, now)
  }

  /// The first number of a header that may carry more (`100, 100;w=60`).
  private static func number(_ text: String) -> Double? {
    text.split(separator: ",").first.flatMap { Duration(header: $0) }?.inSeconds
  }

  /// Most say in how many seconds; Lobsters and GitHub name the second since 1970.
  private static func moment(_ reset: Double, _ now: Date) -> Date {
    reset > 1_000_000_000
      ? Date(timeIntervalSince1970: reset) : now.addingTimeInterval(reset)
  }
}
