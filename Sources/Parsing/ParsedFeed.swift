package import Foundation
package import Markup

/// What a document says, whichever format it is in.
package struct ParsedFeed: Sendable {
  package var format: FeedFormat
  /// The encoding the bytes were read in, as a WHATWG name.
  package var encoding: String
  package var title = ""
  package var subtitle = ""
  /// The page that the feed belongs to.
  package var home: String?
  /// Where the feed says that it stands itself.
  package var address: String?
  package var language: String?
  /// The program that wrote it (RSS and Atom `generator`), in one line; empty if it does not tell.
  package var generator = ""
  package var authors: [ParsedAuthor] = []
  package var entries: [ParsedEntry] = []
  package var pace = Pace()
  /// Whether the document was broken, or not in the encoding that it claims, and had to be repaired.
  package var isRecovered = false
  /// Whether the document ends in the middle: what came is good, but there should be more.
  package var isCut = false
  /// What was wrong with the document but survived, the first of it; if there was more, the last note
  /// says how much.
  package var notes: [ParsingNote] = []
  /// How many oddities were survived in all.
  package private(set) var noteCount = 0

  package init(format: FeedFormat, encoding: String) {
    self.format = format
    self.encoding = encoding
  }

  /// As many notes as a person reads.
  static let mostNotes = 20

  /// Notes an oddity; a document may have a million.
  mutating func note(_ message: String, line: Int? = nil) {
    noteCount += 1
    guard notes.count < Self.mostNotes else { return }
    notes.append(ParsingNote(line: line, message: message))
  }

  /// Notes what comes before everything else, and how many oddities there were beyond it.
  mutating func noteFirst(_ found: [ParsingNote], further: Int = 0) {
    noteCount += found.count + further
    notes = Array((found + notes).prefix(Self.mostNotes))
  }

  /// Says how many notes there were beyond those that are told.
  mutating func sumUpNotes() {
    if noteCount > notes.count {
      notes.append(ParsingNote(message: "and \(noteCount - notes.count) more"))
    }
  }

  /// How often the feed asks to be read.
  package struct Pace: Sendable, Hashable {
    /// RSS `ttl`, or the syndication module's period divided by its frequency.
    package var interval: Duration?
    /// Hours of the day, 0 to 23 GMT, in which nobody should ask (RSS `skipHours`).
    package var skipHours: Set<Int> = []
    /// Days of the week, 1 (Sunday) to 7, in which nobody should ask (RSS `skipDays`).
    package var skipDays: Set<Int> = []

    package init() {}
  }
}

/// A family and version of feed documents.
package enum FeedFormat: String, Sendable, Hashable {
  /// RSS 0.90 to 0.94, which nobody has reason to tell apart.
  case rss09x
  case rss10, rss20
  /// An `<rss>` element without a version that means anything.
  case rss
  case atom03, atom10, atom
  case cdf
  case json10, json11
}

/// A post-to-be: what the document says of one entry, before a community makes sense of it.
package struct ParsedEntry: Sendable {
  /// The guid, Atom id or JSON Feed id; nil if the entry has none.
  package var id: String?
  /// The permalink, absolute where the document allows it.
  package var link: String?
  /// Atom `link rel=related`, JSON Feed `external_url`.
  package var related: String?
  /// One line of plain text.
  package var title = ""
  /// The fullest body that the entry has.
  package var content: MarkedText?
  /// The summary, when it stands beside a content.
  package var summary: MarkedText?
  package var authors: [ParsedAuthor] = []
  package var published: Date?
  package var updated: Date?
  package var tags: [String] = []
  package var attachments: [ParsedAttachment] = []
  /// RSS `comments`, Atom `link rel=replies type=text/html`: the page of the discussion.
  package var comments: String?
  /// `wfw:commentRss`, `link rel=replies`: the feed of the replies.
  package var commentsFeed: String?
  /// `slash:comments`, `thr:total`, `link@thr:count`.
  package var commentCount: Int?
  /// `thr:in-reply-to`.
  package var inReplyTo: Reference?
  /// RSS `source`, Atom `source`: the feed that the entry was taken from.
  package var source: Source?
  /// Elements of other vocabularies whose text a community may want, by `namespace-prefix:name` in
  /// the usual prefixes (`discourse:topicClosed`, `re:rank`, `media:statistics@views`).
  package var extras: [String: String] = [:]

  package init() {}

  /// The entry that another one answers (RFC 4685).
  package struct Reference: Sendable, Hashable {
    package var id: String?
    package var address: String?

    package init(id: String?, address: String?) {
      self.id = id
      self.address = address
    }
  }

  /// A feed that an entry was taken from.
  package struct Source: Sendable, Hashable {
    package var title: String
    package var address: String?

    package init(title: String, address: String?) {
      self.title = title
      self.address = address
    }
  }
}

/// Somebody who wrote a feed or an entry of it.
package struct ParsedAuthor: Sendable, Hashable {
  package var name: String
  package var address: String?

  package init(name: String, address: String? = nil) {
    self.name = name
    self.address = address
  }
}

/// A file beside an entry: RSS `enclosure`, `media:content`, Atom `link rel=enclosure`.
package struct ParsedAttachment: Sendable, Hashable {
  package var address: String
  package var type: String?
  /// The size in bytes, as the feed tells it.
  package var size: Int?

  package init(address: String, type: String? = nil, size: Int? = nil) {
    self.address = address
    self.type = type
    self.size = size
  }
}

/// Something that was wrong with a document and did not stop the reading.
package struct ParsingNote: Sendable, Hashable {
  /// The line of the document, from 1; nil if it has none.
  package var line: Int?
  package var message: String

  package init(line: Int? = nil, message: String) {
    self.line = line
    self.message = message
  }
}
