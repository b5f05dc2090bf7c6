import Foundation
import Labels
import Support
import Testing

/// What the signals say of posts that were labelled by reading them, before any signal was run.
///
/// `Labels/signals-real.tsv` names posts of the recorded feeds and archives beside the checkout, of
/// which no word is copied; `Labels/signals-own.json` holds posts written for this. A "-" is a post of
/// which nobody can say. Where `MINGLE_LABELS` is set, all figures are told.
@Suite struct LabelledSignalsTests {
  private static let own = Result { try LabelledPost.own() }
  private static let real = Result { try LabelledPost.real() }

  @Test func `own posts`() throws { try hold(Self.own.get(), to: Bounds.own) }

  @Test(.enabled(if: areRecorded)) func `real posts`() throws {
    try hold(Self.real.get(), to: Bounds.real)
  }

  @Test(.enabled(if: areRecorded)) func `real and own posts together`() throws {
    let posts = try Self.real.get() + Self.own.get()
    LabelReport.tell(LabelledPost.signals.map { ($0, figures(of: $0, posts)) })
    for signal in LabelledPost.signals {
      let figures = figures(of: signal, posts)
      #expect(figures.judged.count >= 60, "\(signal)")
      #expect(figures.positives >= 15, "\(signal)")
    }
  }

  private func hold(
    _ posts: [LabelledPost], to bounds: [String: (precision: Double, recall: Double)]
  ) throws {
    for (signal, least) in bounds {
      let figures = figures(of: signal, posts)
      #expect(figures.precision >= least.precision, "\(signal): \(figures.falseHits.map(\.name))")
      #expect(figures.recall >= least.recall, "\(signal): \(figures.misses.map(\.name))")
    }
  }

  private func figures(of signal: String, _ posts: [LabelledPost]) -> Figures {
    Figures(
      posts.compactMap { post in
        post.labels[signal].map {
          Figures.Judged(
            name: post.name, isSo: $0, isSaid: post.said.contains(signal), isHeld: post.isHeld,
            isReal: post.isReal)
        }
      })
  }
}

private let areRecorded =
  SharedFolder.url(of: "real-feeds") != nil && SharedFolder.url(of: "ranking") != nil

/// What a change must not fall below; what is measured is a little more.
private enum Bounds {
  typealias Bound = (precision: Double, recall: Double)

  static let own: [String: Bound] = shared.merging([
    "question": (0.89, 0.93), "recommendation": (0.80, 0.80), "problem": (0.98, 0.74),
    "advert": (0.98, 0.98), "us": (0.95, 0.95), "competitor": (0.80, 0.95),
    "unanswered": (0.95, 0.95),
  ]) { $1 }
  static let real: [String: Bound] = shared.merging([
    "question": (0.83, 0.81), "recommendation": (0.80, 0.72), "problem": (0.83, 0.53),
    "advert": (0.95, 0.72), "us": (0.75, 0.95), "competitor": (0.80, 0.95),
    "unanswered": (0.95, 0.75),
  ]) { $1 }
  /// These are told by one field of a post; anything but all is a mistake.
  private static let shared: [String: Bound] = ["own": (1, 1), "joinable": (1, 1)]
}
