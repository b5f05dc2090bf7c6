internal import Conversations
internal import Profiles

/// Who of those that a profile names is spoken of in a conversation.
struct Mentions {
  /// The names and sites of the business that stand in it, as the profile writes them; by nobody of
  /// the business itself.
  var us: [String] = []
  var competitors: [Profile.Competitor] = []

  var isEmpty: Bool { us.isEmpty && competitors.isEmpty }

  /// How much they tell, before it is brought to points.
  var strength: Double {
    (us.isEmpty ? 0 : UsSignal.strength) + (competitors.isEmpty ? 0 : CompetitorSignal.strength)
  }
}

/// The phrases by which a profile's mentions are found.
struct MentionSearch: Sendable {
  private let us: [(name: String, query: CompiledQuery)]
  private let sites: [Site]
  private let competitors: [(competitor: Profile.Competitor, query: CompiledQuery)]
  /// The plain names of our own authors.
  let authors: Set<String>

  /// A host, or a part of one.
  private struct Site: Sendable {
    var name: String
    var host: String
    var path: [String]

    init(_ name: String) {
      self.name = name
      let address = Address(name.contains("://") ? name : "https://\(name)")
      host = address?.host ?? name.lowercased()
      path = address?.pathParts ?? []
    }

    func holds(_ address: Address) -> Bool {
      let host = address.host
      guard host == self.host || host.hasSuffix(".\(self.host)") else { return false }
      return address.pathParts.starts(with: path)
    }
  }

  init(_ profile: Profile, trie: inout PhraseTrie, stemmer: Stemmer) {
    let sites = profile.us.sites.map(Site.init)
    self.sites = sites
    authors = Set(profile.us.authors.map(\.plainName))
    us = (profile.us.names + sites.filter(\.path.isEmpty).map(\.host)).map { name in
      let isExact = name.hasPrefix("=")
      let words = name.dropFirst(isExact ? 1 : 0).split(separator: " ")
        .map { Query.Word(String($0)) }
      let phrase = Query.Phrase(words: words, isExact: isExact)
      return (
        isExact ? String(name.dropFirst()) : name,
        CompiledQuery(.phrase(phrase), trie: &trie, stemmer: stemmer)
      )
    }
    competitors = profile.competitors.map {
      ($0, CompiledQuery($0.query, trie: &trie, stemmer: stemmer))
    }
  }

  /// The phrases that bring a conversation into a list.
  var wantedPhrases: [PhraseTrie.PhraseID] {
    us.flatMap(\.query.wantedPhrases) + competitors.flatMap(\.query.wantedPhrases)
  }

  /// Whether somebody of the business wrote a post.
  func wrote(_ post: Post) -> Bool {
    guard !authors.isEmpty, let author = post.author else { return false }
    return authors.contains(author.plainName)
  }

  /// Whether an address is one of the business's own.
  func isOurs(_ address: Address?) -> Bool {
    guard !sites.isEmpty, let address else { return false }
    return sites.contains { $0.holds(address) }
  }

  /// Who of the business answered in a conversation, as they go by there.
  func answerer(in conversation: Conversation) -> String? {
    guard !authors.isEmpty else { return nil }
    return conversation.posts.first { $0.role != .opening && wrote($0) }?.author
  }

  /// Why nobody needs to be asked to answer in a conversation.
  func setAside(_ conversation: Conversation) -> [SetAside] {
    var reasons: [SetAside] = []
    let first = conversation.opening ?? conversation.posts[0]
    if let opening = conversation.opening,
      wrote(opening) || isOurs(opening.discussion ?? opening.link)
    {
      reasons.append(.own)
    }
    if first.access != .open { reasons.append(.closed(first.access)) }
    return reasons
  }

  /// Who is spoken of.
  func mentions(in conversation: Conversation, _ reading: Reading) -> Mentions {
    var mentions = Mentions()
    let weights = Array(repeating: 1.0, count: reading.fields.count)
    if !reading.hits.isEmpty {
      mentions.competitors = competitors.filter {
        reading.evaluate($0.query, weights: weights).isMatch
      }.map(\.competitor)
      mentions.us = us.filter { _, query in
        reading.evaluate(query, weights: weights).hits.contains { hit in
          // The title stands before the posts.
          let post = hit.field == 0 ? conversation.titled : hit.field - 1
          return post.map { !wrote(conversation.posts[$0]) } ?? true
        }
      }.map(\.name)
    }
    guard !sites.isEmpty else { return mentions }
    for post in conversation.posts where !wrote(post) {
      guard let external = post.external,
        let site = sites.first(where: { $0.holds(external) }), !mentions.us.contains(site.name)
      else { continue }
      mentions.us.append(site.name)
    }
    return mentions
  }
}
