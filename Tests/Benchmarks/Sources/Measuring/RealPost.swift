package import Foundation

/// A post that somebody wrote, as it stands in `posts.jsonl.gz`.
package struct RealPost: Decodable, Sendable {
  package var id: String
  /// As RFC 3339; nil where it is not known.
  package var date: String?
  package var title: String
  package var body: String

  /// The posts of a folder; throws a `RunFailure` or what the decoder throws.
  package static func all(in folder: URL) throws -> [RealPost] {
    let packed = folder.appending(path: "posts.jsonl.gz").path
    let lines = try Run.program("gzip", ["-dc", packed]).succeeded("gzip -dc \(packed)").output
    return try lines.split(separator: UInt8(ascii: "\n"))
      .map { try JSONDecoder().decode(RealPost.self, from: $0) }
  }
}
