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
  var keywords: [KeywordUseDocument]
  var never: [Never]
  var communities: [Community]

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
    keywords = use.keywords.map(KeywordUseDocument.init)
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

/// What a keyword did, for programs.
struct KeywordUseDocument: Encodable {
  var line: Int
  var keyword: String
  var weight: Double
  var matches: Int
  var joined: Int
  var saved: Int
  var skipped: Int
  var share: Double
  @OrNull var lastMatch: Date?

  init(_ use: ProfileUse.KeywordUse) {
    line = use.keyword.line
    keyword = use.keyword.text
    weight = use.keyword.weight
    matches = use.matches
    joined = use.joined
    saved = use.saved
    skipped = use.skipped
    share = rounded(use.share)
    lastMatch = use.lastMatch
  }
}
