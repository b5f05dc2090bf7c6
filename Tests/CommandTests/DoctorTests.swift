import Foundation
import Support
import Testing

@Suite struct DoctorTests {
  @Test func aWellWorkspaceIsTold() throws {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    #expect(
      try tool("doctor").output == """
        .mingle/mingle.db: none yet; it is made by: mingle fetch
        profile.yaml: no mistakes; 32 keywords, 5 nevers, 3 communities
        settings.yaml: none, and none is needed
        feeds.opml: 27 feeds
        All is well.

        """)
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: ".mingle").path))
    #expect(try tool("fetch").code == 0)
    let outcome = try tool("doctor", "--recover")
    #expect(
      outcome.output.hasPrefix(
        ".mingle/mingle.db: sound; 27 feeds, 147 posts, 118 conversations, 0 acts\n"))
    #expect(outcome.code == 0)
  }

  @Test func everyMistakeOfTheFilesIsTold() throws {
    let folder = try TemporaryFolder.workspace(
      feeds: ["https://a.example/", "file:///etc/passwd"], profile: "keywords:\n  a: 9\n")
    try folder.write("every: soon\nallow_network: [1]\n", to: "settings.yaml")
    let outcome = try Tool(in: folder)("doctor")
    for place in ["profile.yaml:2:", "settings.yaml:1:", "settings.yaml:2:", "feeds.opml:4:"] {
      #expect(outcome.output.contains("\n\(place)"), "\(place)")
    }
    #expect(outcome.output.hasSuffix("\nNot all is well.\n"))
    #expect(outcome.code == 2)
  }

  @Test func missingFilesAreTold() throws {
    let folder = try TemporaryFolder()
    let outcome = try Tool(in: folder)("doctor", "--workspace", ".")
    #expect(outcome.output.contains("there is no profile profile.yaml; make one with: mingle init"))
    #expect(outcome.output.contains("there is no feed list feeds.opml; make one with: mingle init"))
    #expect(outcome.code == 2)
  }

  @Test func isAJSONDocumentToo() throws {
    struct Document: Decodable {
      struct Database: Decodable {
        struct Contents: Decodable { var posts: Int }
        var state: String
        var faults: [String]
        var contents: Contents?
      }
      struct File: Decodable {
        var path: String
        var is_well: Bool
        var problems: [String]
      }
      struct Recovered: Decodable {
        var path: String
        var contents: Database.Contents
      }
      var is_well: Bool
      var database: Database
      var profile: File
      var settings: File
      var feed_list: File
      var recovered: Recovered?
    }
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    #expect(try tool("fetch").code == 0)
    func document(_ arguments: String...) throws -> (Document, Int32) {
      let outcome = try tool.run(["doctor", "--json"] + arguments)
      let data = Data(outcome.output.utf8)
      return (try JSONDecoder().decode(Document.self, from: data), outcome.code)
    }
    let (well, code) = try document()
    #expect(code == 0)
    #expect(well.is_well)
    #expect(well.database.state == "sound")
    #expect(well.database.contents?.posts == 147)
    #expect(well.feed_list.path == "feeds.opml")
    #expect(well.recovered == nil)

    let file = folder.url.appending(path: ".mingle/mingle.db")
    try (Data(repeating: 0xEE, count: 4096) + Data(contentsOf: file).dropFirst(4096)).write(
      to: file)
    let (damaged, damage) = try document()
    #expect(damage == 3)
    #expect(!damaged.is_well)
    #expect(damaged.database.state == "damaged")
    #expect(damaged.database.faults == ["file is not a database"])
    #expect(damaged.profile.is_well)
    let (saved, rescue) = try document("--recover")
    #expect(rescue == 0)
    #expect(saved.recovered?.contents.posts == 147)
  }
}
