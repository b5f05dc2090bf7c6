internal import Foundation

/// Dates word by word.
extension DateScanner {
  /// What the words of a date have told so far.
  private struct Told {
    var parts = DateParts()
    var numbers = Numbers()
    var hasMonth = false
    var hasTime = false
    var half: Int?
    var isWrong = false
  }

  /// The numbers of a date, at most three; an array would be memory for each of a feed's dates.
  private struct Numbers {
    typealias Number = (value: Int, digits: Int, mark: UInt8)

    private var first: Number = (0, 0, 0)
    private var second: Number = (0, 0, 0)
    private var third: Number = (0, 0, 0)
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    subscript(index: Int) -> Number { index == 0 ? first : index == 1 ? second : third }

    mutating func append(_ number: Number) {
      switch count {
      case 0: first = number
      case 1: second = number
      default: third = number
      }
      count += 1
    }
  }

  /// RFC 822 and everything like it: numbers, a month by name, a time and a zone, in any order.
  mutating func words() -> Date? {
    var told = Told()
    while at < end, !told.isWrong { step(&told) }
    guard !told.isWrong, assign(&told) else { return nil }
    if let half = told.half { told.parts.hour = told.parts.hour % 12 + half }
    return told.parts.date
  }

  private mutating func step(_ told: inout Told) {
    let next = byte()
    if isDigit(next) {
      number(&told)
    } else if told.hasTime, next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
      if !isDigit(byte(1)) {
        at += 1
      } else if let zone = offset() {
        told.parts.zone = zone
      } else {
        told.isWrong = true
      }
    } else if isWordByte(next) {
      if told.hasTime || !told.numbers.isEmpty, let half = halfOfDay() {
        told.half = half
        return
      }
      name(&told)
    } else {
      at += 1
    }
  }

  private mutating func number(_ told: inout Told) {
    let count = digitsAhead
    guard count <= 4, let value = digits(1, 4) else {
      told.isWrong = true
      return
    }
    guard byte() == UInt8(ascii: ":"), isDigit(byte(1)), !told.hasTime else {
      // A second time, or a third colon: not a date that anybody can be sure of.
      if byte() == UInt8(ascii: ":"), told.hasTime { told.isWrong = true }
      told.numbers.append((value, count, byte()))
      if told.numbers.count > 3 { told.isWrong = true }
      return
    }
    told.hasTime = true
    told.parts.hour = value
    at += 1
    told.parts.minute = digits(1, 2) ?? 60
    if byte() == UInt8(ascii: ":"), isDigit(byte(1)) {
      at += 1
      told.parts.second = digits(1, 2) ?? 0
      if byte() == UInt8(ascii: "."), isDigit(byte(1)) {
        at += 1
        while isDigit(byte()) { at += 1 }
      }
    }
    if byte() == UInt8(ascii: ":") { told.isWrong = true }
  }

  private mutating func name(_ told: inout Told) {
    if let known = DateNames.English(byte(), byte(1), byte(2)), !isWordByte(byte(3)) {
      switch known {
      case .weekday: at += 3
      case .month(let month) where !told.hasMonth || !told.hasTime:
        (told.parts.month, told.hasMonth) = (month, true)
        at += 3
      case .month: at += 3
      }
      return
    }
    guard let word = word() else { return }
    // The week of a year, with a number that no week has.
    if word == "w" { told.isWrong = true }
    if DateNames.korean.contains(word) { told.parts.zone = DateNames.koreanZone }
    if let half = DateNames.halves[word] {
      told.half = half
    } else if !told.hasMonth || !told.hasTime, let month = DateNames.month(word) {
      // "mar." is a Tuesday before it is a March: the later name counts.
      told.parts.month = month
      told.hasMonth = true
    } else if told.hasTime, let minutes = DateNames.zones[word] {
      told.parts.zone = minutes
      if minutes == 0, byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-"), isDigit(byte(1))
      {
        told.parts.zone = offset() ?? 0
      }
    }
  }

  /// Says which of the numbers is what.
  private func assign(_ told: inout Told) -> Bool {
    let numbers = told.numbers
    func year(_ index: Int) -> Int {
      DateParts.fullYear(numbers[index].value, digits: numbers[index].digits)
    }
    if told.hasMonth {
      guard numbers.count == 2 else { return false }
      let isYearFirst = numbers[0].digits > 2 || numbers[0].value > 31
      told.parts.year = year(isYearFirst ? 0 : 1)
      told.parts.day = numbers[isYearFirst ? 1 : 0].value
      return true
    }
    guard numbers.count == 3 else { return false }
    if numbers[0].digits == 4 {
      told.parts.year = numbers[0].value
      (told.parts.month, told.parts.day) = (numbers[1].value, numbers[2].value)
    } else {
      told.parts.year = year(2)
      // 12/31/2004 is American; 31.12.2004, and what cannot be a month, is the rest of the world.
      let isMonthFirst = numbers[0].mark == UInt8(ascii: "/") && numbers[0].value <= 12
      (told.parts.month, told.parts.day) =
        isMonthFirst ? (numbers[0].value, numbers[1].value) : (numbers[1].value, numbers[0].value)
    }
    return true
  }
}
