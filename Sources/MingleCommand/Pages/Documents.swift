internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles

/// `profile check --json`.
struct ProfileCheckDocument: Encodable {
  var path: String
  var keywords: Int
  var never: Int
  var communities: Int
  var diagnostics: [Item]
  /// What it was tried on; null for the file alone.
  @OrNull var store: Store?

  struct Store: Encodable {
    var conversations: Int
    var window: WindowDocument
    /// Whether there were enough of them to tell anything.
    var isTelling: Bool
  }

  struct Item: Encodable {
    @OrNull var line: Int?
    @OrNull var column: Int?
    var severity: String
    var message: String
    var remedy: String

    init(_ diagnostic: Diagnostic) {
      line = diagnostic.line
      column = diagnostic.column
      severity = diagnostic.severity.rawValue
      message = diagnostic.message
      remedy = diagnostic.remedy
    }
  }

  init(_ check: ProfileCheck) {
    path = check.path
    keywords = check.keywords
    never = check.never
    communities = check.communities
    store = check.trial.map {
      Store(
        conversations: $0.conversations, window: WindowDocument($0.window),
        isTelling: $0.isTelling)
    }
    diagnostics = check.diagnostics.map(Item.init)
  }
}

/// `profile set`, `remove` and `never` with `--json`.
struct ProfileChangeDocument: Encodable {
  var path: String
  var changed: Bool
  var written: Bool
  /// The unified diff; empty if nothing changed.
  var diff: String
  var warnings: [ProfileCheckDocument.Item]

  init(_ change: ProfileChange, isTrial: Bool) {
    path = change.path
    changed = change.isChange
    written = change.isChange && !isTrial
    diff = change.diff.map { $0 + "\n" }.joined()
    warnings = change.warnings.map(ProfileCheckDocument.Item.init)
  }
}

// MARK: - Parts

/// Which profile a document is about.
struct ProfileReferenceDocument: Encodable {
  var path: String
  var fingerprint: String

  init(_ profile: Profile) {
    path = profile.path
    fingerprint = profile.fingerprint
  }
}

/// A stretch of time for programs; one without a start has none.
struct WindowDocument: Encodable {
  @OrNull var since: Date?
  var until: Date

  init(_ window: TimeWindow) {
    since = window.since == .distantPast ? nil : window.since
    until = window.until
  }
}

/// A share or a precision with four digits behind the point; more would pretend to be exact.
func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }
