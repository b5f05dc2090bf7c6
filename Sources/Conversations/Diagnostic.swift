/// Something in a file of the user's that a person can mend, with the place where it stands.
package struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  /// Whether the file can be used in spite of it.
  package enum Severity: String, Sendable, Hashable {
    case error, warning
  }

  /// The file as it was named to the reader.
  package var path: String
  /// The line, from 1; nil when the whole file is meant.
  package var line: Int?
  /// The column in Unicode scalars, from 1; nil when the whole line is meant.
  package var column: Int?
  /// What is wrong, without a full stop.
  package var message: String
  /// What to do about it, as a sentence.
  package var remedy: String
  package var severity: Severity
  /// The line of the file that it is about; empty where there is none.
  package var source: String

  package init(
    path: String, line: Int? = nil, column: Int? = nil, message: String, remedy: String,
    severity: Severity = .error, source: String = ""
  ) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
    self.severity = severity
    self.source = source
  }

  /// The one line that editors and people can jump from: `profile.yaml:14:3: what. What to do.`
  package var description: String {
    let place = [line, line == nil ? nil : column].compactMap { $0.map { ":\($0)" } }.joined()
    let kind = severity == .warning ? "warning: " : ""
    return "\(path)\(place): \(kind)\(message). \(remedy)"
  }

  /// The description, with the line of the file and a caret under the place.
  package var withCaret: String {
    guard !source.isEmpty, source.unicodeScalars.count <= Self.widestSource else {
      return description
    }
    let gap = String(repeating: " ", count: max(0, (column ?? 1) - 1))
    return "\(description)\n  \(source)\n  \(gap)^"
  }

  /// Longer lines wrap on a terminal, and the caret would point anywhere.
  private static let widestSource = 160
}
