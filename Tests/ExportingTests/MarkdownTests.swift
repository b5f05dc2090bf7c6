import Conversations
import Exporting
import Profiles
import Ranking
import Testing

@Suite struct MarkdownTests {
  @Test func writesAShortlistToPaste() throws {
    let list = listing([
      listed(external: "https://blog.example/levers"),
      listed(title: "", text: "Looking for a roaster", author: nil, replies: nil, excerpt: ""),
    ])
    #expect(
      try format("markdown").text(of: list) == """
        # Conversations for Harbor \\& Bean

        2 conversations, 2027-01-15

        - [ ] **[Which lever machine?](<https://www.reddit.com/r/espresso/comments/zz1/x/>)**  
          r/espresso · 2 hours ago · 3 replies · by u/ann
          - Why (59.5): “lever machine” in the title (+52.5); last activity 2 hours ago (+7)
          - About: <https://blog.example/levers>

          > We have little room.

        - [ ] **[Looking for a roaster](<https://www.reddit.com/r/espresso/comments/zz1/x/>)**  
          r/espresso · 2 hours ago · ? replies
          - Why (59.5): “lever machine” in the title (+52.5); last activity 2 hours ago (+7)

        """)
  }

  /// What only the business can say, and where else it is talked about, stand beside the conversation.
  @Test func tellsVoicesAndOtherRooms() throws {
    var listed = listed()
    listed.ranked.voices = [
      .init(about: "lever", query: try Query("lever"), say: "We have *200* levers.", line: 14)
    ]
    listed.ranked.conversation.alsoAt = [
      .init(
        id: ConversationID(thread: "x"), community: "r/Coffee",
        address: Address("https://a.example/x")),
      .init(id: ConversationID(thread: "y"), community: "a_list", address: nil),
    ]
    listed.alsoShort = ["k3f9", "9xq2"]
    let text = try format("markdown").text(of: listing([listed]))
    #expect(
      text.contains(
        """
          - Also at: [r/Coffee](<https://a.example/x>) (k3f9), a\\_list (9xq2)
          - Say: We have \\*200\\* levers. (profile.yaml:14)
        """))
  }

  /// Titles are written by strangers: none of them may start markup, HTML or a link.
  @Test(arguments: [
    ("[click](javascript:alert(1))", "\\[click\\](javascript:alert(1))"),
    ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
    ("![x](https://track.example/p.png)", "\\!\\[x\\](https\\://track.example/p.png)"),
    (
      "**bold** _it_ `code` ~~no~~ | # $x$",
      "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~ \\| \\# \\$x\\$"
    ),
    ("two\nlines\u{1B}[31m\u{202E}", "two lines\\[31m"),
    ("AT&amp;T", "AT\\&amp;T"),
  ])
  func titlesStayText(title: String, shown: String) throws {
    let text = try format("markdown").text(of: listing([listed(title: title)]))
    #expect(text.contains("**[\(shown)](<https://"))
  }

  @Test func anAddressCannotLeaveItsBrackets() throws {
    let text = try format("markdown").text(
      of: listing([listed(url: "https://a.example/?x=%3E)<b>\\|")]))
    let target = try #require(text.firstMatch(of: /\]\(<(.*)>\)\*\*/)?.1)
    #expect(!target.contains("<") && !target.contains(">") && !target.contains("|"))
  }

  @Test func anEmptyListIsNoError() throws {
    #expect(
      try format("markdown").text(of: listing([])) == """
        # Conversations for Harbor \\& Bean

        0 conversations, 2027-01-15

        """)
  }
}
