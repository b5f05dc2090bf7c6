internal import Foundation

/// Reads dates from bytes, in two ways: by the places of ISO 8601, and word by word.
struct DateScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    at = start
    self.end = end
  }

  func byte(_ offset: Int = 0) -> UInt8 { at + offset < end ? bytes[at + offset] : 0 }

  func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// The digits from here, at most `most`; nil if there are fewer than `least`.
  mutating func digits(_ least: Int, _ most: Int) -> Int? {
    var (count, value) = (0, 0)
    while count < most, isDigit(byte(count)) {
      value = value * 10 + Int(byte(count) - 0x30)
      count += 1
    }
    guard count >= least else { return nil }
    at += count
    return value
  }

  var digitsAhead: Int {
    var count = 0
    while count < 20, isDigit(byte(count)) { count += 1 }
    return count
  }

  // MARK: ISO 8601, RFC 3339, W3C dates and seconds since 1970

  mutating func iso() -> Date? {
    let start = at
    if let date = isoDate() { return date }
    at = start
    return nil
  }

  private mutating func isoDate() -> Date? {
    var parts = DateParts()
    let count = digitsAhead
    switch count {
    case 4:
      parts.year = digits(4, 4) ?? 0
      if at == end { return parts.date }
      if let week = week() {
        guard let days = DateParts.days(toWeek: week.number, day: week.day, of: parts.year) else {
          return nil
        }
        return isoTime(&parts)?.addingTimeInterval(Double(days) * 86_400)
      }
      guard byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "/") else { return nil }
      let mark = byte()
      at += 1
      if digitsAhead == 3, mark == UInt8(ascii: "-"), at + 3 == end || !isDigit(byte(3)) {
        // A day of the year: the days of a month run on.
        guard let day = digits(3, 3), (1...366).contains(day) else { return nil }
        return isoTime(&parts)?.addingTimeInterval(Double(day - 1) * 86_400)
      }
      guard let month = digits(1, 2) else { return nil }
      parts.month = month
      if byte() == mark {
        at += 1
        guard let day = digits(1, 2) else { return nil }
        parts.day = day
      }
    case 8, 14:
      (parts.year, parts.month, parts.day) = (
        digits(4, 4) ?? 0, digits(2, 2) ?? 0, digits(2, 2) ?? 0
      )
    case 6:
      parts.year = DateParts.fullYear(digits(2, 2) ?? 0, digits: 2)
      (parts.month, parts.day) = (digits(2, 2) ?? 0, digits(2, 2) ?? 0)
    case 7 where byte(7) == 0 || byte(7) | 0x20 == UInt8(ascii: "t"):
      // The year and the day in it.
      parts.year = digits(4, 4) ?? 0
      guard let day = digits(3, 3), (1...366).contains(day) else { return nil }
      return isoTime(&parts)?.addingTimeInterval(Double(day - 1) * 86_400)
    case 9...19: return sinceEpoch(count)
    default: return nil
    }
    return isoTime(&parts)
  }

  /// Seconds since 1970 with or without decimals, or milliseconds, microseconds or nanoseconds.
  private mutating func sinceEpoch(_ count: Int) -> Date? {
    // A nine and eighteen more digits are beyond 64 bits.
    guard count < 19 || byte() < UInt8(ascii: "9"), let whole = digits(9, 19) else { return nil }
    let scale = count < 12 ? 1 : count < 15 ? 1e3 : count < 18 ? 1e6 : 1e9
    if count < 12, byte() == UInt8(ascii: ".") {
      at += 1
      while isDigit(byte()) { at += 1 }
    }
    let date = Date(timeIntervalSince1970: Double(whole) / scale)
    return at == end && date < DateParts.end ? date : nil
  }

  /// `-W28-4`, `W284` or `-W28`; the first day of a week is Monday.
  private mutating func week() -> (number: Int, day: Int)? {
    let start = at
    if byte() == UInt8(ascii: "-") { at += 1 }
    if byte() | 0x20 == UInt8(ascii: "w") {
      at += 1
      if let number = digits(2, 2) {
        if byte() == UInt8(ascii: "-"), isDigit(byte(1)) { at += 1 }
        return (number, digits(1, 1) ?? 1)
      }
    }
    at = start
    return nil
  }

  private mutating func isoTime(_ parts: inout DateParts) -> Date? {
    if at == end { return parts.date }
    while byte() == 0x20 || byte() | 0x20 == UInt8(ascii: "t") { at += 1 }
    guard isDigit(byte()) else {
      parts.zone = zone() ?? 0
      return at == end ? parts.date : nil
    }
    guard let hour = digits(1, 2) else { return nil }
    parts.hour = hour
    if byte() == UInt8(ascii: ":") { at += 1 }
    parts.minute = digits(2, 2) ?? 0
    if byte() == UInt8(ascii: ":") {
      at += 1
      parts.second = digits(1, 2) ?? 0
    } else if isDigit(byte()) {
      parts.second = digits(2, 2) ?? 0
    }
    if byte() == UInt8(ascii: ".") || byte() == UInt8(ascii: ",") || byte() == UInt8(ascii: ":") {
      at += 1
      var scale = 0.1
      while isDigit(byte()) {
        parts.fraction += Double(byte() - 0x30) * scale
        scale /= 10
        at += 1
      }
    }
    while byte() == 0x20 { at += 1 }
    if at < end, let half = halfOfDay() {
      parts.hour = parts.hour % 12 + half
      while byte() == 0x20 { at += 1 }
    }
    if at < end {
      guard let zone = zone() else { return nil }
      parts.zone = zone
    }
    return parts.date
  }

  /// 0 for AM, 12 for PM.
  mutating func halfOfDay() -> Int? {
    let first = byte() | 0x20
    guard first == UInt8(ascii: "a") || first == UInt8(ascii: "p") else { return nil }
    // "p.m." and the Spanish "p. m.", too.
    var length = 1
    while byte(length) == UInt8(ascii: ".") || byte(length) == 0x20 && byte(1) == 0x2E {
      length += 1
    }
    guard byte(length) | 0x20 == UInt8(ascii: "m") else { return nil }
    length += 1
    guard (byte(length) | 0x20) &- UInt8(ascii: "a") >= 26 else { return nil }
    if length > 2, byte(length) == UInt8(ascii: ".") { length += 1 }
    at += length
    return first == UInt8(ascii: "p") ? 12 : 0
  }

  // MARK: Zones

  /// Minutes east of Greenwich: `Z`, `+01:00`, `-0800`, `GMT+2`, a name, or a name in brackets.
  private mutating func zone() -> Int? {
    if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { return offset() }
    if byte() | 0x20 == UInt8(ascii: "z"), at + 1 == end {
      at += 1
      return 0
    }
    guard let word = word() else { return nil }
    if let minutes = DateNames.zones[word] {
      let isPlain = minutes == 0
      if isPlain, byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-"), let offset = offset()
      {
        return offset
      }
      return minutes
    }
    return nil
  }

  mutating func offset() -> Int? {
    let sign = byte() == UInt8(ascii: "-") ? -1 : 1
    at += 1
    switch digitsAhead {
    case 1, 2:
      guard let hours = digits(1, 2) else { return nil }
      guard byte() == UInt8(ascii: ":") else { return sign * hours * 60 }
      at += 1
      return digits(2, 2).map { sign * (hours * 60 + $0) }
    case 3: return digits(1, 1).flatMap { hours in digits(2, 2).map { sign * (hours * 60 + $0) } }
    case 4: return digits(2, 2).flatMap { hours in digits(2, 2).map { sign * (hours * 60 + $0) } }
    default: return nil
    }
  }

  /// A word in lower case; letters beyond ASCII count, and so do `/` and `_` of "Etc/GMT".
  mutating func word() -> String? {
    let start = at
    while at < end, isWordByte(byte()) || at > start && (byte() == 0x2F || byte() == 0x5F) {
      at += 1
    }
    guard at > start else { return nil }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte >= 0x80
  }
}
