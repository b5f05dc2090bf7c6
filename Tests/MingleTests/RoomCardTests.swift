import Foundation
import Mingle
import Testing

@Suite struct RoomCardTests {
  /// A feed may call its community anything; the file stays in its folder and can be typed.
  @Test(arguments: [
    ("r/espresso", "r-espresso.md"), ("R/Espresso", "r-espresso.md"),
    ("forum.example", "forum.example.md"), ("Hacker News", "hacker-news.md"),
    ("../../x", "x.md"), ("/etc/passwd", "etc-passwd.md"), ("..", "room.md"), ("", "room.md"),
    (".hidden", "hidden.md"), ("a/../b", "a-b.md"), ("a\u{0}b\nc", "a-b-c.md"),
    ("\u{202E}txt.exe", "txt.exe.md"), ("Siebträger-Stammtisch", "siebträger-stammtisch.md"),
    ("コーヒー", "コーヒー.md"), ("☕️", "room.md"), ("-rf", "rf.md"), ("C:\\con", "c-con.md"),
    ("$(reboot)", "reboot.md"),
  ])
  func theFileIsNamedAfterTheRoom(room: String, file: String) {
    #expect(RoomCard.fileName(of: room) == file)
  }

  @Test func aNameOfAnyLengthFitsAFileSystem() {
    #expect(RoomCard.fileName(of: String(repeating: "ä/", count: 10_000)).utf8.count < 100)
    #expect(RoomCard.fileName(of: String(repeating: "コ", count: 10_000)).utf8.count < 100)
  }

  @Test(arguments: [
    ("r/espresso", "R/Espresso", true), ("r/espresso", "/r/espresso", true),
    ("r/espresso", "r/coffee", false), ("two\nlines", "two lines", true), ("C#", "c#", true),
    ("a # b", "a # b", true), ("closed #", "closed", true), ("  wide   name ", "wide name", true),
    ("\u{1B}[31mred", "[31mred", true),
  ])
  func aBlankCardIsOfItsRoom(room: String, other: String, isOf: Bool) throws {
    let card = try #require(
      RoomCard(MarkdownOutline(RoomCard.blank(of: room)), path: "rooms/x.md"))
    #expect(card.isOf(room))
    #expect(card.isOf(other) == isOf)
    #expect(card.rules == [] && card.notes == [])
  }
}
