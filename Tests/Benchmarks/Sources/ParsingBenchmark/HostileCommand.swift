import ArgumentParser
import Foundation
import Measuring

/// Measures what attacks cost.
struct HostileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hostile",
    abstract: "Read documents that attack whoever reads them, and print what that takes.",
    discussion: """
      A row in bold took more than 2 s of processor time or more memory than 4 times the document
      and 50 MB, both without the start of the process; the exit code is then 1.
      """)

  @Option(help: "Only those with these words in their name.")
  var only: String?

  func run() throws {
    let scratch = try Scratch()
    let own = Bundle.main.executablePath ?? CommandLine.arguments[0]
    let start = try Run.program(own, ["rooms"]).succeeded("rooms")
    var excesses = 0
    print("| document | MB | CPU | memory | entries | bytes of text | what came out |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | --- |")
    for document in HostileDocument.all where only.map(document.name.contains) ?? true {
      let file = scratch.url.appending(path: "hostile.xml")
      try document.write(to: file)
      let size = size(of: file.path)
      // The reading is judged, so a process that dies is a row and not the end.
      let run = try Run.program(own, ["rooms", file.path])
      let answer = try? JSONDecoder().decode(Answer.self, from: run.output)
      let seconds = max(0, (run.cpu - start.cpu) / .seconds(1))
      let memory = max(0, run.peak - start.peak)
      let isExcess = run.code != 0 || seconds > 2 || memory > 4 * size + 50 << 20
      if isExcess { excesses += 1 }
      let mark = isExcess ? "**" : ""
      let cells = [
        "\(mark)\(document.name.replacing("|", with: "\\|"))\(mark)", Row.short(Double(size) / 1e6),
        Row.time(seconds), Row.mebibytes(memory), answer.map { "\($0.entries)" } ?? "",
        answer.map { "\($0.text)" } ?? "",
        answer.map { String($0.first.prefix(60)) } ?? "ended with \(run.code)",
      ]
      print("| " + cells.joined(separator: " | ") + " |")
    }
    guard excesses == 0 else { throw ExitCode(1) }
  }
}
