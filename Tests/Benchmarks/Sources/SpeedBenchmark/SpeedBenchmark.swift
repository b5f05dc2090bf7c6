import ArgumentParser

@main struct SpeedBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed",
    abstract: "Measure how long the built mingle takes, beside its peers, on the same posts.",
    subcommands: [MeasureCommand.self, GenerateCommand.self, FullTextCommand.self],
    defaultSubcommand: MeasureCommand.self)
}
