internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles
internal import Ranking

/// `report --json`.
struct ReportDocument: Encodable {
  var generatedAt: Date
  var window: WindowDocument
  var profile: Profile
  /// The only person whose doings are told; null for the whole team.
  @OrNull var person: String?
  var joins: TallyDocument
  var rhythm: Rhythm
  var communities: [Community]
  var contributions: [Contribution]
  var people: [Person]
  var saved: [Saved]
  // What follows is null where one person is asked for.
  @OrNull var listened: [Listened]?
  @OrNull var keywords: Keywords?
  @OrNull var feeds: Feeds?

  struct Profile: Encodable {
    var path: String
    var fingerprint: String
  }

  struct Rhythm: Encodable {
    var unit: String
    var stretches: [Stretch]

    struct Stretch: Encodable {
      var start: Date
      var joins: Int
    }
  }

  struct Community: Encodable {
    var community: String
    var tally: TallyDocument
  }

  struct Contribution: Encodable {
    /// Null for the joins of which nobody said.
    @OrNull var contribution: String?
    var tally: TallyDocument
  }

  struct Person: Encodable {
    /// Null for the joins of which nobody said.
    @OrNull var person: String?
    var tally: TallyDocument
  }

  struct Saved: Encodable {
    var id: String
    var title: String
    var community: String
    @OrNull var url: String?
    var savedAt: Date
    @OrNull var by: String?
  }

  struct Listened: Encodable {
    var community: String
    var conversations: Int
    var relevant: Int
    @OrNull var lastJoin: Date?
  }

  struct Keywords: Encodable {
    var earning: [KeywordUseDocument]
    var skipped: [KeywordUseDocument]
    var unmatched: [KeywordUseDocument]
  }

  struct Feeds: Encodable {
    var well: Int
    var unread: Int
    var unknown: Int
    var silent: [Silent]
    var failing: [Failing]

    struct Silent: Encodable {
      var url: String
      var title: String
      var community: String
      var lastPost: Date
      var usualGapDays: Int
    }

    struct Failing: Encodable {
      var url: String
      var title: String
      var community: String
      var state: String
      var error: String
      @OrNull var lastRead: Date?
      /// Since when it fails, or is gone.
      @OrNull var since: Date?
      var failures: Int
    }
  }

  init(_ report: Report) {
    generatedAt = report.made
    window = WindowDocument(report.window)
    profile = Profile(path: report.profile.path, fingerprint: report.profile.fingerprint)
    person = report.person
    joins = TallyDocument(report.total)
    rhythm = Rhythm(
      unit: report.rhythm.unit.rawValue,
      stretches: report.rhythm.stretches.map { .init(start: $0.start, joins: $0.joins) })
    communities = report.rooms.map {
      Community(community: $0.name, tally: TallyDocument($0.tally))
    }
    contributions = report.contributions.map {
      Contribution(contribution: $0?.rawValue, tally: TallyDocument($1))
    }
    people = report.people.map {
      Person(person: $0.name.isEmpty ? nil : $0.name, tally: TallyDocument($0.tally))
    }
    saved = report.waiting.map {
      Saved(
        id: $0.id.text, title: $0.heading, community: $0.community, url: $0.address?.redacted,
        savedAt: $0.saved, by: $0.person.isEmpty ? nil : $0.person)
    }
    listened = report.surroundings?.listened.map {
      Listened(
        community: $0.name, conversations: $0.conversations, relevant: $0.relevant,
        lastJoin: $0.lastJoin)
    }
    keywords = report.surroundings.map {
      Keywords(
        earning: $0.earning.map(KeywordUseDocument.init),
        skipped: $0.skipped.map(KeywordUseDocument.init),
        unmatched: $0.unmatched.map(KeywordUseDocument.init))
    }
    feeds = (report.surroundings?.feeds).map(Feeds.init)
  }
}

extension ReportDocument.Feeds {
  fileprivate init(_ health: FeedHealth) {
    self.init(
      well: health.well, unread: health.unread, unknown: health.unknown,
      silent: health.silent.map { feed, since, gap in
        Silent(
          url: Address.redacted(feed.url), title: feed.title, community: feed.community,
          lastPost: since, usualGapDays: Int(gap.components.seconds / 86_400))
      },
      failing: health.failing.map { feed in
        Failing(
          url: Address.redacted(feed.url), title: feed.title, community: feed.community,
          state: feed.state.rawValue, error: feed.error, lastRead: feed.lastRead,
          since: feed.goneSince ?? feed.failing?.since, failures: feed.failing?.times ?? 0)
      })
  }
}

/// Joins counted together, for programs.
struct TallyDocument: Encodable {
  var joins: Int
  var helped: Int
  var asked: Int
  var shared: Int
  var mentionedUs: Int
  var notSaid: Int
  var conversations: Int
  var answered: Int
  var unanswered: Int
  /// The conversations whose replies do not come in.
  var unknown: Int
  /// How many times somebody else answered.
  var replies: Int
  /// The answered part of those that can be told; null where none can.
  @OrNull var answerRate: Double?
  /// The part of the joins that speak of the business.
  var mentionShare: Double
  /// How many joins without a word about the business would bring it back to one in ten; null where
  /// that is not called for.
  @OrNull var balancingJoins: Int?

  init(_ tally: Tally) {
    joins = tally.joins
    helped = tally.said[.helped] ?? 0
    asked = tally.said[.asked] ?? 0
    shared = tally.said[.shared] ?? 0
    mentionedUs = tally.mentions
    notSaid = tally.unsaid
    conversations = tally.conversations
    answered = tally.answered
    unanswered = tally.unanswered
    unknown = tally.untold
    replies = tally.answers
    answerRate = tally.answerRate.map(rounded)
    mentionShare = rounded(tally.mentionShare)
    balancingJoins = tally.balancingJoins
  }
}
