internal import Foundation
internal import GRDB

/// The rows that stand in a page of a table, without asking which table it is.
struct SalvagedRows {
  struct Row {
    var id: Int64
    var values: [DatabaseValue]
  }

  private let pages: SalvagedPages

  init(of pages: SalvagedPages) { self.pages = pages }

  /// A page of rows begins with this byte.
  private static let leaf: UInt8 = 13

  /// The rows of a page that can be read whole; none if it holds none.
  func rows(onPage number: Int) -> [Row] {
    // The first page begins with the header of the file.
    let start = number == 1 ? 100 : 0
    guard !pages.free.contains(number), let page = pages[number],
      page[page.startIndex + start] == Self.leaf
    else { return [] }
    let count = Int(page.number(at: start + 1) & 0xFFFF)
    guard start + 8 + 2 * count <= page.count else { return [] }
    return (0..<count).compactMap { index in
      let pointer = page.startIndex + start + 8 + 2 * index
      let place = Int(page[pointer]) << 8 | Int(page[pointer + 1])
      return row(in: page, at: place)
    }
  }

  private func row(in page: Data, at place: Int) -> Row? {
    var cell = Reader(bytes: page, place: page.startIndex + place)
    guard let length = cell.varint(), let id = cell.varint(), (1...1 << 30).contains(length),
      let payload = payload(Int(length), in: page, at: cell.place), let values = values(of: payload)
    else { return nil }
    return Row(id: id, values: values)
  }

  /// What is too long for its page goes on in a chain of others.
  private func payload(_ length: Int, in page: Data, at place: Int) -> Data? {
    let usable = pages.size
    var local = length
    if length > usable - 35 {
      let least = (usable - 12) * 32 / 255 - 23
      let fitting = least + (length - least) % (usable - 4)
      local = fitting <= usable - 35 ? fitting : least
    }
    guard place + local + (local < length ? 4 : 0) <= page.endIndex else { return nil }
    var payload = Data(page[place..<place + local])
    guard local < length else { return payload }
    var next = Int(page.number(at: place + local - page.startIndex))
    while payload.count < length {
      guard let page = pages[next] else { return nil }
      payload += page.dropFirst(4).prefix(min(usable - 4, length - payload.count))
      next = Int(page.number(at: 0))
    }
    return payload
  }

  /// The values of a record; nil unless their lengths are together its own.
  private func values(of record: Data) -> [DatabaseValue]? {
    var header = Reader(bytes: record, place: record.startIndex)
    guard let end = header.varint(), end >= 1, end <= record.count else { return nil }
    var body = Reader(bytes: record, place: record.startIndex + Int(end))
    var values: [DatabaseValue] = []
    while header.place < record.startIndex + Int(end) {
      guard let kind = header.varint(), let value = body.value(of: kind) else { return nil }
      values.append(value)
    }
    return body.place == record.endIndex ? values : nil
  }

  private struct Reader {
    let bytes: Data
    var place: Int

    mutating func varint() -> Int64? {
      var value: UInt64 = 0
      for index in 0..<9 {
        guard place >= bytes.startIndex, place < bytes.endIndex else { return nil }
        let byte = bytes[place]
        place += 1
        if index == 8 { return Int64(bitPattern: value << 8 | UInt64(byte)) }
        value = value << 7 | UInt64(byte & 0x7F)
        if byte < 0x80 { return Int64(bitPattern: value) }
      }
      return nil
    }

    mutating func value(of kind: Int64) -> DatabaseValue? {
      switch kind {
      case 0: return .null
      case 1...4: return integer(bytes: Int(kind))
      case 5: return integer(bytes: 6)
      case 6: return integer(bytes: 8)
      case 7:
        return integer(bytes: 8).flatMap(Int64.fromDatabaseValue).map {
          Double(bitPattern: UInt64(bitPattern: $0)).databaseValue
        }
      case 8, 9: return (kind - 8).databaseValue
      case 12...:
        guard let length = Int(exactly: (kind - 12) / 2), length <= bytes.endIndex - place else {
          return nil
        }
        defer { place += length }
        let content = bytes[place..<place + length]
        // Bytes that are no text any more become U+FFFD.
        return kind % 2 == 0
          ? Data(content).databaseValue : String(decoding: content, as: UTF8.self).databaseValue
      default: return nil
      }
    }

    private mutating func integer(bytes count: Int) -> DatabaseValue? {
      guard count <= bytes.endIndex - place else { return nil }
      var value: Int64 = bytes[place] >= 0x80 ? -1 : 0
      for byte in bytes[place..<place + count] { value = value << 8 | Int64(byte) }
      place += count
      return value.databaseValue
    }
  }
}
