internal import Foundation

/// The pages of a database file as they lie there, with what its log holds over them; nothing is asked
/// of SQLite, which gives up where a tree is broken.
///
/// By sqlite.org/fileformat2.html.
struct SalvagedPages {
  private let main: Data
  private let log: Data
  /// Where in the log the last stored state of a page is.
  private var logged: [Int: Int] = [:]
  let size: Int
  /// How many pages there are; they are counted from 1.
  private(set) var count: Int
  /// Pages that are out of use, and may hold what was deleted.
  private(set) var free: Set<Int> = []

  private static let magic = Array("SQLite format 3\u{0}".utf8)

  init(of path: String) throws(StorageFailure) {
    do {
      main = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch {
      throw .other(path: path, detail: "it cannot be read")
    }
    let log = URL(fileURLWithPath: path + "-wal")
    self.log = (try? Data(contentsOf: log, options: .alwaysMapped)) ?? Data()
    let told = main.count >= 100 ? Int(main[16]) << 8 | Int(main[17]) : 0
    // Where the header is lost: Mingle never asked for another size than SQLite's own.
    size = told == 1 ? 65_536 : told >= 512 && told & (told - 1) == 0 ? told : 4096
    count = main.count / size
    readLog()
    if main.prefix(16).elementsEqual(Self.magic) { readFreeList() }
  }

  /// The bytes of a page; nil if it is not there.
  subscript(_ number: Int) -> Data? {
    if let place = logged[number] { return log[place..<place + size] }
    guard number >= 1, number * size <= main.count else { return nil }
    return main[(number - 1) * size..<number * size]
  }

  /// Takes the pages of each transaction of the log that came to its end.
  private mutating func readLog() {
    guard log.count > 32, log.number(at: 8) == UInt32(size) else { return }
    var waiting: [Int: Int] = [:]
    var place = 32
    while place + 24 + size <= log.count {
      // Frames with other salts are left from before the log began anew.
      guard log[place + 8..<place + 16].elementsEqual(log[16..<24]) else { break }
      waiting[Int(log.number(at: place))] = place + 24
      let pages = Int(log.number(at: place + 4))
      if pages > 0 {
        logged.merge(waiting) { $1 }
        waiting = [:]
        count = max(count, pages)
      }
      place += 24 + size
    }
  }

  private mutating func readFreeList() {
    guard let header = self[1] else { return }
    var trunk = Int(header.number(at: 32))
    while trunk > 0, trunk <= count, free.insert(trunk).inserted, let page = self[trunk] {
      let leaves = min(Int(page.number(at: 4)), size / 4 - 2)
      for leaf in 0..<max(0, leaves) { free.insert(Int(page.number(at: 8 + 4 * leaf))) }
      trunk = Int(page.number(at: 0))
    }
  }
}

extension Data {
  /// A big-endian number of four bytes at a place counted from the start of these bytes.
  func number(at place: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 << 8 | UInt32(self[startIndex + place + $1]) }
  }
}
