package import Foundation

/// The moment that a date in a feed means; nil if no reading makes sense.
///
/// Everything that feeds write is read: RFC 822 and 2822 with their two-digit years, missing or
/// invented weekdays, zones by name and months in other languages; RFC 3339, ISO 8601 and W3C dates;
/// `asctime`; seconds since 1970 and what is smaller. A date without a zone is in UTC.
package func parseDate(_ text: String) -> Date? {
  var text = text
  return text.withUTF8 { parseDate($0) }
}

/// The same, of a date as it stands in the document.
func parseDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Date? {
  guard bytes.count <= 128 else { return nil }
  var scanner = DateScanner(bytes)
  return scanner.iso() ?? scanner.words()
}

/// The parts of a date as far as they were told.
struct DateParts {
  var year = 0
  var month = 1
  var day = 1
  var hour = 0
  var minute = 0
  var second = 0
  var fraction = 0.0
  /// Minutes east of Greenwich.
  var zone = 0

  /// The moment; nil if a part is out of range. Days beyond the end of a month run on, as people
  /// who count them by hand mean it.
  var date: Date? {
    // .NET writes the year 1 for "no date".
    guard (1900...2999).contains(year), (1...12).contains(month), (1...31).contains(day),
      (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      abs(zone) <= 18 * 60
    else { return nil }
    let seconds =
      days * 86_400 + hour * 3600 + minute * 60 + min(second, 59) - zone * 60
    return Date(timeIntervalSince1970: Double(seconds) + fraction)
  }

  /// Days since 1970 of the proleptic Gregorian calendar (Hinnant, "chrono-compatible low-level date
  /// algorithms").
  private var days: Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Days from the first of January to a day of a week (ISO 8601); the first week is the one with
  /// the fourth of January in it. Nil for weeks and days that are none.
  static func days(toWeek week: Int, day: Int, of year: Int) -> Int? {
    guard (1...53).contains(week), (1...7).contains(day), (1900...2999).contains(year) else {
      return nil
    }
    let january = DateParts(year: year).days
    // The first of January 1970 was a Thursday; Monday is 0 here.
    let weekday = ((january + 3) % 7 + 7) % 7
    let monday = weekday <= 3 ? -weekday : 7 - weekday
    return monday + (week - 1) * 7 + day - 1
  }

  /// The year 3000: nothing that is meant as a date comes later.
  static let end = Date(timeIntervalSince1970: 32_503_680_000)

  /// A year of two digits means the one within 1970 to 2069.
  static func fullYear(_ year: Int, digits: Int) -> Int {
    digits > 2 ? year : year < 70 ? year + 2000 : year + 1900
  }
}
