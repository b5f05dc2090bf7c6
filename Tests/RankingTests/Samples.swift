import Conversations
import Foundation
import Profiles

@testable import Ranking

let noon = Date(timeIntervalSince1970: 1_750_000_000)

/// A profile of keywords with weights; the first keyword stands in line 1.
func profile(keywords: [(String, Double)], never: [String] = []) throws -> Profile {
  Profile(
    keywords: try keywords.enumerated().map { index, keyword in
      .init(
        text: keyword.0, query: try Query(keyword.0), weight: keyword.1, line: index + 1)
    },
    never: try never.enumerated().map { index, text in
      .init(text: text, query: try Query(text), line: 100 + index)
    })
}

/// A conversation of an opening and replies, as old as `age` seconds at noon.
func conversation(
  id: String = "c1", title: String = "", text: String = "", author: String? = nil,
  replies: [(text: String, author: String)] = [], community: String = "r/coffee",
  age: TimeInterval = 1_000_000
) -> Conversation {
  let opening = Post(
    id: id, feed: "f", community: community, thread: id, author: author, title: title, text: text,
    published: noon.addingTimeInterval(-age))
  let answers = replies.enumerated().map { index, reply in
    Post(
      id: "\(id)-\(index)", feed: "f", community: community, thread: id, author: reply.author,
      title: title, text: reply.text, role: .reply(to: nil))
  }
  return Conversation(
    id: ConversationID(stored: id), community: community, address: nil,
    posts: [opening] + answers, lastActivity: noon.addingTimeInterval(-age))
}

extension Ranker {
  /// The conversations that are shown, best first; equal ones by newest activity, then by name.
  func rank(_ conversations: [Conversation]) async -> [RankedConversation] {
    await judge(conversations).filter(\.isShown).map(\.ranked).sorted {
      ($0.score, $0.conversation.lastActivity, $1.conversation.id)
        > ($1.score, $1.conversation.lastActivity, $0.conversation.id)
    }
  }
}
