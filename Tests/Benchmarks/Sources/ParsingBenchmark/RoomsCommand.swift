import ArgumentParser

/// Mingle's own reading, without its start: `Markup` and `Parsing` as they are in the checkout.
struct RoomsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rooms",
    abstract: "Read files to the plain text of every post, as Mingle does, and count.",
    shouldDisplay: false)

  @OptionGroup var task: Task

  func run() throws {
    var answer = Answer()
    for file in task.files {
      let document = try bytes(of: file)
      var last = Answer()
      for _ in 0..<task.times { last = read(document) }
      answer.add(last)
    }
    try answer.write()
  }
}
