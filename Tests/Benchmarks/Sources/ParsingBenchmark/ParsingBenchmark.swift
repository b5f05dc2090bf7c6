import ArgumentParser

@main struct ParsingBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parsing",
    abstract: "Measure how fast feeds are read, beside the C parser alone and other readers.",
    subcommands: [
      MeasureCommand.self, HostileCommand.self, GenerateCommand.self, LimitCommand.self,
      RoomsCommand.self,
    ],
    defaultSubcommand: MeasureCommand.self)
}
