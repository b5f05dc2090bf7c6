package import Foundation

/// Texts from which as many others are made as are wanted.
package struct Corpus {
  /// The words of each title.
  package private(set) var titles: [[Substring]] = []
  package private(set) var sentences: [Substring] = []
  /// How long the bodies are, in bytes.
  package private(set) var lengths: [Int] = []
  /// The whole texts, for counting words.
  package private(set) var texts: [String] = []

  /// The posts that people wrote, if the folder has them, else invented ones.
  package init(_ folder: URL, random: inout Random) throws {
    let file = folder.appending(path: "posts.jsonl.gz")
    if FileManager.default.fileExists(atPath: file.path) {
      for post in try RealPost.all(in: folder) { add(post.title, post.body) }
    } else {
      // One in eight is a phrase.
      let vocabulary = (0..<20_000).map { _ in
        random.index(8) == 0 ? "\(random.word()) \(random.word())" : random.word()
      }
      for _ in 0..<8000 {
        let body = (0..<random.index(8)).map { _ in Self.sentence(vocabulary, &random) }
        add(Self.sentence(vocabulary, &random), body.joined(separator: " "))
      }
    }
  }

  private mutating func add(_ title: String, _ body: String) {
    titles.append(title.split(whereSeparator: \.isWhitespace))
    lengths.append(body.utf8.count)
    texts.append(title + "\n" + body)
    for line in body.split(whereSeparator: \.isNewline) {
      var start = line.startIndex
      var last: Character = " "
      for index in line.indices {
        if line[index] == " ", ".?!".contains(last) {
          sentences.append(line[start..<index])
          start = line.index(after: index)
        }
        last = line[index]
      }
      if start < line.endIndex { sentences.append(line[start...]) }
    }
  }

  /// Words in the frequencies of Zipf's law: the one of rank k comes up one kth as often as the first.
  private static func sentence(_ vocabulary: [String], _ random: inout Random) -> String {
    let words = (0..<4 + random.index(16)).map { _ in
      vocabulary[Int(pow(Double(vocabulary.count), random.fraction())) - 1]
    }
    return words.joined(separator: " ") + "."
  }
}
