/// What of a profile was changed, as far as it acts on scores.
package struct ProfileDifference: Sendable, Hashable {
  /// A line of one of the profiles, with its number there.
  package struct Change: Sendable, Hashable {
    package var kind: Kind
    /// The expression or community as written.
    package var text: String
    /// The weight or factor before and after; nil where there is none.
    package var before: Double?
    package var after: Double?
    /// The line in the later profile; nil if it is gone.
    package var line: Int?

    /// The section that the line stands in.
    package enum Kind: String, Sendable, Hashable {
      case keyword, never, community, competitor, us, language
    }

    /// Whether it stands in the later profile only, or in the earlier only; neither if it was changed.
    package var isAdded: Bool
    package var isRemoved: Bool
  }

  /// Keywords, then never, communities, competitors and us; each section in the order of the later file, what was
  /// removed behind.
  package var changes: [Change]

  /// The difference from one profile to another.
  package init(from old: Profile, to new: Profile) {
    changes = []
    if old.language.lowercased() != new.language.lowercased() {
      changes.append(
        Change(kind: .language, text: new.language, line: nil, isAdded: false, isRemoved: false))
    }
    compare(
      .keyword, old.keywords.map { Line($0.text, $0.weight, $0.line) },
      new.keywords.map { Line($0.text, $0.weight, $0.line) })
    compare(
      .never, old.never.map { Line($0.text, nil, $0.line) },
      new.never.map { Line($0.text, nil, $0.line) })
    compare(
      .community, old.communities.map { Line($0.community, $0.factor, $0.line) },
      new.communities.map { Line($0.community, $0.factor, $0.line) })
    compare(
      .competitor, old.competitors.map { Line($0.text, nil, $0.line) },
      new.competitors.map { Line($0.text, nil, $0.line) })
    compare(.us, Self.lines(of: old.us), Self.lines(of: new.us))
  }

  private static func lines(of us: Profile.Us) -> [Line] {
    (us.names + us.authors + us.sites).map { Line($0, nil, us.line ?? 0) }
  }

  private struct Line {
    var text: String
    var value: Double?
    var number: Int

    init(_ text: String, _ value: Double?, _ number: Int) {
      self.text = text
      self.value = value
      self.number = number
    }
  }

  private mutating func compare(_ kind: Change.Kind, _ old: [Line], _ new: [Line]) {
    let before = Dictionary(old.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
    for line in new {
      let known = before[line.text]
      guard known == nil || known?.value != line.value else { continue }
      changes.append(
        Change(
          kind: kind, text: line.text, before: known?.value, after: line.value,
          line: line.number, isAdded: known == nil, isRemoved: false))
    }
    let kept = Set(new.map(\.text))
    for line in old where !kept.contains(line.text) {
      changes.append(
        Change(
          kind: kind, text: line.text, before: line.value, line: nil, isAdded: false,
          isRemoved: true))
    }
  }
}
