import Conversations
import Foundation
import Labels
import Storage
import Support
import Testing

/// Whether two entries are one thing: pairs that were labelled by reading them.
///
/// A pair is to be merged if it is the same thing in two rooms, and is of one thread if one was said in
/// the conversation of the other. `Labels/pairs-real.tsv` names entries of the recorded feeds beside
/// the checkout, `Labels/pairs-own.tsv` those of feeds written for this, in `Labels/feeds`.
@Suite struct LabelledPairsTests {
  @Test func `own pairs`() async throws {
    try await hold(LabelledPairs.own(), mergedLeast: 0, threadsLeast: (0, 0))
  }

  @Test(.enabled(if: SharedFolder.url(of: "real-feeds") != nil))
  func `real pairs`() async throws {
    try await hold(LabelledPairs.real(), mergedLeast: 0, threadsLeast: (0, 0))
  }

  @Test(.enabled(if: SharedFolder.url(of: "real-feeds") != nil))
  func `real and own pairs together`() async throws {
    let pairs = [try await LabelledPairs.own(), try await LabelledPairs.real()]
    LabelReport.tell(
      ["merge", "thread"].map { kind in (kind, Figures(pairs.flatMap { $0.judged(kind) })) })
  }

  @Test(.enabled(if: SharedFolder.url(of: "real-feeds") != nil))
  func `what is merged in all recorded feeds`() async throws {
    guard let folder = SharedFolder.url(of: "real-feeds") else { return }
    var feeds = LabelledFeeds(folder)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let readable = files.filter { (try? feeds.posts(of: $0)) != nil }
    let recorded = try await RecordedFeeds(readable, of: &feeds)
    LabelReport.tell(["", "merged in \(readable.count) recorded feeds"] + recorded.merged)
  }

  /// Nothing is merged that is not the same, ever: a wrong conversation is worse than two rows.
  private func hold(
    _ pairs: LabelledPairs, mergedLeast: Double, threadsLeast: (precision: Double, recall: Double)
  ) throws {
    let merged = Figures(pairs.judged("merge"))
    #expect(merged.precision == 1, "\(merged.falseHits.map(\.name))")
    #expect(merged.recall >= mergedLeast, "\(merged.misses.map(\.name))")
    let threads = Figures(pairs.judged("thread"))
    #expect(threads.precision >= threadsLeast.precision, "\(threads.falseHits.map(\.name))")
    #expect(threads.recall >= threadsLeast.recall, "\(threads.misses.map(\.name))")
  }
}
