import ArgumentParser
import Foundation
import Measuring

@main struct OrderBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "order",
    abstract: "Show that posts make the same conversations in whatever order they come in.",
    discussion: """
      Examples:
        order                       50,000 posts, in order and in two random orders
        order --posts 5000 --orders 5
      """)

  @Option(help: "How many posts there are, about.")
  var posts = 50_000

  @Option(help: "How many feeds they come through.")
  var feeds = 40

  @Option(help: "How many random orders are tried.")
  var orders = 2

  @Option(help: "In how many fetches they come; in the random orders, one more each time.")
  var fetches = 12

  @Option(help: "The same seed makes the same posts.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The built mingle.", valueName: "path"))
  var mingle = Checkout.release

  @Option(help: ArgumentHelp("Keep the lists here.", valueName: "dir"))
  var keep: String?

  func run() throws {
    let scratch = try Scratch()
    let threads = GeneratedThreads(posts: posts, feeds: feeds, seed: seed)
    let first = try listing(threads, fetches, nil, in: scratch.url)
    print("in order: \(first.posts) posts stored, \(first.list.count) bytes listed")
    try keep(first.list, as: "in-order.json")
    var differing = 0
    for order in 1...max(1, UInt64(orders)) {
      let other = try listing(threads, fetches + Int(order), order, in: scratch.url)
      let isSame = other.list == first.list
      print("order \(order): \(other.posts) posts stored, \(isSame ? "the same bytes" : "DIFFERS")")
      try keep(other.list, as: "order-\(order).json")
      if !isSame { differing += 1 }
    }
    if differing > 0 { throw ExitCode(1) }
  }

  /// What is listed when posts come in an order, and how many were stored.
  private func listing(
    _ threads: GeneratedThreads, _ fetches: Int, _ order: UInt64?, in folder: URL
  ) throws -> (list: Data, posts: Int) {
    let place = folder.appending(path: order.map { "order-\($0)" } ?? "in-order")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    let workspace = Workspace(place, tool: mingle)
    try workspace.write(feeds: threads.feeds)
    try workspace.write(
      profile: Profile(
        business: "Order",
        keywords: [("lever machine", 5), ("grinder", 3), ("espresso", 2), ("gasket", 4)]))
    for fetch in threads.fetches(fetches, shuffledBy: order) {
      for feed in threads.feeds { try workspace.write(fetch[feed] ?? Self.empty, to: feed) }
      _ = try workspace.run("fetch", ["--force"])
    }
    let list = try workspace.run(
      "today",
      ["--no-fetch", "--since", "all", "--on", "2026-03-05", "--all", "--json"]
        + ["--limit", "100000"]
    ).output
    let posts = try workspace.run("posts").output.count { $0 == UInt8(ascii: "\n") }
    // The moment and the folder of the run are no part of what is listed.
    let text = String(decoding: list, as: UTF8.self)
      .replacing(/"generated_at" : "[^"]*"/, with: "")
      .replacing(/"path" : "[^"]*"/, with: "")
    return (Data(text.utf8), posts)
  }

  private static let empty = """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>Room</title><id>urn:room</id></feed>
    """

  private func keep(_ list: Data, as name: String) throws {
    guard let keep else { return }
    let folder = URL(filePath: keep)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try list.write(to: folder.appending(path: name))
  }
}
