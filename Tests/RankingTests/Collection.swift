import Conversations
import Foundation
import Profiles

@testable import Ranking

/// Posts that are searched by their index, as if it were stored.
struct Collection {
  private(set) var segments: [Part] = []
  private(set) var texts: [IndexedText]
  let language: String

  /// A segment with the forms that its numbers mean.
  struct Part {
    var segment: Segment
    var forms: [(number: Int64, words: IndexedForm)]
  }

  /// The index of posts, in segments of at most `size`.
  init(_ posts: [(title: String, body: String)], language: String = "english", size: Int = 1000)
    async
  {
    self.language = language
    texts = posts.enumerated().map {
      IndexedText(number: Int64($0.offset) * 3 + 7, title: $0.element.title, body: $0.element.body)
    }
    let builder = SegmentBuilder(language: language)
    var forms: [(number: Int64, words: IndexedForm)] = []
    for start in stride(from: 0, to: texts.count, by: size) {
      let segment = await builder.segment(of: texts[start..<min(start + size, texts.count)])
      forms += segment.newForms.map { (Int64($0.form), $0.words) }
      segments.append(Part(segment: segment, forms: forms))
    }
  }

  /// Where the phrases of a search stand in all posts, which are the rows.
  func hits(of search: PhraseSearch) -> PostHits {
    var collector = PostHits.Collector(search, rows: texts.count)
    var first: Int32 = 0
    for part in segments {
      let wanted = search.wanted(in: part.segment.languages)
      let words = search.words(
        among: part.forms.filter { _, words in
          wanted.folded.contains(words.folded) || wanted.stems.contains(words.stem)
            || wanted.prefixes.contains { words.folded.hasPrefix($0) }
        }.map { ($0.number, $0.words.language, $0.words.surface) })
      let forms = Set(words.forms)
      let postings = part.segment.postings.map { (form: Int64($0.form), places: $0.places) }
        .filter { forms.contains($0.form) }
      let posts = SegmentPosts(encoded: part.segment.posts.encoded)
      collector.add(
        search.hits(
          in: postings, words: words, posts: posts,
          rows: Array(first..<first + Int32(posts.count))))
      first += Int32(posts.count)
    }
    return collector.hits()
  }

  /// How common all words are.
  var terms: TermStatistics {
    var terms = TermStatistics(posts: texts.count, holders: [:])
    for part in segments {
      let stems = Dictionary(uniqueKeysWithValues: part.forms.map { ($0.number, $0.words.stem) })
      for posting in part.segment.postings {
        guard let stem = stems[Int64(posting.form)] else { continue }
        terms.holders[stem, default: 0] += posting.posts
      }
    }
    return terms
  }

  /// The words that are telling for a profile and what was decided.
  func learnedWords(
    for profile: Profile, joined: [LearningText] = [], skipped: [LearningText] = []
  ) -> LearnedWords {
    let statistics = CollectionCounter(profile: profile).statistics(of: texts)
    let ranker = Ranker(profile: profile, statistics: statistics, now: noon)
    let best = ranker.strongest(WordLearner.candidates, in: hits(of: ranker.search))
      .map { LearningText(title: texts[$0.row].title, body: texts[$0.row].body) }
    return WordLearner(
      ranker: ranker, best: best, of: texts.count, joined: joined, skipped: skipped
    ).learnedWords(in: terms)
  }
}
