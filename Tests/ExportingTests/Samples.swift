import Conversations
import Exporting
import Foundation
import Ranking

let noon = Date(timeIntervalSince1970: 1_800_000_000)

/// A conversation with a title, a text and a reason or two.
func listed(
  title: String = "Which lever machine?", text: String = "We have little room.",
  author: String? = "u/ann", community: String = "r/espresso", replies: Int? = 3,
  url: String = "https://www.reddit.com/r/espresso/comments/zz1/x/", external: String? = nil,
  excerpt: String = "We have little room."
) -> ListedConversation {
  let post = Post(
    id: "t3_zz1", feed: "https://www.reddit.com/r/espresso/new/.rss", community: community,
    thread: "reddit:zz1", discussion: Address(url), link: Address(url), author: author,
    title: title, text: text, published: noon.addingTimeInterval(-7200), replies: replies,
    external: external.flatMap { Address($0) })
  let conversation = Conversation(
    id: ConversationID(thread: "reddit:zz1"), community: community, address: Address(url),
    posts: [post], lastActivity: noon.addingTimeInterval(-7200), replies: replies)
  let reasons = [
    Reason(
      signal: "keyword", points: 52.5, because: "“lever machine” in the title", profileLine: 4),
    Reason(
      signal: "freshness", points: 7, because: "last activity 2 hours ago", profileLine: nil),
  ]
  return ListedConversation(
    ranked: RankedConversation(conversation: conversation, reasons: reasons, excerpt: excerpt),
    shortID: "3f7k", state: .saved)
}

func listing(_ conversations: [ListedConversation]) -> Listing {
  Listing(
    made: noon, window: TimeWindow(since: noon.addingTimeInterval(-86_400), until: noon),
    business: "Harbor & Bean",
    profile: Listing.ProfileReference(path: "profile.yaml", fingerprint: "abc"),
    conversations: conversations, considered: 9, relevant: conversations.count)
}

/// A format by its name.
func format(_ name: String) throws -> any ExportFormat {
  guard let format = exportFormats.first(where: { $0.name == name }) else { throw NoSuchFormat() }
  return format
}

private struct NoSuchFormat: Error {}
