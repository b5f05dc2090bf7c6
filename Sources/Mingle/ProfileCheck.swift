package import Conversations
internal import Foundation
package import Profiles

/// A profile and the bytes it was read from.
package struct ProfileFile: Sendable {
  package var profile: Profile
  package var bytes: [UInt8]
}

/// What is to be said about a profile file.
package struct ProfileCheck: Sendable, CustomStringConvertible {
  package var path: String
  /// Every mistake and warning, in the order of the file.
  package var diagnostics: [Diagnostic]
  package var keywords: Int
  package var never: Int
  package var communities: Int
  /// The conversations that the keywords were tried on; nil if there is no database.
  package var trial: Trial?

  /// What a profile was tried on.
  package struct Trial: Sendable {
    package var conversations: Int
    package var window: TimeWindow
    /// Whether there were enough of them to tell anything.
    package var isTelling: Bool
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  package var description: String {
    func count(_ number: Int, _ one: String, _ many: String) -> String {
      "\(number) \(number == 1 ? one : many)"
    }
    if hasErrors {
      let errors = diagnostics.count { $0.severity == .error }
      return "\(path): \(count(errors, "mistake", "mistakes")) to mend"
    }
    let parts = [
      count(keywords, "keyword", "keywords"), count(never, "never", "nevers"),
      count(communities, "community", "communities"),
    ]
    let warnings = diagnostics.isEmpty ? "" : "; " + count(diagnostics.count, "warning", "warnings")
    return "\(path): no mistakes; \(parts.joined(separator: ", "))\(warnings)"
  }
}

extension Workspace {
  /// Checks the profile, or another file, without needing a database.
  package func checkProfile(at path: String? = nil) throws(UsageFailure) -> ProfileCheck {
    let (reading, name, _) = try profileReading(at: path)
    return ProfileCheck(
      path: name, diagnostics: reading.diagnostics, keywords: reading.profile?.keywords.count ?? 0,
      never: reading.profile?.never.count ?? 0,
      communities: reading.profile?.communities.count ?? 0)
  }

  /// The language of the profile; nil if there is none, or one with mistakes.
  var profileLanguage: String? { try? profileReading(at: nil).0.profile?.language }

  func profileReading(
    at path: String?
  ) throws(UsageFailure) -> (ProfileReading, name: String, bytes: [UInt8]) {
    let (_, name, bytes) = try profileBytes(at: path)
    return (Profile.read(bytes: bytes, path: name), name, bytes)
  }

  /// The profile, or another file: where it is, how it is called, and what is in it.
  func profileBytes(
    at path: String?
  ) throws(UsageFailure) -> (file: URL, name: String, bytes: [UInt8]) {
    let file = try path.map(Self.url(of:)) ?? profile
    let name = self.name(of: file)
    guard let bytes = try UserFile.read(file, as: name, limit: Self.fileLimit) else {
      let remedy = path == nil ? "; make one with: mingle init \(self.name(of: folder))" : ""
      throw UsageFailure("there is no profile \(name)\(remedy)")
    }
    return (file, name, bytes)
  }
}

extension OpenWorkspace {
  /// The profile, or another file in its place; throws a `DiagnosticsFailure` with all its mistakes.
  package func profile(at path: String? = nil) throws -> Profile {
    try profileFile(at: path).profile
  }

  /// The profile, or another file in its place, with its bytes; throws as `profile(at:)` does.
  package func profileFile(at path: String? = nil) throws -> ProfileFile {
    let (reading, _, bytes) = try workspace.profileReading(at: path)
    guard let profile = reading.profile else {
      throw DiagnosticsFailure(reading.diagnostics.filter { $0.severity == .error })
    }
    return ProfileFile(profile: profile, bytes: bytes)
  }

  /// How the profile is called in messages.
  package var profileName: String { workspace.name(of: workspace.profile) }
}
