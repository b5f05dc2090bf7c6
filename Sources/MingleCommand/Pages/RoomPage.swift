internal import Conversations
internal import Exporting
internal import Foundation
internal import Mingle
internal import Profiles
internal import Ranking

/// A room for people: its card first, then what was done there and what works.
struct RoomPage {
  private let room: Room
  private let profile: String

  init(_ room: Room, profile: String) {
    self.room = room
    self.profile = profile
  }

  var lines: [String] {
    heading + card + visits + works + times + keywords + acquaintances + feeds
  }

  private var now: Date { room.window.until }

  private var heading: [String] {
    let summary = room.summary
    let trust = room.trust.map {
      " · trusted \(score($0.factor))" + "  \(profile.safe):\($0.line)".styled(.faint)
    }
    let stored =
      summary.posts == 0
      ? "Nothing of it is stored"
      : "\(counted(summary.posts, "post")) in \(conversations(summary.conversations)), "
        + "\(summary.relevant) relevant (\(described(room.window)))"
    let last = room.lastActivity.map { " · the last word \(age(of: $0, at: now))" } ?? ""
    return ["\(summary.name.styled(.bold))\(trust ?? "")", stored + last]
  }

  private var card: [String] {
    guard let card = room.card else {
      return [
        "", "No card yet; write on it with: mingle room \(room.summary.name.shellWord) --note TEXT",
      ]
    }
    var lines: [String] = []
    let path = "  \(card.path.safe)".styled(.faint)
    for (title, items) in [("Rules", card.rules), ("Notes", card.notes)] where !items.isEmpty {
      lines += ["", title.styled(.bold) + (lines.isEmpty ? path : "")]
      lines += items.map { "  - \($0.safe)" }
    }
    return lines.isEmpty ? ["", "Nothing is on its card yet" + path] : lines
  }

  private var visits: [String] {
    guard let last = room.joins.last else { return ["", "You never joined anything here."] }
    let who = last.person.isEmpty ? "somebody" : last.person
    let what = last.contribution.map { ", \($0.words)" } ?? ""
    return [
      "",
      "Last visit \(age(of: last.at, at: now)): \(who.safe)\(what); "
        + "\(counted(room.joins.count, "join")) in all",
    ]
  }

  private var works: [String] {
    guard !room.joins.isEmpty else { return [] }
    let all = Tally(room.joins)
    let rows = (Contribution.allCases + [nil]).compactMap { contribution -> [String]? in
      let joins = room.joins.filter { $0.contribution == contribution }
      guard !joins.isEmpty else { return nil }
      let tally = Tally(joins)
      let told = tally.answered + tally.unanswered
      return [
        contribution?.rawValue ?? "not said", String(tally.joins),
        told == 0 ? "?" : "\(tally.answered) of \(told)",
      ]
    }
    var lines = [""] + Table(["as", "joins", "answered"], left: [0], rows: rows).lines
    if let balancing = all.balancingJoins {
      lines.append(
        "\(all.mentions) of \(all.joins) joins here speak of you; help, ask or share \(balancing) "
          + "more \(balancing == 1 ? "time" : "times"), and it is one in ten.")
    }
    return lines
  }

  private var times: [String] {
    let life = room.life
    var lines: [String] = []
    if let weekday = life.weekday, let hours = life.hours {
      let days = [
        "Sundays", "Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays",
      ]
      lines.append(
        "Most replies come on \(days[weekday.number - 1]) (\(percent(weekday.share))) and from "
          + "\(hour(hours.number)) to \(hour(hours.number + 3)) (\(percent(hours.share))), "
          + "of \(life.replies)")
    }
    if let lifetime = life.lifetime {
      lines.append(
        "A thread that is answered is talked in for \(length(of: lifetime)) (median of \(life.threads))"
      )
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private var keywords: [String] {
    guard !room.earning.isEmpty else { return [] }
    let table = Table(
      ["line", "keyword that earns here", "joined", "saved", "matches"], left: [1],
      rows: room.earning.prefix(5).map {
        [
          String($0.keyword.line), $0.keyword.text, cell($0.joined), cell($0.saved),
          cell($0.matches),
        ]
      })
    return [""] + table.lines
  }

  private var acquaintances: [String] {
    guard !room.acquaintances.isEmpty else { return [] }
    let met = room.acquaintances.prefix(5).map { "\($0.author.safe) (\($0.conversations))" }
    return ["", "Met again: \(met.joined(separator: ", "))"]
  }

  private var feeds: [String] {
    guard !room.feeds.isEmpty else { return [] }
    return ["", "Comes from"] + room.feeds.map { "  \(Address.redacted($0).safe)" }
  }

  private func hour(_ hour: Int) -> String { String(format: "%02d:00", hour % 24) }

  private func length(of lifetime: Duration) -> String {
    let hours = Int(lifetime.components.seconds / 3600)
    return hours < 48 ? counted(max(1, hours), "hour") : counted(hours / 24, "day")
  }
}

extension Contribution {
  /// What somebody did, in the past.
  fileprivate var words: String { self == .mentionedUs ? "mentioned us" : rawValue }
}

extension String {
  /// As an argument of a shell, if it must be quoted to be one.
  var shellWord: String {
    let isPlain = utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/.-_:@".utf8.contains(byte)
    }
    return isPlain ? self : "'\(safe.replacing("'", with: "'\\''"))'"
  }
}
