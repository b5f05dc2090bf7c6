internal import Conversations
internal import Foundation
internal import Profiles
internal import Ranking

/// A listing as comma-separated values, for spreadsheets (RFC 4180): a heading, then a row a
/// conversation.
struct CSV: ExportFormat {
  let name = "csv"

  func text(of listing: Listing) -> String {
    let rows = [Self.heading] + listing.conversations.map(row)
    return rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
  }

  private static let heading = [
    "id", "url", "title", "community", "author", "published", "last_activity", "replies", "score",
    "relevance", "state", "external_url", "also_at", "why", "excerpt", "voices",
  ]

  private func row(_ listed: ListedConversation) -> [String] {
    let conversation = listed.conversation
    let why = listed.ranked.reasons.map { "\($0.because) (\(signed($0.points)))" }
    let elsewhere = conversation.alsoAt.map { $0.address?.redacted ?? $0.community }
    return [
      conversation.id.text, cell(conversation.address?.redacted ?? ""), cell(listed.heading),
      cell(conversation.community), cell(conversation.opening?.author ?? ""),
      conversation.opening?.published.map(time) ?? "", time(conversation.lastActivity),
      conversation.replies.map(String.init) ?? "", score(listed.ranked.score),
      score(listed.ranked.relevance), listed.state.rawValue,
      cell(conversation.external?.redacted ?? ""), cell(elsewhere.joined(separator: " ")),
      cell(why.joined(separator: "; ")), cell(listed.ranked.excerpt),
      cell(listed.ranked.voices.map(\.say).joined(separator: " ")),
    ]
  }

  private func time(_ date: Date) -> String { date.formatted(.iso8601) }

  /// A text as a cell. Spreadsheets calculate what starts with one of these signs, whoever wrote it
  /// (OWASP, "CSV injection"); behind an apostrophe it stays a text.
  private func cell(_ text: String) -> String {
    let line = printable(text, keepsLines: false)
    let start = line.drop { $0 == " " }.unicodeScalars.first
    let isFormula = start.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) }
    return isFormula == true ? "'\(line)" : line
  }

  /// Every cell is quoted: programs differ in what else ends one (a semicolon, a tab).
  private func quoted(_ cell: String) -> String {
    "\"\(cell.replacingOccurrences(of: "\"", with: "\"\""))\""
  }
}
