package import Foundation
internal import GRDB

/// A profile that conversations were listed by, as its file stood then.
package struct UsedProfile: Sendable, Hashable {
  package var fingerprint: String
  /// The bytes of the file.
  package var text: Data
  /// When it was first used since another one was.
  package var used: Date

  package init(fingerprint: String, text: Data, used: Date) {
    self.fingerprint = fingerprint
    self.text = text
    self.used = used
  }
}

extension Store {
  /// The profile that was used last; nil if none was.
  package func lastUsedProfile() async throws(StorageFailure) -> UsedProfile? {
    try await reading { database in
      try Row.fetchOne(
        database,
        sql: "SELECT fingerprint, text, used FROM used_profiles ORDER BY id DESC LIMIT 1"
      ).map { UsedProfile(fingerprint: $0[0], text: $0[1], used: Date(stored: $0[2])) }
    }
  }

  /// Remembers a profile as the one that was used last, if another one was until now.
  package func remember(used profile: UsedProfile) async throws(StorageFailure) {
    guard !isReadOnly, try await lastUsedProfile()?.fingerprint != profile.fingerprint else {
      return
    }
    try await writing { database in
      try database.execute(
        sql: "INSERT INTO used_profiles (fingerprint, text, used) VALUES (?, ?, ?)",
        arguments: [profile.fingerprint, profile.text, profile.used.stored])
      try database.execute(
        sql: """
          DELETE FROM used_profiles WHERE id NOT IN (
            SELECT id FROM used_profiles ORDER BY id DESC LIMIT 10)
          """)
    }
  }
}
