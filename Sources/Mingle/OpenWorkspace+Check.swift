package import Conversations
internal import Foundation
internal import Profiles
internal import Ranking
internal import Storage

extension OpenWorkspace {
  /// Checks the profile, or another file, by itself and against the conversations of a window.
  package func checkProfile(
    at path: String? = nil, against window: TimeWindow
  ) async throws -> ProfileCheck {
    var check = try workspace.checkProfile(at: path)
    guard !check.hasErrors else { return check }
    let file = try profileFile(at: path)
    let profile = file.profile
    // Whether a keyword stands somewhere does not depend on what is known of other posts.
    let ranker = Ranker(
      profile: profile, statistics: CollectionStatistics(), now: window.until)
    let findings = try await findings(
      in: window, by: [(ranker, FindingReader(profile: profile))])[0]
    check.trial = ProfileCheck.Trial(
      conversations: findings.count, window: window,
      isTelling: findings.count >= ProfileWarning.fewestConversations)
    let warnings = ProfileWarning.all(of: profile, in: findings)
      .filter { !$0.isDead || profile.keywords[$0.keyword].query.contradiction == nil }
    let unknown = try await unknownWords(of: warnings, profile)
    let source = ProfileLines(file)
    check.diagnostics += warnings.map { warning in
      let (message, remedy) = warning.explanation(
        profile, of: findings.count, unknown: unknown[warning.keyword] ?? [])
      let keyword = profile.keywords[warning.keyword]
      return source.warning(at: keyword.line, keyword.text, message, remedy)
    }
    if check.trial?.isTelling == true, !profile.communities.isEmpty {
      let stored = try await store.communities()
      check.diagnostics += profile.communities.compactMap { source.warning(at: $0, stored: stored) }
    }
    check.diagnostics.sort { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
    return check
  }

  /// For each dead keyword those of its words that stand in no stored post, with what was meant.
  private func unknownWords(
    of warnings: [ProfileWarning], _ profile: Profile
  ) async throws -> [Int: [(word: String, meant: String?)]] {
    let dead = warnings.filter(\.isDead).map(\.keyword)
    guard !dead.isEmpty else { return [:] }
    let wanted = dead.map { profile.keywords[$0].query.wantedPhrases.flatMap(\.words) }
    var vocabulary = Vocabulary(language: profile.language)
    // Most are spelt well. The index knows that; only to tell what was meant must all texts be read.
    let stems = vocabulary.stems(of: wanted.flatMap { $0 })
    let known = try await WordIndex(of: store, language: profile.language).terms(stems).holders
    guard stems.contains(where: { known[$0] == nil }) else { return [:] }
    let all = TimeWindow(since: .distantPast, until: .distantFuture)
    try await store.forEachPortion(of: .active(all)) { portion in
      for post in portion.flatMap(\.conversation.posts) {
        vocabulary.add(title: post.title, body: post.text)
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(dead, vocabulary.unknown(wanted)))
  }
}

extension ProfileWarning {
  fileprivate var isDead: Bool {
    if case .dead = self { true } else { false }
  }

  /// The keyword that it is about.
  fileprivate var keyword: Int {
    switch self {
    case .dead(let keyword), .flood(let keyword, _), .overlap(let keyword, _, _, _),
      .hidden(let keyword, _, _, _):
      keyword
    }
  }

  /// What is wrong and what to do, for one of so many conversations.
  fileprivate func explanation(
    _ profile: Profile, of all: Int, unknown: [(word: String, meant: String?)]
  ) -> (message: String, remedy: String) {
    let name = "“\(profile.keywords[keyword].text)”"
    switch self {
    case .dead:
      let words = unknown.map { "“\($0.word)”" }.joined(separator: " and ")
      let meant = unknown.compactMap(\.meant).map { "“\($0)”" }.joined(separator: " and ")
      if !meant.isEmpty {
        let whole = profile.keywords[keyword].text.replacing(unknown)
        return (
          "\(name) matches nothing: \(words) stands in no post",
          "Did you mean \(whole.map { "“\($0)”" } ?? meant)?"
        )
      }
      let message = "\(name) matches none of the \(all) conversations of this time"
      guard unknown.isEmpty else {
        return ("\(message); \(words) stands in no post", "Check the spelling, or remove it.")
      }
      let ways = profile.keywords[keyword].query.ways.reduce(into: [String]()) { ways, way in
        if !ways.contains(way) { ways.append(way) }
      }.joined(separator: ", ")
      return (message, "Widen it (\(ways)), or remove it.")
    case .flood(_, let matches):
      return (
        "\(name) stands in \(Self.share(matches, of: all)): \(matches) of \(all)",
        profile.keywords[keyword].weight > 1
          ? "Narrow it with another word, or lower its weight to 1."
          : "Narrow it with another word; at weight 1 it does little harm."
      )
    case .overlap(_, let other, let matches, let otherMatches):
      let line = profile.keywords[other].line
      let others = "“\(profile.keywords[other].text)” in line \(line)"
      if matches == otherMatches {
        return (
          "\(name) finds the same \(matches) conversations as \(others)",
          "Keep one of them, unless they are meant to count together."
        )
      }
      return (
        "\(name) finds nothing of its own: all its \(matches) conversations are among the "
          + "\(otherMatches) of \(others)",
        "Give it more weight than that one, or remove it."
      )
    case .hidden(_, let line, let hidden, let matches):
      let never = profile.never[line]
      return (
        "“never” hides \(hidden) of the \(matches) conversations with \(name), most by "
          + "“\(never.text)” in line \(never.line)",
        "Narrow that line, or remove one of the two."
      )
    }
  }
}

extension ProfileWarning {
  /// A share of at least a tenth in words.
  private static func share(_ matches: Int, of all: Int) -> String {
    let ordinals = [
      "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    let share = Double(matches) / Double(all)
    if share == 1 { return "every conversation" }
    if share >= 0.9 { return "nearly every conversation" }
    if share >= 0.6 { return "most conversations" }
    let every = min(10, Int((1 / share).rounded()))
    return "about every \(ordinals[every - 2]) conversation"
  }
}

extension Query {
  /// What may make it match more, in a few words each.
  fileprivate var ways: [String] {
    switch self {
    case .phrase(let phrase):
      (phrase.isExact ? ["any form, without = or quotes"] : [])
        + (phrase.words.count > 1
          ? ["fewer words", "OR", "NEAR/8"] : ["other words beside it, with OR"])
    case .near(_, _, let distance): ["more than NEAR/\(distance)", "OR"]
    case .all(let parts): ["OR in the place of AND"] + parts.flatMap(\.ways)
    case .any(let parts): parts.flatMap(\.ways)
    case .not: []
    case .title(let inner): ["without title:"] + inner.ways
    case .community(let name): ["is “\(name)” the name after in:?"]
    case .author(let name): ["is “\(name)” the name after by:?"]
    }
  }
}

extension String {
  /// The text with what was meant in the place of each unknown word; nil if that is not known of all.
  fileprivate func replacing(_ unknown: [(word: String, meant: String?)]) -> String? {
    var text = self
    for (word, meant) in unknown {
      let isWord = { (character: Character) in character.isLetter || character.isNumber }
      let place = text.ranges(of: word).first { range in
        !(text[..<range.lowerBound].last.map(isWord) ?? false)
          && !(text[range.upperBound...].first.map(isWord) ?? false)
      }
      guard let meant, let place else { return nil }
      text.replaceSubrange(place, with: meant)
    }
    return text
  }
}

/// The lines of a profile's file, to point at.
struct ProfileLines {
  private let path: String
  private let lines: [String]

  init(_ file: ProfileFile) {
    path = file.profile.path
    let text = String(decoding: file.bytes, as: UTF8.self)
    lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map(String.init)
  }

  /// A warning of a community that no post is of; nil if one is.
  func warning(at trust: Profile.Trust, stored: [String]) -> Diagnostic? {
    let name = trust.community.plainName
    guard !stored.contains(where: { $0.plainName == name }) else { return nil }
    let meant = didYouMean(trust.community, among: stored).map { "Did you mean “\($0)”?" }
    return warning(
      at: trust.line, trust.community, "no stored post is of the community “\(trust.community)”",
      meant ?? "Check its name; those of the feeds are listed by: mingle feeds list.")
  }

  /// A warning of what the key that reads `text` in a line says.
  func warning(
    at line: Int, _ text: String, _ message: String, _ remedy: String
  ) -> Diagnostic {
    let source = lines.indices.contains(line - 1) ? lines[line - 1] : ""
    return Diagnostic(
      path: path, line: line, column: Self.column(of: text, in: source),
      message: message, remedy: remedy, severity: .warning,
      source: source.replacing("\t", with: "  "))
  }

  /// Where the key that reads `text` starts, with its quote; of an escaped one the start of the line.
  private static func column(of text: String, in source: String) -> Int {
    var start = source.firstIndex { !$0.isWhitespace } ?? source.startIndex
    for range in source.ranges(of: text) {
      // “lever” is also in “lever machine: 5, lever: 2”.
      let rest = source[range.upperBound...].drop { "\"' ".contains($0) }
      guard rest.first == ":" else { continue }
      start = range.lowerBound
      if start > source.startIndex, "\"'".contains(source[source.index(before: start)]) {
        start = source.index(before: start)
      }
      break
    }
    return source.unicodeScalars.distance(from: source.startIndex, to: start) + 1
  }
}
