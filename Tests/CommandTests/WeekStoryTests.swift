import Foundation
import Support
import Testing

/// The week that `feeds/demo/week.md` tells, done: its output is the tool's. `MINGLE_RECORD=1` writes
/// it anew.
@Suite struct WeekStoryTests {
  @Test func theWeekIsWhatComesOut() throws {
    let file = Samples.demo.appending(path: "week.md")
    let told = try String(contentsOf: file, encoding: .utf8)
    var story = Story(told)
    #expect(story.commands.count > 12)
    let tool = Tool(in: try TemporaryFolder.demo())
    for number in story.commands.indices {
      let outcome = try tool.shell(story.commands[number])
      // What people would see: the words to them after the data.
      story.outputs[number] = outcome.output + outcome.messages
    }
    if ProcessInfo.processInfo.environment["MINGLE_RECORD"] == "1" {
      try Data(story.text.utf8).write(to: file)
    }
    let now = story.text.components(separatedBy: "\n")
    for (line, pair) in zip(told.components(separatedBy: "\n"), now).enumerated() {
      try #require(pair.0 == pair.1, "feeds/demo/week.md:\(line + 1)")
    }
    #expect(told == story.text)
  }
}

/// A text with commands and what they print: in a fence, a line that starts with `$ ` is a command,
/// and what follows it is its output.
private struct Story {
  private(set) var commands: [String] = []
  var outputs: [String] = []
  /// What stands before each command but the output of the one before, and after the last.
  private var between: [String] = [""]

  init(_ text: String) {
    var isOutput = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix("$ ") {
        commands.append(String(line.dropFirst(2)))
        between.append("")
        isOutput = true
      } else if line == "```" && isOutput {
        isOutput = false
        between[between.count - 1] += "```\n"
      } else if !isOutput {
        between[between.count - 1] += "\(line)\n"
      }
    }
    outputs = commands.map { _ in "" }
  }

  var text: String {
    zip(commands, outputs).enumerated().reduce("") { text, step in
      text + between[step.offset] + "$ \(step.element.0)\n\(step.element.1)"
    } + (between.last ?? "")
  }
}
