import Foundation
import Measuring

/// Real posts, invented businesses, and what people judged, as they stand in a folder.
struct Collection {
  let folder: URL
  let posts: [RealPost]
  let businesses: [Business]

  struct Business: Decodable {
    var id: String
    var name: String
    var keywords: [Keyword]
    var excluded: [String]

    struct Keyword: Decodable {
      var term: String
      var weight: Int
    }

    var profile: Profile {
      Profile(
        business: name, keywords: keywords.map { ($0.term, $0.weight) }, never: excluded)
    }
  }

  /// What a team did with a post that it was shown.
  struct Verdict {
    var post: String
    var isJoined: Bool
  }

  /// Where a post is read: a place that nothing special is known about.
  static func link(of post: String) -> String { "https://posts.example/\(post)" }

  init(_ folder: URL) throws {
    self.folder = folder
    posts = try RealPost.all(in: folder)
    businesses = try JSONDecoder().decode(
      [Business].self, from: Data(contentsOf: folder.appending(path: "profiles.json")))
  }

  /// By business, what its team did with the first so many posts of a plain search.
  func verdicts(_ count: Int) throws -> [String: [Verdict]] {
    var verdicts: [String: [Verdict]] = [:]
    let file = folder.appending(path: "judged-\(count).tsv")
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3, fields[2] == "join" || fields[2] == "skip" else {
        throw RunFailure("\(file.path): “\(line)” is no verdict")
      }
      verdicts[fields[0], default: []].append(
        Verdict(post: fields[1], isJoined: fields[2] == "join"))
    }
    return verdicts
  }
}
