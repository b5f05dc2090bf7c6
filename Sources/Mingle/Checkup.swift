internal import Conversations
internal import Foundation
internal import Profiles
package import Storage
internal import Subscriptions

/// What was found out about a workspace: its database and the files of the user's.
package struct Checkup: Sendable {
  package var database: Database
  package var profile: File
  package var settings: File
  package var feedList: File
  /// What is no fault and should be known all the same.
  package var remarks: [String]

  package struct Database: Sendable {
    package var path: String
    package var state: State
    /// What is wrong with it, in SQLite's words; empty if nothing is.
    package var faults: [String]
    /// Nil if it cannot be read.
    package var contents: StoreContents?

    package enum State: String, Sendable {
      case sound, none, damaged
      /// Made by a newer version.
      case newer
      /// It cannot be read for another reason.
      case unreadable
    }
  }

  package struct File: Sendable {
    package var path: String
    /// What it holds, when there is nothing to mend.
    package var summary: String
    package var problems: [Problem]

    /// A mistake or a warning.
    package struct Problem: Sendable {
      package var text: String
      package var isError: Bool
    }

    package var isWell: Bool { !problems.contains(where: \.isError) }
  }

  package var files: [File] { [profile, settings, feedList] }
  package var isDatabaseWell: Bool { database.state == .sound || database.state == .none }
  package var isWell: Bool { isDatabaseWell && files.allSatisfy(\.isWell) }
}

extension Workspace {
  /// Examines the whole workspace and changes nothing of it.
  package func checkUp() async -> Checkup {
    var remarks: [String] = []
    if let kind = NetworkFileSystem.kind(at: database.path) {
      remarks.append(OpenWorkspace.warning(ofNetwork: kind, name(of: database)))
    }
    return Checkup(
      database: await examineDatabase(), profile: examineProfile(), settings: examineSettings(),
      feedList: examineFeedList(), remarks: remarks)
  }

  /// Puts what can be read of a damaged database into a new file beside it; nil if nothing can be.
  package func recoverDatabase() async throws -> Recovery? {
    // Where nobody may write beside it nobody fetches either; then the new file is what fails.
    let lock = try await WorkspaceLock(for: .fetch, in: self, patience: .zero)
    guard let lock else {
      throw UsageFailure("a fetch is running; recover the database when it is done")
    }
    defer { withExtendedLifetime(lock) {} }
    return try await Recovery.save(from: database.path)
  }

  private func examineDatabase() async -> Checkup.Database {
    var result = Checkup.Database(path: name(of: database), state: .none, faults: [])
    do {
      guard try Store.exists(at: database.path) else { return result }
      let examination = try await Store.examine(database.path)
      result.state = examination.faults.isEmpty ? .sound : .damaged
      result.faults = examination.faults
      result.contents = examination.contents
    } catch {
      switch error {
      case .damaged(_, let detail): (result.state, result.faults) = (.damaged, [detail])
      case .newer: (result.state, result.faults) = (.newer, [error.description])
      default: (result.state, result.faults) = (.unreadable, [error.description])
      }
    }
    return result
  }

  private func examineProfile() -> Checkup.File {
    let name = name(of: profile)
    do {
      let check = try checkProfile()
      return Checkup.File(
        path: name, diagnostics: check.diagnostics, summary: check.description)
    } catch {
      return Checkup.File(path: name, failure: error)
    }
  }

  private func examineSettings() -> Checkup.File {
    let name = name(of: settings)
    do {
      guard let bytes = try UserFile.read(settings, as: name, limit: Self.fileLimit) else {
        return Checkup.File(
          path: name, diagnostics: [], summary: "\(name): none, and none is needed")
      }
      let reading = Settings.read(bytes: bytes, path: name)
      if let settings = reading.settings { _ = try networks(settings, environment: [:]) }
      return Checkup.File(
        path: name, diagnostics: reading.diagnostics,
        summary: "\(name): no mistakes")
    } catch {
      return Checkup.File(path: name, failure: error)
    }
  }

  private func examineFeedList() -> Checkup.File {
    let name = name(of: feedList)
    do {
      let list = try readFeedList()
      let count = list.subscriptions.count
      return Checkup.File(
        path: name, diagnostics: list.problems,
        summary: "\(name): \(count) \(count == 1 ? "feed" : "feeds")")
    } catch {
      return Checkup.File(path: name, failure: error)
    }
  }
}

extension Checkup.File {
  fileprivate init(path: String, diagnostics: [Diagnostic], summary: String) {
    self.init(
      path: path, summary: summary,
      problems: diagnostics.map {
        Problem(text: $0.description, isError: $0.severity == .error)
      })
  }

  fileprivate init(path: String, failure: any Error) {
    self.init(
      path: path, summary: "",
      problems: [Problem(text: String(describing: failure), isError: true)])
  }
}
