import Conversations
import Foundation

@testable import Ranking

/// What a profile found in a conversation, without reading one.
func finding(
  _ id: String, score: Double = 10, keywords: [Int] = [0], never: [Int] = [],
  state: ConversationState = .new, isShown: Bool = true
) -> Finding {
  Finding(
    id: ConversationID(stored: id), title: "Title \(id)", community: "r/coffee", state: state,
    lastActivity: noon, score: score, isShown: isShown && never.isEmpty,
    keywords: keywords.map { Finding.Part(number: $0, points: 2) }, never: never,
    isKeptBack: !never.isEmpty && isShown, trust: nil)
}
