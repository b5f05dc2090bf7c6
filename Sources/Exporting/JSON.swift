package import Conversations
package import Foundation
internal import Profiles
internal import Ranking

/// A listing as one JSON document, for other programs.
package struct JSON: ExportFormat {
  package let name = "json"

  package init() {}

  package func text(of listing: Listing) throws -> String {
    String(decoding: try json(ListingDocument(listing)), as: UTF8.self)
  }
}

/// `document` as Mingle writes all its JSON: snake_case keys in order, RFC 3339 times in UTC, and
/// a line feed at the end. Throws what the encoder throws: for a number that JSON does not have.
package func json(_ document: some Encodable) throws -> Data {
  let encoder = JSONEncoder()
  encoder.keyEncodingStrategy = .convertToSnakeCase
  encoder.dateEncodingStrategy = .iso8601
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return escapingActiveCharacters(try encoder.encode(document)) + Data([0x0A])
}

/// JSON in which characters that act on a terminal or turn the reading direction are escapes: DEL, C1
/// (U+0080-009F), U+202A-202E, U+2066-2069 and U+FEFF. JSON itself forbids only those below U+0020.
func escapingActiveCharacters(_ json: Data) -> Data {
  let text = String(decoding: json, as: UTF8.self)
  var escaped = String.UnicodeScalarView()
  var isChanged = false
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
      let digits = String(scalar.value, radix: 16)
      let code = String(repeating: "0", count: 4 - digits.count) + digits
      escaped.append(contentsOf: "\\u\(code)".unicodeScalars)
      isChanged = true
    default: escaped.append(scalar)
    }
  }
  return isChanged ? Data(String(escaped).utf8) : json
}

/// A value that stands as `null` where it is unknown, instead of not standing at all.
@propertyWrapper
package struct OrNull<Value: Encodable & Sendable>: Encodable, Sendable {
  package var wrappedValue: Value?

  package init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue)
  }
}

private struct ListingDocument: Encodable {
  var generatedAt: Date
  var window: Window
  var profile: Profile
  /// The joined conversations in which others answered.
  var replies: [AnsweredConversationDocument]
  var conversations: [ConversationDocument]

  struct Window: Encodable {
    @OrNull var since: Date?
    var until: Date
  }

  struct Profile: Encodable {
    var path: String
    var fingerprint: String
  }

  init(_ listing: Listing) {
    generatedAt = listing.made
    // "All" has no start; a date four thousand years ago would only puzzle a program.
    window = Window(
      since: listing.window.since == .distantPast ? nil : listing.window.since,
      until: listing.window.until)
    profile = Profile(path: listing.profile.path, fingerprint: listing.profile.fingerprint)
    replies = listing.answered.map(AnsweredConversationDocument.init)
    conversations = listing.conversations.map { ConversationDocument($0) }
  }
}

/// A conversation as every JSON listing shows it.
package struct ConversationDocument: Encodable {
  var id: String
  @OrNull var url: String?
  var title: String
  var community: String
  var feed: String
  @OrNull var author: String?
  @OrNull var published: Date?
  var lastActivity: Date
  @OrNull var replies: Int?
  var posts: Int
  var score: Double
  var relevance: Double
  var reasons: [Reason]
  var excerpt: String
  @OrNull var externalUrl: String?
  var alsoAt: [Place]
  var state: String
  @OrNull var snoozedUntil: Date?
  @OrNull var claimedBy: String?
  /// What only the business can say about it.
  var voices: [String]
  /// Every post, oldest first; only where one conversation is shown.
  var thread: [PostDocument]?
  /// What the team did, as recorded; only where one conversation is shown.
  var acts: [ActDocument]?

  struct Reason: Encodable {
    var signal: String
    var points: Double
    var because: String
    @OrNull var profileLine: Int?
  }

  struct Place: Encodable {
    var id: String
    var community: String
    @OrNull var url: String?
  }

  package init(_ listed: ListedConversation, withPosts: Bool = false, acts: [Act]? = nil) {
    let conversation = listed.conversation
    let root = conversation.opening ?? conversation.posts[0]
    id = conversation.id.text
    url = conversation.address?.redacted
    title = listed.heading
    community = conversation.community
    feed = Address.redacted(root.feed)
    author = root.author
    published = root.published
    lastActivity = conversation.lastActivity
    replies = conversation.replies
    posts = conversation.posts.count
    score = listed.ranked.score
    relevance = listed.ranked.relevance
    reasons = listed.ranked.reasons.map {
      Reason(
        signal: $0.signal, points: $0.points, because: $0.because, profileLine: $0.profileLine)
    }
    excerpt = listed.ranked.excerpt
    externalUrl = conversation.external?.redacted
    alsoAt = conversation.alsoAt.map {
      Place(id: $0.id.text, community: $0.community, url: $0.address?.redacted)
    }
    state = listed.state.rawValue
    snoozedUntil = listed.snooze?.until
    claimedBy = listed.claim?.person
    voices = listed.ranked.voices.map(\.say)
    thread = withPosts ? conversation.posts.map(PostDocument.init) : nil
    self.acts = acts?.map(ActDocument.init)
  }
}
