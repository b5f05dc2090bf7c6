import Foundation
import Measuring

/// Mingle, at what people do with it every day.
struct Trial {
  let workspace: Workspace
  let posts: Int
  let runs: Int

  /// Reads the feeds as they stood on each day, one day after the other.
  func fetch(_ days: URL, _ report: inout Report) throws {
    let feeds = workspace.folder.appending(path: "feeds")
    let names = (0..<Generator.communities).map { "feeds/\($0).xml" }
    try FileManager.default.createDirectory(
      at: workspace.folder, withIntermediateDirectories: true)
    try workspace.write(feeds: names)
    try workspace.write(profile: Profile(business: "Bench", keywords: [("bench", 1)]))
    var fetches: [Run] = []
    for day in 0..<Generator.days {
      try? FileManager.default.removeItem(at: feeds)
      try FileManager.default.moveItem(at: days.appending(path: "\(day)"), to: feeds)
      fetches.append(try workspace.run("fetch", ["--force"]))
    }
    var all = fetches[0]
    for fetch in fetches.dropFirst() {
      all.wall += fetch.wall
      all.cpu += fetch.cpu
      all.peak = max(all.peak, fetch.peak)
    }
    report.add(
      "`fetch`, all in \(Generator.days) days", nil, [all], note: "mingle.db \(databaseSize)")
    report.add("`fetch`, the last day alone", nil, [fetches[fetches.count - 1]])
  }

  /// Lists with a profile as it is, and after each kind of change.
  func rank(_ keywords: Keywords, _ report: inout Report) throws {
    let count = keywords.usual.count
    let day = Window(name: "24 h", arguments: [])
    let all = Window(name: "all", arguments: ["--since", "all", "--limit", "20"])

    try write(keywords.usual)
    let first = try list(all)
    try check(first)
    report.add("`today`, all, the first ever with the profile", count, [first], note: head(first))
    for window in [day, all] {
      _ = try list(window)
      let unchanged = try (0..<runs).map { _ in try list(window) }
      report.add(
        "`today`, \(window.name), nothing changed", count, unchanged, note: head(unchanged[0]))
    }
    var fresh = keywords.fresh
    var added = keywords.added
    for window in [day, all] {
      let changed = try (0..<runs).map { _ in
        try write(fresh.removeLast())
        return try list(window)
      }
      report.add("`today`, \(window.name), all keywords new", count, changed)
    }
    for window in [day, all] {
      let changed = try (0..<runs).map { _ in
        try write(keywords.usual + [added.removeLast()])
        return try list(window)
      }
      report.add("`today`, \(window.name), one keyword added", count, changed)
    }
  }

  private struct Window {
    var name: String
    var arguments: [String]
  }

  private func list(_ window: Window) throws -> Run {
    try workspace.run("today", ["--no-fetch"] + window.arguments)
  }

  private func write(_ keywords: [String]) throws {
    let weighted = keywords.enumerated().map { (term: $1, weight: 1 + $0 % 5) }
    try workspace.write(profile: Profile(business: "Bench", keywords: weighted))
  }

  /// Throws unless every post was considered as a conversation of its own.
  private func check(_ run: Run) throws {
    guard head(run).hasSuffix(" of \(posts) relevant") else {
      throw RunFailure("not all of the \(posts) posts are there: \(head(run))")
    }
  }

  /// How many conversations are relevant, as the first line of the list says.
  private func head(_ run: Run) -> String {
    let line = String(
      decoding: run.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return String(line.split(separator: " · ").last ?? "").replacing(" conversations", with: "")
  }

  private var databaseSize: String {
    "\(size(of: workspace.folder.appending(path: ".mingle")) >> 20) MB"
  }
}
