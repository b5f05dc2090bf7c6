import Foundation
import Measuring

/// A document, or several, that every contestant reads.
struct Trial {
  var name: String
  var files: [String]
  var runs: Int
  /// How long the process of a fast contestant works, in seconds; it reads that often.
  static let least = 0.4

  private struct Entrant {
    var contestant: Contestant
    var start: Run
    var first: Run
    var answer: Answer
    var times: Int
    var runs: Int
    /// Seconds of processor time for one reading of all files.
    var seconds: [Double] = []
  }

  /// Lets all of them read, in turns, so that a slow minute of the machine meets each.
  func measure(_ contestants: [Contestant]) throws -> [Row] {
    var entrants: [Entrant] = []
    for contestant in contestants {
      do {
        entrants.append(try enter(contestant))
      } catch let failure as RunFailure {
        say("\(name): \(contestant.name) is skipped: \(failure)")
      }
    }
    for round in 0..<runs {
      for index in entrants.indices where round < entrants[index].runs {
        let (contestant, times) = (entrants[index].contestant, entrants[index].times)
        let run = try contestant.run(files, times: times, keepsOutput: false)
        let started = contestant.repeats ? entrants[index].start.cpu / .seconds(1) : 0
        entrants[index].seconds.append((run.cpu / .seconds(1) - started) / Double(times))
      }
    }
    let bytes = files.reduce(0) { $0 + size(of: $1) }
    let largest = files.map { size(of: $0) }.max() ?? 0
    let rows = entrants.map { entrant in
      let seconds = entrant.seconds.sorted()
      return Row(
        document: name, bytes: bytes, who: entrant.contestant.name, runs: seconds.count,
        times: entrant.times, cpu_best: seconds[0], cpu_median: seconds[seconds.count / 2],
        read_bytes: entrant.answer.bytes,
        megabytes_per_second: Double(entrant.answer.bytes) / seconds[0] / 1e6,
        includes_start: !entrant.contestant.repeats,
        start_cpu: entrant.start.cpu / .seconds(1), start_peak: entrant.start.peak,
        peak: entrant.first.peak, peak_beyond_document: entrant.first.peak - largest,
        entries: entrant.answer.entries, text: entrant.answer.text,
        failed: entrant.answer.failed)
    }
    let limit = rows.filter { $0.who.hasPrefix("libxml2") }.map(\.megabytes_per_second).max()
    return rows.map { row in
      var row = row
      row.of_limit = limit.map { row.megabytes_per_second / $0 }
      return row
    }
  }

  /// One reading to warm up, which tells what is found, the memory, and how often to read.
  private func enter(_ contestant: Contestant) throws -> Entrant {
    try contestant.check()
    let starts = try (0..<5).map { _ in try contestant.start().succeeded(contestant.name) }
      .sorted { $0.cpu < $1.cpu }
    let first = try contestant.run(files, times: 1, keepsOutput: contestant.shell == nil)
    let answer = try contestant.answer(first, files)
    guard files.count > 1 || answer.failed == 0 else {
      throw RunFailure("it reads \(answer.bytes) bytes of it: \(answer.first)")
    }
    let seconds = max((first.cpu - starts[2].cpu) / .seconds(1), 0.0005)
    let times = contestant.repeats ? max(1, min(Int(Self.least / seconds), 1000)) : 1
    return Entrant(
      contestant: contestant, start: starts[2], first: first, answer: answer, times: times,
      // Nobody waits for the sixth reading that takes a minute.
      runs: seconds > 20 ? 1 : seconds > 4 ? min(runs, 2) : runs)
  }
}

/// A line for people, beside the figures.
func say(_ message: String) {
  FileHandle.standardError.write(Data((message + "\n").utf8))
}
