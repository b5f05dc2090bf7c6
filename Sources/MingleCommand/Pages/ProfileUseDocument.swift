internal import Conversations
internal import Exporting
internal import Foundation
internal import Profiles
internal import Ranking

/// `profile stats --json`.
struct ProfileUseDocument: Encodable {
  var profile: ProfileReferenceDocument
  var window: WindowDocument
  var conversations: Int
  var relevant: Int
  var keywords: [Keyword]
  var never: [Never]
  var communities: [Community]

  struct Keyword: Encodable {
    var line: Int
    var keyword: String
    var weight: Double
    var matches: Int
    var joined: Int
    var saved: Int
    var skipped: Int
    var share: Double
    @OrNull var lastMatch: Date?
  }

  struct Never: Encodable {
    var line: Int
    var never: String
    var matches: Int
    var hidden: Int
  }

  struct Community: Encodable {
    var line: Int
    var community: String
    var factor: Double
    var lifted: Int
    var lowered: Int
  }

  init(_ use: ProfileUse, of profile: Profile, in window: TimeWindow) {
    self.profile = ProfileReferenceDocument(profile)
    self.window = WindowDocument(window)
    conversations = use.conversations
    relevant = use.listed
    keywords = use.keywords.map {
      Keyword(
        line: $0.keyword.line, keyword: $0.keyword.text, weight: $0.keyword.weight,
        matches: $0.matches, joined: $0.joined, saved: $0.saved, skipped: $0.skipped,
        share: rounded($0.share), lastMatch: $0.lastMatch)
    }
    never = use.never.map {
      Never(
        line: $0.exclusion.line, never: $0.exclusion.text, matches: $0.matches, hidden: $0.hidden)
    }
    communities = use.communities.map {
      Community(
        line: $0.trust.line, community: $0.trust.community, factor: $0.trust.factor,
        lifted: $0.lifted, lowered: $0.lowered)
    }
  }
}
