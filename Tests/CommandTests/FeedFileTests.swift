import Conversations
import Foundation
import Storage
import Support
import Testing

/// Feeds that are files of the workspace: they are read when they have changed.
@Suite struct FeedFileTests {
  private let folder: TemporaryFolder
  private let tool: Tool

  init() throws {
    folder = try TemporaryFolder.workspace(feeds: ["saved.xml"])
    tool = Tool(in: folder)
    try folder.write(rss("One"), to: "saved.xml")
    #expect(try tool("fetch").output == "1 feed: 1 read; 1 new post\n")
  }

  @Test func whatHasNotChangedIsNotReadAgain() async throws {
    // Whole seconds are stored: within the second of the last reading a file may have changed.
    try await Task.sleep(for: .seconds(1.1))
    #expect(try tool("fetch").code == 0)
    #expect(try tool("fetch").output == "1 feed: 1 unchanged; 0 new posts\n")
    #expect(try tool("fetch", "--force").output == "1 feed: 1 read; 0 new posts\n")
  }

  /// What is moved, copied or unpacked into a place often keeps the time at which it was written.
  @Test(arguments: [false, true]) func anOlderFileInItsPlaceIsRead(isLink: Bool) throws {
    try folder.write(rss("One", "Two"), to: "older.xml")
    let (older, place) = (folder.path + "older.xml", folder.path + "saved.xml")
    try FileManager.default.setAttributes(
      [.modificationDate: Date().addingTimeInterval(-86_400)], ofItemAtPath: older)
    try FileManager.default.removeItem(atPath: place)
    if isLink {
      try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: older)
    } else {
      try FileManager.default.moveItem(atPath: older, toPath: place)
    }
    #expect(try tool("fetch").output == "1 feed: 1 read; 1 new post\n")
  }

  @Test func aFileBehindALinkIsReadWhenItHasChanged() async throws {
    let (file, link) = (folder.path + "new.xml", folder.path + "saved.xml")
    try FileManager.default.moveItem(atPath: link, toPath: file)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    try await Task.sleep(for: .seconds(1.1))
    #expect(try tool("fetch").output == "1 feed: 1 read; 0 new posts\n")
    try folder.write(rss("One", "Two"), to: "new.xml")
    #expect(try tool("fetch").output == "1 feed: 1 read; 1 new post\n")
  }

  @Test func whatWasReadWhileTheClockWasAheadIsReadAgain() async throws {
    let store = try Store(at: folder.path + ".mingle/mingle.db")
    for var visit in try await store.visits().values {
      visit.attempted = visit.attempted.map { $0 + 365 * 86_400 }
      visit.succeeded = visit.succeeded.map { $0 + 365 * 86_400 }
      _ = try await store.record(visit, at: Date())
    }
    try folder.write(rss("One", "Two"), to: "saved.xml")
    #expect(try tool("fetch").output == "1 feed: 1 read; 1 new post\n")
  }
}
