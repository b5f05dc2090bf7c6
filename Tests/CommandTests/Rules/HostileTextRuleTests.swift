import Foundation
import Support
import Testing

/// Rules of what feeds say: plain text comes in, and plain text goes out, whatever it pretends to be.
@Suite struct HostileTextRuleTests {
  /// Characters that act on a terminal, hide or turn text.
  private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  private static func item(
    _ title: String, _ text: String = "", link: String = "https://a.example/1"
  )
    -> String
  {
    """
    <item><guid>1</guid><title>lever machine \(title)</title><link>\(link)</link>
    <description><![CDATA[\(text)]]></description></item>
    """
  }

  static let texts = [
    "&#27;[2J&#27;]0;owned&#7;", "\u{9B}31m", "&#x9b;2J&#x85;&#x90;", "\u{202E}gpj.exe\u{202C}",
    "\u{2066}a\u{2069}\u{FEFF}", "a&#13;&#10;b\nc&#10;d", "&amp;#27;[31m", "a\u{7F}b\u{8}c",
    "&#0;a&#1;", "\u{85}next", "<![CDATA[\u{1B}[31m]]>",
  ]

  /// Every command that shows a post, as text and as data.
  @Test func nothingActsOnATerminal() throws {
    let paths = Self.texts.indices.map { "/\($0)" }
    let scene = try RuleScene([:], feeds: paths)
    for (path, text) in zip(paths, Self.texts) {
      let item = Self.item(text, "lever machine \(text)", link: "https://a.example\(path)")
      let head = "<description>\(text)</description>"
      scene.server.route(path, .reply(.feed(rss(items: [item], head: head))))
    }
    try scene.fetch()
    let titles = try scene.titles()
    #expect(titles.count == Self.texts.count)
    #expect(titles.allSatisfy { !$0.contains("\n") && !$0.contains("\r") })
    for command in [
      ["posts"], ["posts", "--json"], ["today", "--no-fetch"], ["today", "--no-fetch", "--json"],
      ["feeds", "list"], ["feeds", "list", "--json"], ["export", "--today"],
      ["export", "--today", "--format", "csv"], ["export", "--today", "--format", "json"],
      ["export", "--today", "--format", "html"], ["export", "--today", "--format", "atom"],
    ] {
      let outcome = try scene.tool.run(command)
      #expect(outcome.output.contains("lever machine") || command[0] == "feeds", "\(command)")
      // Lines of CSV end in CR LF.
      let text = (outcome.output + outcome.messages).replacing("\r\n", with: "\n")
      let active = text.unicodeScalars.filter(Self.isActive)
      #expect(active.isEmpty, "\(command): \(active)")
    }
    for post in try scene.posts() {
      #expect(!(post.title + post.content).unicodeScalars.contains(where: Self.isActive))
    }
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>",
    "<style>body{}</style>", "<iframe src='javascript:alert(1)'></iframe>",
    "<a href=\"javascript:alert(1)\">a</a>", "<p onclick='x()'>a</p>",
    "<!--><script>alert(1)</script>",
    "<scr<script>ipt>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;",
  ])
  func noHTMLIsStoredOrShown(_ html: String) throws {
    let escaped = html.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    let scene = try RuleScene(
      .reply(.feed(rss(items: [Self.item(escaped, "<p>before</p>\(html)<p>after</p>")]))))
    try scene.fetch()
    let post = try #require(scene.posts().first)
    #expect(post.content.contains("before") && post.content.contains("after"))
    let html = try scene.tool("export", "--today", "--format", "html").output
    let markdown = try scene.tool("export", "--today", "--format", "markdown").output
      .replacing("\\<", with: "")
    for sign in ["<script", "<img", "<svg", "<iframe", "<style>body", " onclick=\"", "<p onclick"] {
      #expect(!html.contains(sign) && !markdown.contains(sign), "\(sign)")
    }
  }

  /// What is no http or https address is no link of a post.
  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)",
    "java&#10;script:alert(1)",
    "data:text/html,x", "file:///etc/passwd", "vbscript:x", "&#1;javascript:x",
  ])
  func aLinkIsOfTheWeb(_ link: String) throws {
    let scene = try RuleScene(.reply(.feed(rss(items: [Self.item("x", "lever", link: link)]))))
    try scene.fetch()
    let post = try #require(scene.posts().first)
    // Whatever is made of it, it is not what a browser would run.
    #expect(post.link.map { $0.hasPrefix("http://") || $0.hasPrefix("https://") } ?? true)
    for format in ["html", "markdown", "atom", "csv"] {
      let output = try scene.tool("export", "--today", "--format", format).output.lowercased()
      for start in ["\"", "<", "(", ","] {
        #expect(!output.contains(start + "javascript:") && !output.contains(start + "file:"))
      }
    }
  }

  @Test func markdownIsText() throws {
    let title = "[a](javascript:x) *b* `c` # d | e ![f](http://x)"
    let scene = try RuleScene(.reply(.feed(rss(items: [Self.item(title)]))))
    try scene.fetch()
    let markdown = try scene.tool("export", "--today", "--format", "markdown").output
    #expect(!markdown.contains("[a](") && !markdown.contains("*b*") && !markdown.contains("`c`"))
    #expect(!markdown.contains("![f]"))
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0"])
  func aCellOfATableIsNoFormula(_ formula: String) throws {
    let item =
      "<item><guid>1</guid><title>\(formula) lever machine</title><link>https://a.example/1</link></item>"
    let scene = try RuleScene(.reply(.feed(rss(items: [item]))))
    try scene.fetch()
    let csv = try scene.tool("export", "--today", "--format", "csv").output
    #expect(csv.contains("\"'\(formula)") && !csv.contains("\"\(formula)"))
  }

  /// Guids that change with every reading make no new posts: same link and same title.
  @Test func changingGuidsAreTheSamePosts() throws {
    let scene = try RuleScene(
      .choose { _ in
        let items = (1...3).map {
          "<item><guid>\(UUID())</guid><title>T\($0)</title><link>https://a.example/\($0)</link></item>"
        }
        return .reply(.feed(rss(items: items)))
      })
    for _ in 0..<3 { try scene.fetch("--force") }
    #expect(try scene.titles() == ["T1", "T2", "T3"])
    #expect(
      try scene.fetch("--force").outcome.output.hasPrefix("1 feed: 1 read; 0 new posts"))
  }
}
