package import Foundation

extension Duration {
  /// The length in seconds, for arithmetic with `Date`.
  package var inSeconds: TimeInterval {
    TimeInterval(components.seconds) + TimeInterval(components.attoseconds) / 1e18
  }

  /// The seconds that a header tells, in digits with at most one dot; anything else is nil.
  ///
  /// Reddit writes `58.0`, and a `max-age` of sixteen years was seen: what is longer than a century
  /// counts as a century, so that no arithmetic overflows.
  init?(header text: some StringProtocol) {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }),
      let seconds = Double(text)
    else { return nil }
    self = .seconds(min(seconds, 3_155_760_000))
  }

  static let day = Duration.seconds(86_400)
  static let hour = Duration.seconds(3600)
  static let minute = Duration.seconds(60)
}

extension Date {
  static func + (date: Date, duration: Duration) -> Date {
    date.addingTimeInterval(duration.inSeconds)
  }

  /// The first whole second that is not before: whole seconds are stored, and a moment that was cut
  /// short would let a host be asked before it opens.
  var wholeSecond: Date {
    Date(timeIntervalSinceReferenceDate: timeIntervalSinceReferenceDate.rounded(.up))
  }
}
