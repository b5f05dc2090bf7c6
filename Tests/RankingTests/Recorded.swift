import Foundation
import Profiles
import Support

/// Real posts and invented businesses, recorded beside the checkout.
enum Recorded {
  /// Nil if they are not there.
  static let folder = SharedFolder.url(of: "ranking")

  static func data(_ name: String) throws -> Data {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    return try Data(contentsOf: folder.appending(path: name))
  }

  static func businesses() throws -> [Business] {
    try JSONDecoder().decode([Business].self, from: data("profiles.json"))
  }

  static func posts() throws -> [Post] {
    try lines().map { try JSONDecoder().decode(Post.self, from: $0) }
  }

  /// The posts with these ids; the others are not decoded.
  static func posts(_ ids: Set<String>) throws -> [Post] {
    let opening = Data("{\"id\": \"".utf8)
    return try lines().filter { line in
      let id = line.dropFirst(opening.count).prefix { $0 != UInt8(ascii: "\"") }
      return line.starts(with: opening) && ids.contains(String(decoding: id, as: UTF8.self))
    }.map { try JSONDecoder().decode(Post.self, from: $0) }
  }

  private static func lines() throws -> [Data] {
    guard let folder else { throw CocoaError(.fileNoSuchFile) }
    let unpack = Process()
    let pipe = Pipe()
    unpack.executableURL = URL(filePath: "/usr/bin/env")
    unpack.arguments = ["gzip", "-dc", folder.appending(path: "posts.jsonl.gz").path]
    unpack.standardOutput = pipe
    try unpack.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    unpack.waitUntilExit()
    return data.split(separator: UInt8(ascii: "\n"))
  }

  struct Post: Decodable {
    var id: String
    var title: String
    var body: String
  }

  struct Business: Decodable {
    var id: String
    var keywords: [Keyword]
    var excluded: [String]

    struct Keyword: Decodable {
      var term: String
      var weight: Double
    }

    var profile: Profile {
      get throws {
        try RankingTests.profile(
          keywords: keywords.map { ($0.term, $0.weight) }, never: excluded)
      }
    }
  }
}
