import Foundation
import Measuring

/// A program that reads feeds.
struct Contestant {
  var name: String
  var program: String
  /// What stands before the files; `{times}` is how often each is read.
  var arguments: [String]
  /// Whether it can read a document more than once in one process, and so be measured without its
  /// start. The others are measured as people run them.
  var repeats = true
  /// A program that reads its standard input or one file: a shell runs it for each file.
  var shell: String?
  /// What counts the entries in its output, for those that do not tell them.
  var counting: String?

  func command(_ files: [String], times: Int) -> [String] {
    if let shell {
      return ["sh", "-c", "for f do \(shell); done; true", program] + files
    }
    return [program] + arguments.map { $0 == "{times}" ? "\(times)" : $0 } + files
  }

  func run(_ files: [String], times: Int, keepsOutput: Bool) throws -> Run {
    let words = command(files, times: times)
    return try Run.program(words[0], Array(words.dropFirst()), keepsOutput: keepsOutput)
  }

  /// Throws a `RunFailure` if it is not there: a shell that cannot run it is quick.
  func check() throws {
    guard try Run.program("sh", ["-c", "command -v \"$0\"", program]).code == 0 else {
      throw RunFailure("there is no \(program)")
    }
  }

  /// Its start alone: everything but a document.
  func start() throws -> Run {
    shell == nil
      ? try run([], times: 1, keepsOutput: false)
      : try run(["/dev/null"], times: 1, keepsOutput: false)
  }

  /// What it says that it found; throws a `RunFailure` unless it ended well.
  func answer(_ run: Run, _ files: [String]) throws -> Answer {
    let run = try run.succeeded(name)
    guard shell != nil else { return try JSONDecoder().decode(Answer.self, from: run.output) }
    var answer = Answer()
    answer.bytes = files.reduce(0) { $0 + size(of: $1) }
    guard let shell, let counting else { return answer }
    let script = "for f do \(shell); done 2>/dev/null | \(counting)"
    let count = try Run.program("sh", ["-c", script, program] + files)
    answer.entries =
      Int(
        String(decoding: count.output, as: UTF8.self).trimmingCharacters(in: .whitespaces)
          .trimmingCharacters(in: .newlines)) ?? 0
    // It refused the document, quickly.
    guard answer.entries > 0 else { throw RunFailure("it finds no entry") }
    return answer
  }
}

extension Contestant {
  /// The limit in two ways, Mingle, and its peers.
  static func all(own: String, mingle: String, python: String, peers: Bool) -> [Contestant] {
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "peers.py")
      .path
    let libraries = ["feedparser-rs", "fastfeedparser", "feedparser"].map {
      Contestant(name: "Python `\($0)`", program: python, arguments: [script, $0, "{times}"])
    }
    return [
      Contestant(
        name: "libxml2, one piece", program: own, arguments: ["limit", "--times", "{times}"]),
      Contestant(
        name: "libxml2, pieces of 4 MB", program: own,
        arguments: ["limit", "--piece", "4194304", "--times", "{times}"]),
      Contestant(
        name: "Mingle's rooms", program: own, arguments: ["rooms", "--times", "{times}"]),
      Contestant(
        name: "`mingle feeds parse`", program: mingle, arguments: [], repeats: false,
        shell: "\"$0\" feeds parse \"$f\"",
        counting: "grep -o '\"content_text\"' | wc -l"),
    ]
      + (peers
        ? libraries + [
          Contestant(
            name: "`sfeed`", program: "sfeed", arguments: [], repeats: false,
            shell: "\"$0\" < \"$f\"", counting: "wc -l")
        ] : [])
  }
}

/// How many bytes a file has.
func size(of path: String) -> Int {
  let attributes = try? FileManager.default.attributesOfItem(atPath: path)
  return attributes?[.size] as? Int ?? 0
}
