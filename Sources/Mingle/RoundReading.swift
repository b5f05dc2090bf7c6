internal import Communities
internal import Conversations
internal import Fetching
internal import Parsing
internal import Storage

/// What came of one request of a round.
struct RoundReading: Sendable {
  /// The feeds that it was for, ready to be stored.
  var feeds: [FeedReading] = []
  /// The feeds that it was for, and that it tells nothing of: they are asked for alone.
  var alone: [Visit] = []
}

extension OpenWorkspace {
  /// Reads the body of an outcome, if it has one; of a followed feed only what is of its threads.
  private func read(_ outcome: FetchOutcome, _ plan: RefreshPlan) async throws -> FeedReading {
    let feed = outcome.visit.feed
    var verdict = Verdict.unread
    var document: Store.Document?
    var found: [String] = []
    if case .answered(let answer) = outcome.result, answer.isDocument {
      do {
        var parsed = try parse(
          answer.takeBody(), contentType: answer.headers.text("content-type"),
          base: answer.address.withoutCredentials.text)
        // As many posts as there may be entries would not be in memory together with all else.
        guard parsed.entries.count <= 100_000 else {
          throw ParsingFailure.tooLarge("more than 100,000 entries")
        }
        var read = Store.Document(&parsed, feed: feed)
        if let followed = plan.following[feed] {
          let own = followed.own(read.posts, known: try await postIDs(of: followed))
          read = Store.Document(title: read.title, notes: read.notes, posts: own)
        }
        document = read
        verdict = Verdict(parsed)
      } catch let failure as ParsingFailure {
        verdict = .rejected(failure.redacted.description)
        if case .page(_, let feeds) = failure { found = feeds }
      }
    }
    let visit = plan.politeness(for: feed).settle(outcome, verdict)
    return FeedReading(outcome, visit, document, found: found)
  }

  /// Reads what one request of a round brought, be it for one feed or for several.
  func reading(of outcome: FetchOutcome, _ plan: RefreshPlan) async throws -> RoundReading {
    guard let combined = plan.combined[outcome.visit.feed] else {
      return RoundReading(feeds: [try await read(outcome, plan)])
    }
    let members = plan.visits(of: combined)
    switch outcome.result {
    case .waiting:
      let waiting = members.map { visit in
        var own = outcome
        own.visit = visit
        return FeedReading(own, plan.politeness(for: visit.feed).settle(own), nil)
      }
      return RoundReading(feeds: waiting)
    case .answered(let answer)
    where answer.isDocument && answer.address.text == combined.address:
      guard
        let parsed = try? parse(
          answer.takeBody(), contentType: answer.headers.text("content-type"),
          base: answer.address.withoutCredentials.text)
      else { return RoundReading(alone: members) }
      return share(outcome, parsed, combined, among: members, plan)
    case .answered, .failed:
      // It tells nothing of any member, not even that one of them fails.
      return RoundReading(alone: members)
    }
  }

  /// Gives each member of a combined feed its own part of the answer.
  private func share(
    _ outcome: FetchOutcome, _ parsed: ParsedFeed, _ combined: CombinedFeed,
    among members: [Visit], _ plan: RefreshPlan
  ) -> RoundReading {
    let shares = combined.shares(of: parsed)
    var feeds: [FeedReading] = []
    for visit in members {
      guard let share = shares[visit.feed] else { continue }
      var own = outcome
      own.visit = visit
      var settled = plan.politeness(for: visit.feed).settle(own, Verdict(share))
      // Those of the answer are not for the member's own address.
      settled.validators = nil
      let posts = Communities.posts(of: share, feed: visit.feed)
      feeds.append(
        FeedReading(own, settled, Store.Document(title: "", notes: 0, posts: posts)))
    }
    return RoundReading(feeds: feeds, alone: members.filter { shares[$0.feed] == nil })
  }
}
