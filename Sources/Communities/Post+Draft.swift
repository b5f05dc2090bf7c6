internal import Conversations
internal import Foundation
internal import Markup
internal import Parsing

extension Post {
  /// The post that an entry is when nothing is known about the place: every community starts here.
  init(draft entry: ParsedEntry, in feed: FeedContext) {
    let link = entry.link.flatMap { Address($0) }
    let comments = entry.comments.flatMap { Address($0) }
    let discussion = Self.discussion(link: link, comments: comments)
    let text = (entry.content ?? entry.summary).map { $0.plainText() } ?? ""
    let id = entry.id ?? entry.link ?? "\(entry.title)\n\(text)"
    let parent = entry.inReplyTo?.address.flatMap { Address($0) }
    // A link blog talks at home about pages elsewhere; only a comments page says where people talk.
    let place =
      discussion == link ? feed.home ?? link ?? Address(feed.feed) : discussion
    self.init(
      id: id, feed: feed.feed, community: place?.host ?? feed.title,
      thread: Self.note(entry, at: link) ?? (parent ?? discussion).flatMap(Self.thread)
        ?? "\(Address.withoutCredentials(feed.feed))\n\(id)",
      discussion: parent ?? discussion, link: link,
      author: entry.authors.lazy.map(\.name).first { !$0.isEmpty }.map(Self.plainName),
      title: entry.title, text: text,
      published: entry.published, edited: entry.updated, tags: entry.tags,
      role: entry.inReplyTo == nil ? .opening : .reply(to: entry.inReplyTo?.id),
      replies: entry.commentCount.map { max(0, $0) },
      repliesFeed: entry.commentsFeed.flatMap { Address($0) },
      external: Self.external(link: link, discussion: discussion, related: entry.related))
  }

  /// The thread of a note without a title on a page that holds several, as a microblog's page of a day
  /// does: the place on the page tells it. Nil for anything else; a comment belongs to its page.
  private static func note(_ entry: ParsedEntry, at link: Address?) -> String? {
    guard entry.title.isEmpty, entry.inReplyTo == nil, entry.comments == nil, let link,
      let place = link.fragment, !place.isEmpty, entry.id.map({ $0.hasSuffix(place) }) ?? true,
      !["comment", "reply", "respon", "c_", "post"].contains(where: place.lowercased().hasPrefix)
    else { return nil }
    return "\(link.canonical)#\(place)"
  }

  /// The thread that an address names; nil for a home page, which some feeds link from every entry.
  private static func thread(_ address: Address) -> String? {
    address.pathParts.isEmpty && !address.text.contains("?") ? nil : address.canonical
  }

  /// The name of an author; of a profile page (Lemmy, Mastodon) only what the page is called.
  private static func plainName(_ name: String) -> String {
    guard name.hasPrefix("http"), let page = Address(name)?.pathParts.last else { return name }
    return page
  }

  /// Where people talk: the comments page if the link leads somewhere else (to an article, say).
  private static func discussion(link: Address?, comments: Address?) -> Address? {
    guard let comments else { return link }
    guard let link else { return comments }
    return comments.canonical == link.canonical ? link : comments
  }

  private static func external(
    link: Address?, discussion: Address?, related: String?
  ) -> Address? {
    if let link, let discussion, link.host != discussion.host { return link }
    guard let related = related.flatMap({ Address($0) }), related.host != discussion?.host else {
      return nil
    }
    return related
  }
}

extension String {
  /// What stands between `opening` and `closing`, if the text starts and ends with them.
  func between(_ opening: String, _ closing: String = "") -> String? {
    let (bytes, start, end) = (utf8, opening.utf8, closing.utf8)
    // Most texts do not even start so; nothing of them is counted then.
    guard bytes.starts(with: start), bytes.count > start.count + end.count,
      bytes.suffix(end.count).elementsEqual(end)
    else { return nil }
    return String(Substring(bytes.dropFirst(start.count).dropLast(end.count)))
  }

  /// The paragraphs of a plain text.
  var paragraphs: [String] {
    var text = self
    return text.withUTF8 { bytes in
      var paragraphs: [String] = []
      var start = 0
      var end = 0
      while end + 1 < bytes.count {
        if bytes[end] == 0x0A, bytes[end + 1] == 0x0A {
          paragraphs.append(String(decoding: bytes[start..<end], as: UTF8.self))
          start = end + 2
          end = start
        } else {
          end += 1
        }
      }
      return paragraphs + [String(decoding: bytes[start...], as: UTF8.self)]
    }
  }

  /// The first number in the text, with its sign: 361 of "361 points"; nil if there is none.
  var firstNumber: Int? {
    guard let start = utf8.firstIndex(where: Self.isDigit) else { return nil }
    let digits = utf8[start...].prefix(while: Self.isDigit)
    guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
    let isNegative = start > startIndex && utf8[utf8.index(before: start)] == UInt8(ascii: "-")
    return isNegative ? -number : number
  }

  /// Whether the text is a number without a sign, as ids are.
  var isNumber: Bool { !isEmpty && utf8.allSatisfy(Self.isDigit) }

  /// The text as one part of a path: everything that is not plain is percent-encoded.
  var asPathPart: String {
    var plain = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyz0123456789-._~")
    plain.insert(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
