package import Conversations
internal import Foundation
package import Parsing

/// A kind of place where people talk, and what its software makes of a discussion in a feed.
package protocol Community: Sendable {
  /// The feed that a shorthand (`r/coffee`, `hn:espresso`) or a page of the place stands for; nil if
  /// the text is none of this kind.
  func feed(named text: String) -> String?

  /// The post that an entry is; nil if the entry does not come from a place of this kind.
  ///
  /// An entry tells by itself where it stands, so saved, proxied and mixed feeds are understood too.
  func post(of entry: ParsedEntry, in feed: FeedContext) -> Post?

  /// How often a feed of the place is worth asking for; nil if the place has no wish of its own, or
  /// the feed is of another place.
  func pace(of feed: Address) -> Pace?

  /// Whether a feed of the place lists by votes, activity or relevance, or holds one thread: what is
  /// missing in it is not missed. False for feeds of which that cannot be told by the address.
  func listsOtherThanByTime(_ feed: Address) -> Bool

  /// How the place answers for several of its feeds at once; nil if it is not known to.
  var combination: (any Combination)? { get }
}

extension Community {
  package func feed(named text: String) -> String? { nil }
  package func pace(of feed: Address) -> Pace? { nil }
  package func listsOtherThanByTime(_ feed: Address) -> Bool { false }
  package var combination: (any Combination)? { nil }
}

/// The kinds of places that are understood, the first that knows an entry wins. The last knows any.
let kinds: [any Community] = [
  Reddit(), HackerNews(), Lobsters(), Lemmy(), Discourse(), StackExchange(), GitHub(),
  ProductHunt(), GoogleAlerts(), Mastodon(), Bluesky(), YouTube(), DevTo(), Medium(), PhpBB(),
  MailingList(), WordPress(), GenericPlace(),
]

/// What an entry cannot say about the feed that it stands in.
package struct FeedContext: Sendable {
  /// The feed, as subscribed.
  package var feed: String
  package var title: String
  package var home: Address?
  /// Where the document says that its feed stands: a saved feed knows it, too.
  package var address: Address?
  /// The program that wrote the document, as it calls itself; empty if it does not.
  package var generator: String

  package init(
    feed: String, title: String, home: Address?, address: Address? = nil, generator: String = ""
  ) {
    self.feed = feed
    self.title = title
    self.home = home
    self.address = address
    self.generator = generator
  }
}

/// The posts of a document, told apart by the communities that its entries come from.
package func posts(of document: ParsedFeed, feed: String) -> [Post] {
  var document = document
  return takePosts(from: &document, feed: feed)
}

/// The posts of a document, as `posts(of:feed:)` makes them; the bodies of its entries are let go one by
/// one, so that those of a large document are not in memory twice.
package func takePosts(from document: inout ParsedFeed, feed: String) -> [Post] {
  let context = FeedContext(
    feed: feed, title: document.title, home: document.home.flatMap { Address($0) },
    address: document.address.flatMap { Address($0) }, generator: document.generator)
  var posts: [Post] = []
  posts.reserveCapacity(document.entries.count)
  for index in document.entries.indices {
    document.entries[index].removeCredentials()
    let entry = document.entries[index]
    var post =
      kinds.lazy.compactMap { $0.post(of: entry, in: context) }.first
      ?? Post(draft: entry, in: context)
    post.removeCredentials()
    posts.append(post)
    document.entries[index].content = nil
    document.entries[index].summary = nil
  }
  tellApart(&posts)
  separateOpenings(&posts)
  joinReplies(&posts, to: document.entries)
  return posts
}

/// Gives posts of a document that say different things ids of their own where they share one: some
/// feeds have no guids and one link for everything (a hundred entries of nixos.org), some repeat a
/// guid by mistake.
private func tellApart(_ posts: inout [Post]) {
  for (id, shared) in Dictionary(grouping: posts.indices, by: { posts[$0].id })
  where shared.count > 1 {
    let words = shared.map { index in
      "\(posts[index].link?.text ?? "")\n\(posts[index].title)\n\(posts[index].text)"
    }
    guard Set(words).count > 1 else { continue }
    for (index, words) in zip(shared, words) {
      let own = "#\(digest(of: words))"
      // What has no link is a thread by its id.
      if posts[index].thread.hasSuffix("\n\(id)") { posts[index].thread += own }
      posts[index].id += own
    }
  }
}

/// Tells apart what shares a thread only because it shares a link: some feeds give all their entries
/// the link of the home page, and nobody started the same thread twice. Where the titles are the same,
/// too, the later ones are replies.
private func separateOpenings(_ posts: inout [Post]) {
  let openings = posts.indices.filter { index in
    posts[index].role == .opening && posts[index].thread == posts[index].discussion?.canonical
  }
  for shared in Dictionary(grouping: openings, by: { posts[$0].thread }).values
  where Set(shared.map { posts[$0].id }).count > 1 {
    if Set(shared.map { subject(posts[$0].title) }).count == 1 {
      let inOrder = shared.sorted {
        (posts[$0].published ?? .distantFuture, $0) < (posts[$1].published ?? .distantFuture, $1)
      }
      for index in inOrder.dropFirst() { posts[index].role = .reply(to: nil) }
    } else {
      for index in shared { posts[index].thread += "\n\(posts[index].id)" }
    }
  }
}

/// A title without the mark of an answer.
private func subject(_ title: String) -> String {
  title.between("Re: ") ?? title
}

/// The feed that a shorthand or a page of a known place stands for; nil if no kind knows the text.
package func feed(named text: String) -> String? {
  kinds.lazy.compactMap { $0.feed(named: text) }.first
}

/// How often a feed is worth asking for, as its place wishes it; nil if no kind has a wish.
package func pace(of feed: Address) -> Pace? {
  kinds.lazy.compactMap { $0.pace(of: feed) }.first
}

/// Puts replies that name the entry they answer only by its id (RFC 4685) into the thread of that
/// entry, where it stands in the same document.
private func joinReplies(_ posts: inout [Post], to entries: [ParsedEntry]) {
  guard entries.contains(where: { $0.inReplyTo?.id != nil }) else { return }
  var indexes: [String: Int] = [:]
  for (index, post) in posts.enumerated() where indexes[post.id] == nil { indexes[post.id] = index }
  for (index, entry) in entries.enumerated() {
    // A reply to a reply leads on; a hostile circle of replies ends after as many steps as posts.
    var steps = 0
    var target = index
    while let id = entries[target].inReplyTo?.id, let next = indexes[id], steps < posts.count {
      target = next
      steps += 1
      if steps > 256 { break }
    }
    guard target != index, entry.inReplyTo != nil else { continue }
    posts[index].thread = posts[target].thread
  }
}
