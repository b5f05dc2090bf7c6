import Foundation
import Measuring

/// One business that has its list made, and made again after it joined and skipped.
struct Trial {
  let collection: Collection
  let business: Collection.Business
  /// The workspace in which all posts are stored and nothing was ranked.
  let base: Workspace
  /// Where the copies of it are made; each is removed after its run.
  let folder: URL
  /// More arguments of `mingle today`.
  let arguments: [String]

  /// The posts as they are listed, best first: without any verdict, then after those of `stages`.
  func rankings(_ stages: [[Collection.Verdict]]) throws -> [[String]] {
    let place = folder.appending(path: business.id)
    let workspace = try base.copy(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    try workspace.write(profile: business.profile)
    let first = try list(workspace)
    var names = Dictionary(uniqueKeysWithValues: first.map { ($0.post, $0.id) })
    var rankings = [first.map(\.post)]
    for verdicts in stages {
      let again = folder.appending(path: "\(business.id)-\(verdicts.count)")
      let copy = try workspace.copy(to: again)
      defer { try? FileManager.default.removeItem(at: again) }
      for verdict in verdicts where names[verdict.post] == nil {
        names[verdict.post] = try name(of: verdict.post, in: copy)
      }
      for (command, isJoined) in [("join", true), ("skip", false)] {
        let chosen = verdicts.filter { $0.isJoined == isJoined }.compactMap { names[$0.post] }
        if !chosen.isEmpty { _ = try copy.run(command, chosen) }
      }
      rankings.append(try list(copy).map(\.post))
    }
    return rankings
  }

  private func list(_ workspace: Workspace) throws -> [Listed] {
    let run = try workspace.run(
      "today",
      ["--no-fetch", "--since", "all", "--all", "--limit", "100000", "--json"] + arguments)
    return try JSONDecoder().decode(Listing.self, from: run.output).conversations
  }

  /// The id of a post's conversation that is not listed.
  private func name(of post: String, in workspace: Workspace) throws -> String {
    let run = try workspace.run("why-not", [Collection.link(of: post), "--json"])
    return try JSONDecoder().decode(Explained.self, from: run.output).conversation.id
  }
}

private struct Listing: Decodable {
  var conversations: [Listed]
}

private struct Explained: Decodable {
  var conversation: Listed
}

private struct Listed: Decodable {
  var id: String
  var url: String

  /// The post that the conversation was made of.
  var post: String { String(url.split(separator: "/").last ?? "") }
}
