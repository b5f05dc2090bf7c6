import ArgumentParser
import CLimit

/// What reads XML and does nothing else: nobody who uses libxml2 is faster.
struct LimitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "limit",
    abstract: "Read files with libxml2's push parser in C, with handlers that do nothing.",
    shouldDisplay: false)

  @OptionGroup var task: Task

  @Option(help: "The bytes of each piece that is pushed; 0 for all at once.")
  var piece = 0

  func run() throws {
    var answer = Answer()
    for file in task.files {
      let document = try bytes(of: file)
      var read = 0
      document.withUnsafeBytes { bytes in
        for _ in 0..<task.times {
          read = limit_read(
            bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, piece)
        }
      }
      answer.bytes += read
      if read < document.count { answer.failed += 1 }
    }
    try answer.write()
  }
}
