internal import Foundation

/// The dates of HTTP headers (RFC 9110, 5.6.7): IMF-fixdate, RFC 850 and asctime.
enum HTTPDate {
  /// Reads a date in any of the three forms; the zone is GMT, whatever is written.
  ///
  /// A zone in digits is taken off: Python's `formatdate()` writes "-0000".
  static func parse(_ text: String) -> Date? {
    var text = text[...]
    if let zone = text.split(separator: " ").last, zone.utf8.count == 5,
      zone.hasPrefix("+") || zone.hasPrefix("-"), Int(zone.dropFirst()) == 0
    {
      text = text[..<zone.startIndex]
    }
    var numbers: [Int] = []
    var month: Int?
    var time: [Int]?
    for part in text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" }) {
      if part.contains(":") {
        time = part.split(separator: ":").compactMap { Int($0) }
      } else if let number = Int(part) {
        numbers.append(number)
      } else if month == nil {
        month = months.firstIndex(of: part.prefix(3).lowercased()).map { $0 + 1 }
      }
    }
    // All three forms have the day before the year; RFC 850 has two digits of it.
    guard let month, let time, time.count == 3, numbers.count == 2,
      (1...31).contains(numbers[0]), (0...9999).contains(numbers[1]),
      (0...23).contains(time[0]), (0...59).contains(time[1]), (0...60).contains(time[2])
    else { return nil }
    let year =
      numbers[1] < 70 ? numbers[1] + 2000 : numbers[1] < 100 ? numbers[1] + 1900 : numbers[1]
    let days = days(year: year, month: month, day: numbers[0])
    return Date(
      timeIntervalSince1970: Double(days * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]))
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The days from 1970-01-01 to a day of the Gregorian calendar (Hinnant, "chrono-compatible
  /// low-level date algorithms").
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
