package import Foundation

/// The folder in which a team keeps its profile and its feed list, and where its database is.
package struct Workspace: Sendable, Hashable {
  package var folder: URL
  package var database: URL

  package var profile: URL { folder.appending(path: "profile.yaml") }
  package var feedList: URL { folder.appending(path: "feeds.opml") }
  package var settings: URL { folder.appending(path: "settings.yaml") }

  /// Whether something was stored in it already.
  package var hasDatabase: Bool { database.isFile }

  /// A workspace in a folder of its own, with the database inside.
  package init(folder: URL) {
    self.folder = folder.standardizedFileURL
    database = self.folder.appending(path: ".mingle/mingle.db")
  }

  /// The team's one workspace under the XDG folders, with the database among the data.
  private init(configuration: URL, data: URL) {
    folder = configuration.appending(path: "mingle").standardizedFileURL
    database = data.appending(path: "mingle/mingle.db").standardizedFileURL
  }

  /// Finds the workspace that a command works in.
  ///
  /// It is `option` (`--workspace`), else `MINGLE_WORKSPACE`, else the nearest folder from `current`
  /// upwards that holds both files, else the one under the XDG base directories.
  package static func locate(
    option: String?, environment: [String: String], current: String
  ) throws(UsageFailure) -> Workspace {
    if let named = option ?? environment["MINGLE_WORKSPACE"].flatMap({ $0.isEmpty ? nil : $0 }) {
      guard named.hasPrefix("/") || current.hasPrefix("/") else { throw Self.lostFolder }
      let folder = URL(filePath: named, relativeTo: URL(filePath: current + "/"))
      guard folder.isFolder else {
        throw UsageFailure(
          "\(named): there is no such folder; make a workspace there with: mingle init \(named)")
      }
      return Workspace(folder: folder)
    }
    guard current.hasPrefix("/") else { throw Self.lostFolder }
    var folder = URL(filePath: current).standardizedFileURL
    while true {
      let candidate = Workspace(folder: folder)
      if candidate.profile.isFile && candidate.feedList.isFile { return candidate }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path == folder.path { break }
      folder = parent
    }
    if let shared = shared(environment), shared.profile.isFile || shared.feedList.isFile {
      return shared
    }
    throw UsageFailure(
      "there is no workspace here: no folder from \(current) upwards has profile.yaml and "
        + "feeds.opml; make one with: mingle init")
  }

  /// The current folder was deleted, or may not be looked up.
  static let lostFolder = UsageFailure(
    "the current folder is not there any more; go to another one, or name a workspace with "
      + "--workspace")

  /// Where the file or folder named `name` on the command line is, relative to the current folder.
  package static func url(of name: String) throws(UsageFailure) -> URL {
    let current = FileManager.default.currentDirectoryPath
    guard name.hasPrefix("/") || current.hasPrefix("/") else { throw lostFolder }
    return URL(filePath: name, relativeTo: URL(filePath: current + "/"))
  }

  /// The workspace under the XDG base directories; nil where neither they nor a home are known.
  ///
  /// The XDG specification says that a relative path in its variables is to be ignored.
  package static func shared(_ environment: [String: String]) -> Workspace? {
    func base(_ variable: String, _ fallback: String) -> URL? {
      if let path = environment[variable], path.hasPrefix("/") { return URL(filePath: path) }
      guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
      return URL(filePath: home).appending(path: fallback)
    }
    guard let configuration = base("XDG_CONFIG_HOME", ".config"),
      let data = base("XDG_DATA_HOME", ".local/share")
    else { return nil }
    return Workspace(configuration: configuration, data: data)
  }
}

extension URL {
  var isFile: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  var isFolder: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
