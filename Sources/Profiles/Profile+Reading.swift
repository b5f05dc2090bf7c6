package import Conversations

/// What came of reading a profile file.
package struct ProfileReading: Sendable, Hashable {
  /// The profile; nil if there is an error among the diagnostics.
  package var profile: Profile?
  /// Every mistake that was found, in the order of the file.
  package var diagnostics: [Diagnostic]
}

extension Profile {
  /// The most bytes of a file that are read: tens of thousands of keywords, more than anybody writes.
  package static let largestFile = SourceText.largest

  /// Reads the bytes of a profile file. All mistakes are told at once.
  package static func read(bytes: [UInt8], path: String) -> ProfileReading {
    var report = Report(path: path)
    guard let text = SourceText(bytes: bytes, report: &report) else {
      return ProfileReading(profile: nil, diagnostics: report.sorted)
    }
    return read(text, report: report)
  }

  /// Reads the text of a profile file. All mistakes are told at once.
  package static func read(text: String, path: String) -> ProfileReading {
    read(bytes: Array(text.utf8), path: path)
  }

  /// Reads a profile that is to be changed, which may be without keywords yet.
  static func draft(bytes: [UInt8], path: String) -> ProfileReading {
    var report = Report(path: path)
    guard let text = SourceText(bytes: bytes, report: &report) else {
      return ProfileReading(profile: nil, diagnostics: report.sorted)
    }
    return read(text, report: report, isDraft: true)
  }

  private static func read(
    _ text: SourceText, report: Report, isDraft: Bool = false
  ) -> ProfileReading {
    var report = report
    report.lines = text.lines
    var document = YAMLDocument(text: text)
    let root = document.compose(&report)
    var reader = SectionReader(
      report: report, syntaxIsWhole: document.isWhole, mayLackKeywords: isDraft)
    let profile = root.map { reader.profile(from: $0) }
    report = reader.report
    if root == nil, !report.hasErrors {
      if isDraft { return ProfileReading(profile: Profile(path: report.path), diagnostics: []) }
      report.add(
        1, 1, "the profile is empty", "List what you love to talk about under “keywords:”.")
    }
    return ProfileReading(
      profile: report.hasErrors ? nil : profile, diagnostics: report.sorted)
  }
}

/// The diagnostics of one file, as they are found.
struct Report {
  let path: String
  var lines: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String) {
    self.path = path
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Whether there is no room for more; looking on for what is wrong is then a waste.
  var isFull: Bool { diagnostics.count >= 200 }

  var sorted: [Diagnostic] {
    diagnostics.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
  }

  mutating func add(
    _ line: Int, _ column: Int, _ message: String, _ remedy: String,
    severity: Diagnostic.Severity = .error
  ) {
    // A file of garbage has a mistake in every line; nobody reads the thousandth.
    guard !isFull else { return }
    // Nor is a line shown that is as long as a file.
    let isShown = lines.indices.contains(line - 1) && lines[line - 1].utf8.count <= 1000
    let source = isShown ? harmless(lines[line - 1]) : ""
    diagnostics.append(
      Diagnostic(
        path: path, line: line, column: column, message: message, remedy: remedy,
        severity: severity, source: source))
  }
}
