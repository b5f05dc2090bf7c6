package import Conversations

/// How a workspace behaves, as its people wrote it in `settings.yaml`; all of it has a default.
package struct Settings: Sendable, Hashable {
  /// Networks that feeds may be read from besides the open internet, as `127.0.0.0/8`.
  package var allowNetworks: [String] = []
  /// How often a feed is asked for if nobody says anything about it; half an hour at least.
  package var every = Duration.seconds(3600)
  /// How many requests may be open at once, 1 to 256.
  package var connections = 64
  /// The page at which people who run servers find who asks.
  package var contact = "https://mingle.example/fetcher"
  /// Who works here, for what the team did; empty if nobody says.
  package var me = ""

  package init() {}
}

/// What came of reading a settings file.
package struct SettingsReading: Sendable, Hashable {
  /// The settings; nil if there is an error among the diagnostics.
  package var settings: Settings?
  /// Every mistake that was found, in the order of the file.
  package var diagnostics: [Diagnostic]
}

extension Settings {
  /// Reads the bytes of a settings file. All mistakes are told at once; an empty file is no mistake.
  package static func read(bytes: [UInt8], path: String) -> SettingsReading {
    var report = Report(path: path)
    guard let text = SourceText(bytes: bytes, report: &report) else {
      return SettingsReading(settings: nil, diagnostics: report.sorted)
    }
    report.lines = text.lines
    var document = YAMLDocument(text: text)
    let root = document.compose(&report)
    var reader = SectionReader(report: report, syntaxIsWhole: document.isWhole)
    let settings = root.map { reader.settings(from: $0) } ?? Settings()
    report = reader.report
    return SettingsReading(
      settings: report.hasErrors ? nil : settings, diagnostics: report.sorted)
  }
}

extension SectionReader {
  private static let settingNames = ["allow_networks", "every", "connections", "contact", "me"]

  fileprivate mutating func settings(from root: YAMLValue) -> Settings {
    var settings = Settings()
    let pairs = table(root, "the settings", "Write a line for each, like “every: 1h”.") ?? []
    for pair in pairs where isKnown(pair, among: Self.settingNames, in: "the settings") {
      let value = pair.value
      switch pair.key {
      case "allow_networks":
        settings.allowNetworks = list(value, pair.key).compactMap { line($0, pair.key) }
      case "every": settings.every = interval(value) ?? settings.every
      case "connections": settings.connections = connections(value) ?? settings.connections
      case "contact": settings.contact = contact(value) ?? settings.contact
      default: settings.me = line(value, pair.key) ?? ""
      }
    }
    return settings
  }

  private mutating func interval(_ value: YAMLValue) -> Duration? {
    guard let text = line(value, "every") else { return nil }
    let units: [Character: Int] = ["m": 60, "h": 3600, "d": 86_400]
    if let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
      (1...10_000).contains(count), (1800...518_400).contains(count * unit)
    {
      return .seconds(count * unit)
    }
    report.add(
      value.line, value.column, "\(quoted(text)) is no interval between 30m and 6d",
      "Write minutes, hours or days, like “90m”, “1h” or “2d”.")
    return nil
  }

  private mutating func connections(_ value: YAMLValue) -> Int? {
    guard let text = line(value, "connections") else { return nil }
    if let count = Int(text), (1...256).contains(count) { return count }
    report.add(
      value.line, value.column, "\(quoted(text)) is no number from 1 to 256",
      "Write how many requests may be open at once, like “64”.")
    return nil
  }

  private mutating func contact(_ value: YAMLValue) -> String? {
    guard let text = line(value, "contact") else { return nil }
    if let address = Address(text) { return address.text }
    report.add(
      value.line, value.column, "\(quoted(text)) is not the address of a page",
      "Write one that starts with https://; people who run servers look there.")
    return nil
  }
}
