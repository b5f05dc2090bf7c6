internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles
internal import Ranking

/// `profile try --json`.
struct TrialDocument: Encodable {
  var before: Version
  var after: Version
  var window: WindowDocument
  var conversations: Int
  var changes: [Change]
  var relevantBefore: Int
  var relevantAfter: Int
  var gained: [Move]
  var lost: [Move]
  var moved: [Move]
  /// The ids of those that were joined or saved and would be lost, and of skipped ones gone.
  var likedLost: [String]
  var skippedLost: [String]
  var judged: Judged
  var learned: Learned

  struct Version: Encodable {
    var path: String
    var fingerprint: String
    @OrNull var used: Date?
  }

  struct Change: Encodable {
    var kind: String
    var text: String
    var change: String
    @OrNull var before: Double?
    @OrNull var after: Double?
    @OrNull var line: Int?
  }

  struct Move: Encodable {
    var id: String
    var title: String
    var community: String
    var state: String
    @OrNull var oldPlace: Int?
    @OrNull var newPlace: Int?
    var oldScore: Double
    var newScore: Double
  }

  struct Judged: Encodable {
    var liked: Int
    var skipped: Int
    @OrNull var before: Quality?
    @OrNull var after: Quality?
  }

  struct Quality: Encodable {
    var top: Int
    var topLiked: Int
    var averagePrecision: Double

    init(_ quality: JudgedQuality) {
      top = quality.top
      topLiked = quality.topLiked
      averagePrecision = rounded(quality.averagePrecision)
    }
  }

  struct Learned: Encodable {
    var added: [String]
    var dropped: [String]
    /// Whether none count on either side, for the languages differ.
    var isLeftOut: Bool
  }

  init(_ trial: Trial) {
    let comparison = trial.comparison
    before = Version(trial.before)
    after = Version(trial.after)
    window = WindowDocument(trial.window)
    conversations = trial.conversations
    changes = trial.difference.changes.map(Change.init)
    relevantBefore = comparison.listedBefore
    relevantAfter = comparison.listedAfter
    gained = comparison.gained.map(Move.init)
    lost = comparison.lost.map(Move.init)
    moved = comparison.moved.map(Move.init)
    likedLost = comparison.likedLost.map(\.finding.id.text)
    skippedLost = comparison.skippedLost.map(\.finding.id.text)
    judged = Judged(
      liked: comparison.liked, skipped: comparison.skipped,
      before: comparison.quality.map { Quality($0.before) },
      after: comparison.quality.map { Quality($0.after) })
    learned = Learned(
      added: trial.learned.added, dropped: trial.learned.dropped,
      isLeftOut: trial.leavesLearnedOut)
  }
}

extension TrialDocument.Version {
  fileprivate init(_ version: Trial.Version) {
    self.init(path: version.path, fingerprint: version.fingerprint, used: version.used)
  }
}

extension TrialDocument.Change {
  fileprivate init(_ change: ProfileDifference.Change) {
    self.init(
      kind: change.kind.rawValue, text: change.text,
      change: change.isAdded ? "added" : change.isRemoved ? "removed" : "changed",
      before: change.before, after: change.after, line: change.line)
  }
}

extension TrialDocument.Move {
  fileprivate init(_ move: RankingComparison.Move) {
    self.init(
      id: move.finding.id.text, title: move.finding.title, community: move.finding.community,
      state: move.finding.state.rawValue, oldPlace: move.oldPlace, newPlace: move.newPlace,
      oldScore: move.oldScore, newScore: move.newScore)
  }
}
