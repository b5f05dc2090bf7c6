import ArgumentParser

@main struct ThroughputBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "throughput",
    abstract: "Measure how fast many feeds are fetched, read and stored, beside curl alone.",
    subcommands: [
      MeasureCommand.self, HostileCommand.self, MisbehaveCommand.self, GenerateCommand.self,
      ServeCommand.self,
    ],
    defaultSubcommand: MeasureCommand.self)
}
