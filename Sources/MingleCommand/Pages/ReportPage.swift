internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles
internal import Ranking

/// The check-in for people, on a terminal or as markdown.
struct ReportPage {
  private let report: Report
  private let bars: Bars

  init(_ report: Report, bars: Bars) {
    self.report = report
    self.bars = bars
  }

  /// For a terminal, or a file without colours.
  func text(isStyled: Bool) -> [String] {
    let name = isStyled ? name.styled(.bold) : name.safe
    return ["\(name) · check-in · \(about.safe)"] + parts.text(bars, isStyled: isStyled)
  }

  var markdown: [String] {
    ["# Check-in: \(escaped(name))", "", escaped(about)] + parts.markdown
  }

  private var name: String { report.business.isEmpty ? "Mingle" : report.business }

  private var about: String {
    described(report.window) + (report.person.map { " · \($0)" } ?? "")
  }

  private var parts: [ReportPart] {
    var parts = [joins]
    if report.total.joins > 0 { parts += [rooms, contributions] + people + [mentions] }
    parts += waiting
    if let surroundings = report.surroundings {
      parts += listened(surroundings) + keywords(surroundings) + [feeds(surroundings.feeds)]
    }
    return parts
  }

  // MARK: - What the team did

  private var joins: ReportPart {
    let total = report.total
    guard total.joins > 0 else {
      return ReportPart(
        title: "Joins",
        lines: [
          report.person.map { "\($0) joined nothing in this time." }
            ?? "Nobody joined anything in this time.",
          "What is worth joining is listed by: mingle today",
          "Say so afterwards with: mingle join ID --as helped (or asked, shared, mentioned-us)",
        ])
    }
    let who = report.person == nil ? ", by \(counted(report.people.count, "person", "people"))" : ""
    let where_ = "\(conversations(total.conversations)) of \(counted(report.rooms.count, "room"))"
    return ReportPart(
      title: "Joins",
      lines: [
        "\(counted(total.joins, "join")) in \(where_)\(who)", answers(total),
        rhythm,
      ])
  }

  private func answers(_ tally: Tally) -> String {
    guard let rate = tally.answerRate else {
      return "Whether anybody answered cannot be told: the feeds bring no replies from there"
    }
    let told = tally.answered + tally.unanswered
    let times = tally.answers == 1 ? "once" : "\(tally.answers) times"
    return "Somebody answered in \(tally.answered) of \(told) (\(percent(rate)))"
      + (tally.answers > 0 ? ", \(times) in all" : "")
      + (tally.untold > 0 ? "; of \(tally.untold) the feeds do not tell" : "")
  }

  private var rhythm: String {
    let stretches = report.rhythm.stretches
    let most = stretches.max { $0.joins < $1.joins }
    let peak = most.map { most in
      let stretch = report.rhythm.unit == .day ? "on" : "in the \(report.rhythm.unit) from"
      return ", most \(stretch) \(day(most.start)): \(most.joins)"
    }
    return "Each \(report.rhythm.unit)  \(bars.line(stretches.map(\.joins)))\(peak ?? "")"
  }

  private var rooms: ReportPart {
    part("By room", "room", report.rooms)
  }

  private var people: [ReportPart] {
    report.person == nil ? [part("By person", "person", report.people)] : []
  }

  private func part(_ title: String, _ name: String, _ counted: [Report.Counted]) -> ReportPart {
    let first = counted.prefix(Self.mostCounted)
    let heading = [name, "joins"] + Contribution.allCases.map(words) + ["not said", "answered"]
    let rows = first.map { counted in
      let tally = counted.tally
      let name = counted.name.isEmpty ? "(not said)" : counted.name
      return [shortened(name), cell(tally.joins)]
        + Contribution.allCases.map { said($0, in: tally) }
        + [cell(tally.unsaid), answered(tally)]
    }
    return ReportPart(
      title: title,
      table: ReportTable(
        heading: heading, left: [0], rows: rows, bars: first.map(\.tally.joins)),
      remarks: rest(of: counted.count, beyond: Self.mostCounted, "in --json"))
  }

  private var contributions: ReportPart {
    ReportPart(
      title: "By contribution",
      table: ReportTable(
        heading: ["as", "joins", "answered"], left: [0],
        rows: report.contributions.map { contribution, tally in
          [contribution?.rawValue ?? "not said", cell(tally.joins), answered(tally)]
        },
        bars: report.contributions.map(\.tally.joins)),
      remarks: report.total.unsaid > 0 ? ["Say as what with: mingle join ID --as helped"] : [])
  }

  private var mentions: ReportPart {
    let total = report.total
    let rule = "the old rule of thumb is one in ten"
    var part = ReportPart(
      title: "Speaking of yourselves",
      lines: [
        total.mentions == 0
          ? "In none of \(counted(total.joins, "join")); \(rule)"
          : "In \(total.mentions) of \(counted(total.joins, "join")) "
            + "(\(percent(total.mentionShare))); \(rule)"
      ])
    for room in report.rooms {
      guard let balancing = room.tally.balancingJoins else { continue }
      part.lines.append(
        "\(shortened(room.name)): \(room.tally.mentions) of \(room.tally.joins) joins "
          + "(\(percent(room.tally.mentionShare))). Rooms remember who comes to sell: help, ask or "
          + "share \(balancing) more \(balancing == 1 ? "time" : "times") there, and it is in balance."
      )
    }
    return part
  }

  private var waiting: [ReportPart] {
    let waiting = report.waiting
    guard !waiting.isEmpty else { return [] }
    return [
      ReportPart(
        title: "Saved, never joined (\(waiting.count))",
        table: ReportTable(
          heading: ["id", "saved", "by", "room", "title"], left: [0, 1, 2, 3, 4],
          rows: waiting.prefix(Self.most).map { waiting in
            [
              waiting.shortID, age(of: waiting.saved, at: report.window.until),
              waiting.person.isEmpty ? "·" : waiting.person, shortened(waiting.community),
              shortened(waiting.heading, to: 60),
            ]
          }),
        remarks: rest(of: waiting.count, "in --json"))
    ]
  }

  // MARK: - What was around it

  private func listened(_ surroundings: Report.Surroundings) -> [ReportPart] {
    let rooms = surroundings.listened
    guard surroundings.conversations > 0 else {
      return [
        ReportPart(
          title: "Rooms",
          lines: [
            "Nothing was said in this time; look elsewhere with --since or --on, or read the feeds "
              + "with: mingle today"
          ])
      ]
    }
    guard !rooms.isEmpty else { return [] }
    return [
      ReportPart(
        title: "Rooms you only listen to (\(rooms.count))",
        table: ReportTable(
          heading: ["room", "relevant", "conversations", "last joined"], left: [0, 3],
          rows: rooms.prefix(Self.most).map { room in
            [
              shortened(room.name), cell(room.relevant), cell(room.conversations),
              room.lastJoin.map { age(of: $0, at: report.window.until) } ?? "never",
            ]
          },
          bars: rooms.prefix(Self.most).map(\.relevant)),
        remarks: rest(of: rooms.count, "in --json"))
    ]
  }

  private func keywords(_ surroundings: Report.Surroundings) -> [ReportPart] {
    guard surroundings.conversations > 0 else { return [] }
    var parts: [ReportPart] = []
    let (earning, skipped) = (surroundings.earning, surroundings.skipped)
    if !earning.isEmpty {
      parts.append(
        ReportPart(
          title: "Keywords that earn", table: table(of: earning),
          remarks: rest(of: earning.count, "in: mingle profile stats --sort joins")))
    }
    if !skipped.isEmpty {
      parts.append(
        ReportPart(
          title: "Keywords of skipped conversations only", table: table(of: skipped),
          remarks: rest(of: skipped.count, "in: mingle profile stats")))
    }
    let unmatched = surroundings.unmatched
    if !unmatched.isEmpty {
      let names = unmatched.prefix(Self.most).map { "\($0.keyword.text) (\($0.keyword.line))" }
      parts.append(
        ReportPart(
          title: "Keywords that match nothing (\(unmatched.count))",
          lines: [
            names.joined(separator: ", "), "Why, and what was meant: mingle profile check",
          ], remarks: rest(of: unmatched.count, "in: mingle profile stats")))
    }
    return parts
  }

  private func table(of keywords: [ProfileUse.KeywordUse]) -> ReportTable {
    ReportTable(
      heading: ["line", "keyword", "joined", "saved", "skipped", "matches"], left: [1],
      rows: keywords.prefix(Self.most).map { use in
        [
          String(use.keyword.line), shortened(use.keyword.text), cell(use.joined),
          cell(use.saved), cell(use.skipped), cell(use.matches),
        ]
      })
  }

  private func feeds(_ health: FeedHealth) -> ReportPart {
    var counts = ["\(health.well) well"]
    if !health.silent.isEmpty { counts.append("\(health.silent.count) silent") }
    if !health.failing.isEmpty { counts.append("\(health.failing.count) failing") }
    if health.unread > 0 { counts.append("\(health.unread) never read") }
    if health.unknown > 0 { counts.append("\(health.unknown) with too few posts to tell") }
    if health.isEmpty {
      counts = ["The list is empty; add a community with: mingle feeds add r/espresso"]
    }
    var part = ReportPart(title: "Feeds", lines: [counts.joined(separator: ", ")])
    // What was silent is told from the end of the window, what fails now from now.
    let then = FeedWords(at: report.window.until, calendar: .current)
    part.lines += health.silent.compactMap { feed, _, _ in
      then.silence(feed.silence).map { "\(name(of: feed)): \($0)" }
    }
    let now = FeedWords(at: report.made, calendar: .current)
    part.lines += health.failing.map { feed in
      let words = feed.state == .gone ? now.gone(feed) : now.failing(feed) ?? feed.error
      let last = feed.lastRead.map { "last read \(day($0))" } ?? "never read"
      return "\(name(of: feed)): \(words); \(last)"
    }
    return part
  }
}
