import Foundation
import Support
import Testing

/// What happens when the database is not what it should be.
@Suite struct DatabaseTests {
  @Test(arguments: [
    "this is text, and no database at all; it is long enough to be taken for a header",
    "SQLite format 3\u{0}" + String(repeating: "x", count: 5000),
  ])
  func aForeignFileIsNamedAndLeftAlone(text: String) throws {
    let folder = try TemporaryFolder.demo()
    try folder.write(text, to: ".mingle/mingle.db")
    for command in ["today --no-fetch", "fetch", "posts", "feeds list", "save abcd"] {
      let outcome = try Tool(in: folder).shell("mingle \(command)")
      #expect(outcome.messages.contains("mingle.db: this is not a sound Mingle database ("))
      #expect(outcome.output == "")
      #expect(outcome.code == 3, "\(command)")
    }
    #expect(try folder.text(".mingle/mingle.db") == text)
  }

  @Test func aFolderThatCannotHoldOneIsNamed() throws {
    let folder = try TemporaryFolder.demo()
    try folder.write("a file in the place of the folder", to: ".mingle")
    for command in ["today", "fetch", "feeds list"] {
      let outcome = try Tool(in: folder).shell("mingle \(command)")
      #expect(outcome.messages.hasPrefix("mingle: cannot write "))
      #expect(outcome.output == "")
      #expect(outcome.code == 3, "\(command)")
    }
  }

  @Test func aTruncatedDatabaseGivesNoAnswer() throws {
    let folder = try TemporaryFolder.demo()
    let tool = Tool(in: folder)
    #expect(try tool("today", "--on", "2026-03-14").code == 0)
    let file = folder.url.appending(path: ".mingle/mingle.db")
    let half = try Data(contentsOf: file).prefix(20_000)
    try half.write(to: file)
    let outcome = try tool("today", "--no-fetch", "--on", "2026-03-14")
    #expect(outcome.messages.contains("is not a sound Mingle database"))
    #expect(outcome.output == "")
    #expect(outcome.code == 3)
  }
}
