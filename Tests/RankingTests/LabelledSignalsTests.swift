import Conversations
import Foundation
import Labels
import Profiles
import Ranking
import Support
import Testing

/// What the signals say of posts that were labelled by reading them, before any signal was run.
///
/// `Labels/signals-real.tsv` names posts of the recorded feeds and archives beside the checkout, of
/// which no word is copied; `Labels/signals-own.json` holds posts written for this. A "-" is a post of
/// which nobody can say; where `MINGLE_LABELS` is set, all figures are told.
@Suite struct LabelledSignalsTests {
  @Test func `own posts`() throws { try hold(to: Bounds.own, try LabelledPost.own()) }

  @Test(
    .enabled(
      if: SharedFolder.url(of: "real-feeds") != nil && SharedFolder.url(of: "ranking") != nil))
  func `real posts`() throws { try hold(to: Bounds.real, try LabelledPost.real()) }

  @Test(
    .enabled(
      if: SharedFolder.url(of: "real-feeds") != nil && SharedFolder.url(of: "ranking") != nil))
  func `real and own posts together`() throws {
    let posts = try LabelledPost.real() + LabelledPost.own()
    LabelReport.tell(try LabelledPost.signals.map { ($0, try figures(of: $0, posts)) })
  }

  /// Each signal is as good as it was agreed.
  private func hold(
    to bounds: [String: (precision: Double, recall: Double)], _ posts: [LabelledPost]
  )
    throws
  {
    for (signal, least) in bounds {
      let figures = try figures(of: signal, posts)
      #expect(figures.judged.count >= 20, "\(signal)")
      #expect(figures.precision >= least.precision, "\(signal): \(figures.falseHits.map(\.name))")
      #expect(figures.recall >= least.recall, "\(signal): \(figures.misses.map(\.name))")
    }
  }

  private func figures(of signal: String, _ posts: [LabelledPost]) throws -> Figures {
    Figures(
      try posts.compactMap { post in
        guard let isSo = post.labels[signal] else { return nil }
        return Figures.Judged(
          name: post.name, isSo: isSo, isSaid: try post.says(signal), isHeld: post.isHeld,
          isReal: post.isReal)
      })
  }
}

/// What was agreed; measured figures are higher, so that a better detector need not be a perfect one.
private enum Bounds {
  static let own: [String: (precision: Double, recall: Double)] = [:]
  static let real: [String: (precision: Double, recall: Double)] = [:]
}
