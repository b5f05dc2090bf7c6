import Conversations
import Exporting
import Foundation
import Testing

@Suite struct CSVTests {
  @Test func writesARowAConversation() throws {
    let list = listing([
      listed(title: "Levers, \"old\" ones?", external: "https://blog.example/levers?token=secret"),
      listed(title: "", text: "Looking for a roaster", author: nil, replies: nil, excerpt: ""),
    ])
    let id = list.conversations[0].conversation.id.text
    let why = "“lever machine” in the title (+52.5); last activity 2 hours ago (+7)"
    #expect(
      try format("csv").text(of: list).components(separatedBy: "\r\n") == [
        row(
          "id", "url", "title", "community", "author", "published", "last_activity", "replies",
          "score", "relevance", "state", "external_url", "also_at", "why", "excerpt", "voices"),
        row(
          id, "https://www.reddit.com/r/espresso/comments/zz1/x/", "Levers, \"\"old\"\" ones?",
          "r/espresso", "u/ann", "2027-01-15T06:00:00Z", "2027-01-15T06:00:00Z", "3", "59.5",
          "52.5",
          "saved", "https://blog.example/levers?token=…", "", why, "We have little room.", ""),
        row(
          id, "https://www.reddit.com/r/espresso/comments/zz1/x/", "Looking for a roaster",
          "r/espresso", "", "2027-01-15T06:00:00Z", "2027-01-15T06:00:00Z", "", "59.5", "52.5",
          "saved", "", "", why, "", ""),
        "",
      ])
  }

  private func row(_ cells: String...) -> String {
    cells.map { "\"\($0)\"" }.joined(separator: ",")
  }

  /// A spreadsheet runs what starts like a formula, whoever wrote it.
  @Test(arguments: [
    ("=HYPERLINK(\"https://x.example\")", "'=HYPERLINK(\"\"https://x.example\"\")"),
    ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("  =1", "'  =1"), ("\t=1", "' =1"),
    ("＝1", "'＝1"), ("a\r\nb", "a  b"), ("1 + 1", "1 + 1"),
  ])
  func titlesStayText(title: String, shown: String) throws {
    let text = try format("csv").text(of: listing([listed(title: title)]))
    #expect(text.contains(",\"\(shown)\",\"r/espresso\","))
  }
}
