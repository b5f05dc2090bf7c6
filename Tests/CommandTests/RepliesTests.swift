import Foundation
import Support
import Testing

@Suite struct RepliesTests {
  private let folder: TemporaryFolder
  private let tool: Tool

  init() throws {
    folder = try TemporaryFolder.demo()
    tool = Tool(in: folder)
    #expect(try tool("fetch").code == 0)
    #expect(try tool("join", "aa6w", "--by", "Sam", "--on", "2026-03-13").code == 0)
  }

  private func replies(_ arguments: String...) throws -> String {
    try tool.run(["replies"] + arguments).output
  }

  private static let nobody =
    "Nobody has answered since you joined or last looked; all answers are told by: "
    + "mingle replies --all\n"

  @Test func answersToWhatWasJoinedAreTold() throws {
    #expect(try replies("--on", "2026-03-13") == Self.nobody)
    #expect(
      try replies("--on", "2026-03-14") == """
        Rebuild kit for a 1974 lever: who ships to the EU without ruining me?
          r/espresso · 2 new replies · aa6w
          https://www.reddit.com/r/espresso/comments/zzdemo11/rebuild_kit_for_a_1974_lever_who_ships_to_the_eu/
          u/parts_bin_joost · 9 hours ago: “@sanne I only know a guy who does pumps. If you find one post it here, people ask every month 🙏”
          u/sanne_op_zuid · 12 hours ago: “Same machine here, same uncle story almost! I'm near Rotterdam and honestly I don't trust myself with a boiler. Is there…”

        Read: mingle show aa6w · answered: mingle join aa6w

        """)
    #expect(
      try replies("--on", "2026-03-14", "--since", "12h", "--json").hasSuffix(
        """
          "replies" : [
            {
              "answers" : [
                {
                  "author" : "u/parts_bin_joost",
                  "excerpt" : "@sanne I only know a guy who does pumps. If you find one post it here, people ask every month 🙏",
                  "published" : "2026-03-14T14:55:43Z",
                  "url" : "https://www.reddit.com/r/espresso/comments/zzdemo11/rebuild_kit_for_a_1974_lever_who_ships_to_the_eu/zzdemor5/"
                }
              ],
              "community" : "r/espresso",
              "id" : "aa6w1qdw41qr0",
              "last_reply" : "2026-03-14T14:55:43Z",
              "since" : "2026-03-13T23:59:59Z",
              "title" : "Rebuild kit for a 1974 lever: who ships to the EU without ruining me?",
              "url" : "https://www.reddit.com/r/espresso/comments/zzdemo11/rebuild_kit_for_a_1974_lever_who_ships_to_the_eu/"
            }
          ],
          "window" : {
            "since" : "2026-03-14T11:59:59Z",
            "until" : "2026-03-14T23:59:59Z"
          }
        }

        """))
  }

  @Test func todayTellsThemFirst() throws {
    let output = try tool("today", "--no-fetch", "--on", "2026-03-14").output
    #expect(
      output.components(separatedBy: "\n\n")[1] == """
        1 of your conversations has new replies:
          Rebuild kit for a 1974 lever: who ships to the EU without ruining me? · r/espresso · 2 new replies · aa6w
            u/parts_bin_joost · 9 hours ago: “@sanne I only know a guy who does pumps. If you find one post it here, people ask every month 🙏”
          All of them: mingle replies
        """)
    #expect(try authors("2026-03-14") == [["u/parts_bin_joost", "u/sanne_op_zuid"]])
    #expect(try authors("2026-03-13") == [])
  }

  /// What `today --json` tells of answers: who wrote them, conversation by conversation.
  private func authors(_ day: String) throws -> [[String?]] {
    let json = try tool("today", "--no-fetch", "--on", day, "--json").output
    let document = try JSONDecoder().decode(Document.self, from: Data(json.utf8))
    return document.replies.map { $0.answers.map(\.author) }
  }

  private struct Document: Decodable {
    struct Conversation: Decodable { var answers: [Answer] }
    struct Answer: Decodable { var author: String? }
    var replies: [Conversation]
  }

  /// Whatever one does about a conversation, one has read it.
  @Test(arguments: [["note", "--note", "x"], ["join", "--as", "helped"], ["claim"]])
  func anActMarksThemAsRead(act: [String]) throws {
    let done = try tool.run(act + ["aa6w", "--by", "Ann", "--on", "2026-03-14T12:00:00Z"])
    #expect(done.code == 0)
    let unread = try replies("--on", "2026-03-14")
    #expect(unread.contains("1 new reply · aa6w") && unread.contains("u/parts_bin_joost"))
    #expect(try replies("--on", "2026-03-14", "--all").contains("2 new replies · aa6w"))
    // Sam has not.
    #expect(try replies("--on", "2026-03-14", "--by", "SAM").contains("2 new replies · aa6w"))
    #expect(try tool("undo").code == 0)
    #expect(try replies("--on", "2026-03-14").contains("2 new replies · aa6w"))
  }

  /// Those of the demo.
  private static let authors = "authors: [harborbean, u/annika_roasts]"

  @Test func theirOwnWordsAreNoAnswerAndShowThatTheyRead() throws {
    let profile = try folder.text("profile.yaml")
    try folder.write(
      profile.replacing(Self.authors, with: "authors: [\"@Sanne_op_zuid\"]"), to: "profile.yaml")
    let unread = try replies("--on", "2026-03-14")
    #expect(unread.contains("1 new reply · aa6w") && !unread.contains("sanne_op_zuid ·"))
    try folder.write(
      profile.replacing(Self.authors, with: "authors: [parts_bin_joost]"), to: "profile.yaml")
    // Their last word is of after hers.
    #expect(try replies("--on", "2026-03-14") == Self.nobody)
    #expect(try replies("--on", "2026-03-14", "--all").contains("u/sanne_op_zuid"))
  }

  @Test func onlyWhatIsJoinedIsLookedAt() throws {
    #expect(try replies("--on", "2026-03-14", "--by", "Ann") == Self.nobody)
    _ = try tool("snooze", "aa6w", "--on", "2026-03-13")
    #expect(try replies("--on", "2026-03-14").contains("2 new replies"))
    _ = try tool("skip", "aa6w", "--on", "2026-03-13")
    #expect(try replies("--on", "2026-03-14") == Self.nobody)
    // The last act by number wins, whatever day it is of.
    _ = try tool("join", "aa6w", "--on", "2026-03-12")
    #expect(try replies("--on", "2026-03-14").contains("2 new replies"))
  }
}
