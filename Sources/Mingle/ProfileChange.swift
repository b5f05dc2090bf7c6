package import Conversations
internal import Foundation
package import Profiles
internal import Ranking

/// What a machine's edit makes of a profile file.
package struct ProfileChange: Sendable {
  /// The file, as it is called in messages.
  package var path: String
  package var before: [UInt8]
  package var after: [UInt8]
  /// What is to be said about the profile after it, none of it a mistake.
  package var warnings: [Diagnostic]

  /// Whether there is anything to write.
  package var isChange: Bool { before != after }

  /// The change as a unified diff, a line each; empty if there is none.
  package var diff: [String] { unifiedDiff(from: before, to: after, name: path) }
}

extension Workspace {
  /// Makes `edits` in the profile, or in another file: all of them or none.
  ///
  /// Nothing is written if `isTrial`. Throws a `DiagnosticsFailure` for mistakes in the profile or the
  /// edits, a `UsageFailure` if there is no such file or somebody else is changing it, and a
  /// `FileFailure` if it cannot be written.
  package func editProfile(
    at path: String? = nil, by edits: [ProfileEdit], isTrial: Bool = false
  ) async throws -> ProfileChange {
    let lock = isTrial ? nil : try await editLock()
    defer { withExtendedLifetime(lock) {} }
    let (file, name, before) = try profileBytes(at: path)
    var change = ProfileChange(path: name, before: before, after: before, warnings: [])
    do {
      change.after = try Profile.edited(before, by: edits, path: name)
    } catch {
      throw DiagnosticsFailure(error.diagnostics)
    }
    let reading = Profile.read(bytes: change.after, path: name)
    change.warnings = reading.diagnostics
    if let profile = reading.profile {
      change.warnings += twins(
        of: edits, in: ProfileFile(profile: profile, bytes: change.after))
    }
    guard change.isChange, !isTrial else { return change }
    try write(change.after, over: before, at: file, as: name, limit: Self.fileLimit)
    return change
  }

  /// Warnings of keywords beside which the same words stand already: both would count.
  private func twins(of edits: [ProfileEdit], in file: ProfileFile) -> [Diagnostic] {
    let lines = ProfileLines(file)
    return edits.compactMap { edit in
      guard case .set(let text, _) = edit,
        let keyword = file.profile.keywords.first(where: { isSame($0.text, text) }),
        let twin = file.profile.twin(of: keyword)
      else { return nil }
      return lines.warning(
        at: keyword.line, keyword.text,
        "“\(keyword.text)” looks for the same words as “\(twin.text)” in line \(twin.line), and both "
          + "count",
        "Keep one of them.")
    }
  }
}
