import Foundation
import Labels
import Support
import Testing

/// Whether two entries are one thing: pairs that were labelled by reading them.
///
/// A pair is to be merged if it is the same thing in two rooms, and is of one thread if one was said in
/// the conversation of the other. `Labels/pairs-real.tsv` names entries of the recorded feeds beside
/// the checkout, `Labels/pairs-own.tsv` those of feeds written for this, in `Labels/feeds`. Where
/// `MINGLE_LABELS` is set, all figures are told.
@Suite struct LabelledPairsTests {
  private static let own = Task { try await LabelledPairs.own() }
  private static let real = Task { try await LabelledPairs.real() }

  @Test func `own pairs`() async throws {
    hold(try await Self.own.value, merged: 0.70, threads: (1, 0.90))
  }

  @Test(.enabled(if: areRecorded)) func `real pairs`() async throws {
    hold(try await Self.real.value, merged: 0.50, threads: (1, 0.95))
  }

  @Test(.enabled(if: areRecorded)) func `real and own pairs together`() async throws {
    let pairs = [try await Self.own.value, try await Self.real.value]
    LabelReport.tell(
      ["merge", "thread"].map { kind in (kind, Figures(pairs.flatMap { $0.judged(kind) })) })
    for kind in ["merge", "thread"] {
      let figures = Figures(pairs.flatMap { $0.judged(kind) })
      #expect(figures.judged.count >= 60, "\(kind)")
      #expect(figures.positives * 4 >= figures.judged.count, "\(kind)")
    }
  }

  /// Of all entries that were ever recorded, only those are merged that somebody read and found the same.
  @Test(.enabled(if: areRecorded)) func `nothing else is merged`() async throws {
    guard let folder = SharedFolder.url(of: "real-feeds") else { return }
    var feeds = LabelledFeeds(folder)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    // Some are no feeds, to see what a reader does with them.
    let readable = files.filter { (try? feeds.posts(of: $0)) != nil }
    let merged = try await RecordedFeeds(readable, of: &feeds).merged
    LabelReport.tell(["", "merged in \(readable.count) recorded feeds"] + merged)
    #expect(merged == [])
  }

  /// Nothing is merged that is not the same, ever: a wrong conversation is worse than two rows.
  private func hold(
    _ pairs: LabelledPairs, merged least: Double, threads: (precision: Double, recall: Double)
  ) {
    let merged = Figures(pairs.judged("merge"))
    #expect(merged.precision == 1, "\(merged.falseHits.map(\.name))")
    #expect(merged.recall >= least, "\(merged.misses.map(\.name))")
    let threaded = Figures(pairs.judged("thread"))
    #expect(threaded.precision >= threads.precision, "\(threaded.falseHits.map(\.name))")
    #expect(threaded.recall >= threads.recall, "\(threaded.misses.map(\.name))")
  }
}

private let areRecorded = SharedFolder.url(of: "real-feeds") != nil
