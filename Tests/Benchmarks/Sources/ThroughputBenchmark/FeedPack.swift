import CFeedServer
import Foundation
import Measuring

/// Compressed feeds in one file, one behind the other, with a second file that tells how long each is.
struct FeedPack {
  private let folder: URL

  init(_ folder: URL) { self.folder = folder }

  private var bodies: URL { folder.appending(path: "feeds.gz") }
  private var lengths: URL { folder.appending(path: "lengths") }

  var exists: Bool { FileManager.default.fileExists(atPath: lengths.path) }

  /// Writes so many feeds of RSS and Atom in turns, each with a size of its own in `sizes` (bytes before
  /// they are compressed).
  func write(count: Int, sizes: ClosedRange<Int>, posts: URL, seed: UInt64) throws {
    var random = Random(seed: seed)
    let corpus = try Corpus(posts, random: &random)
    var writers = FeedKind.allCases.map {
      FeedWriter(kind: $0, texts: TextMaker(corpus: corpus, random: Random(seed: seed)))
    }
    try Data().write(to: bodies)
    let file = try FileHandle(forWritingTo: bodies)
    var counts: [Int] = []
    for number in 0..<count {
      let size = Int.random(in: sizes, using: &random)
      let feed = [UInt8](writers[number % writers.count].feed(bytes: size, site: number))
      var length = 0
      guard let bytes = feed_compress(feed, feed.count, &length) else {
        throw RunFailure("zlib has no memory")
      }
      defer { free(bytes) }
      try file.write(contentsOf: Data(bytesNoCopy: bytes, count: length, deallocator: .none))
      counts.append(length)
    }
    try JSONEncoder().encode(counts).write(to: lengths)
  }

  /// The compressed size of each feed.
  func sizes() throws -> [Int] {
    try JSONDecoder().decode([Int].self, from: Data(contentsOf: lengths))
  }

  /// Serves them until it is told to end.
  func serve(latency: Int) throws {
    let sizes = try sizes()
    let bytes = try Data(contentsOf: bodies, options: .alwaysMapped)
    let code = bytes.withUnsafeBytes { all in
      var place = 0
      let feeds = sizes.map { size in
        defer { place += size }
        return feed(
          bytes: all.baseAddress?.advanced(by: place).assumingMemoryBound(to: UInt8.self),
          count: size)
      }
      return feed_server_run(feeds, feeds.count, Int32(latency))
    }
    guard code == 0 else {
      throw RunFailure("the server ended: \(String(cString: strerror(code)))")
    }
  }
}
