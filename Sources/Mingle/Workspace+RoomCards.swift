package import Conversations
package import Foundation
internal import Profiles

/// The cards of a workspace's rooms, and what is wrong with the files that are none.
package struct RoomCards: Sendable {
  /// By the names of their files; of several of one room the first counts.
  package var cards: [RoomCard] = []
  package var problems: [Diagnostic] = []

  /// The card of a room; nil if there is none.
  package func card(of room: String) -> RoomCard? { cards.first { $0.isOf(room) } }

  /// What keeps people from knowing whether a room has a card: files that cannot be read.
  var errors: [Diagnostic] { problems.filter { $0.severity == .error } }
}

/// What a machine's edit makes of a room's card.
package struct RoomCardChange: Sendable {
  /// The file, as it is called in messages.
  package var path: String
  /// Empty if the card is made by it.
  package var before: [UInt8]
  package var after: [UInt8]

  /// The change as a unified diff, a line each.
  package var diff: [String] { unifiedDiff(from: before, to: after, name: path) }
}

extension Workspace {
  /// The folder of the cards, which may not be there.
  var cardFolder: URL { folder.appending(path: "rooms") }

  /// All cards; a file that is none is told among the problems.
  package func roomCards() throws(UsageFailure) -> RoomCards {
    guard cardFolder.isFolder else { return RoomCards() }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: cardFolder.path)
    } catch {
      throw UsageFailure(
        "cannot read the folder \(name(of: cardFolder)): give yourself the right to")
    }
    var result = RoomCards()
    for file in names.sorted() where file.lowercased().hasSuffix(".md") && file.first != "." {
      let url = cardFolder.appending(path: file)
      switch card(at: url) {
      case .success(let card):
        if let twin = result.card(of: card.room) {
          result.problems.append(
            Diagnostic(
              path: card.path, message: "\(twin.path) is a card of \(twin.room) too",
              remedy: "Make one of them; until then that one counts.", severity: .warning))
        } else {
          result.cards.append(card)
        }
      case .failure(let problem): result.problems.append(problem)
      }
    }
    return result
  }

  /// The card of a room, or what is wrong with the file.
  private func card(at url: URL) -> Result<RoomCard, Diagnostic> {
    let name = self.name(of: url)
    let remedy = "Mend it, or take it away."
    let bytes: [UInt8]
    do {
      guard let read = try UserFile.read(url, as: name, limit: RoomCard.limit) else {
        return .failure(
          Diagnostic(path: name, message: "this link leads nowhere", remedy: remedy))
      }
      bytes = read
    } catch {
      // The name stands at the start where it is about what the file is.
      let message =
        error.description.hasPrefix("\(name) ")
        ? "this" + error.description.dropFirst(name.count) : error.description
      return .failure(Diagnostic(path: name, message: message, remedy: remedy))
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      return .failure(
        Diagnostic(path: name, message: "this is not UTF-8 text", remedy: "Save the file as UTF-8.")
      )
    }
    guard let card = RoomCard(MarkdownOutline(bytes), path: name) else {
      return .failure(
        Diagnostic(
          path: name, line: 1, message: "no heading says of which room it is",
          remedy: "Start it with a line like “# r/espresso”.", severity: .warning))
    }
    return .success(card)
  }

  /// Adds rules and notes to the card of a room, making the card if there is none.
  ///
  /// Throws a `DiagnosticsFailure` if a file that may be the card cannot be read, a `UsageFailure` if
  /// somebody else is changing it, and a `FileFailure` if it cannot be written.
  package func addToCard(
    of room: String, rules: [String], notes: [String]
  ) async throws -> RoomCardChange {
    let lock = try await editLock()
    defer { withExtendedLifetime(lock) {} }
    let (url, before) = try cardFile(of: room)
    var after = before ?? RoomCard.blank(of: room)
    for rule in rules { after = Self.adding(rule, to: .rules, in: after) }
    for note in notes { after = Self.adding(note, to: .notes, in: after) }
    let name = self.name(of: url)
    guard after.count <= RoomCard.limit else {
      throw UsageFailure(
        "\(name) would have \(after.count) bytes, and at most \(RoomCard.limit) are read; "
          + "shorten it with --edit")
    }
    try write(after, over: before, at: url, as: name, limit: RoomCard.limit)
    return RoomCardChange(path: name, before: before ?? [], after: after)
  }

  private static func adding(
    _ item: String, to section: RoomCard.Section, in bytes: [UInt8]
  ) -> [UInt8] {
    MarkdownOutline(bytes).adding(RoomCard.oneLine(item), under: section.rawValue)
  }

  /// The file of a room's card for an editor; made, with nothing on it yet, if there is none.
  package func cardToEdit(of room: String) async throws -> (file: URL, name: String, isNew: Bool) {
    let lock = try await editLock()
    defer { withExtendedLifetime(lock) {} }
    let (url, before) = try cardFile(of: room)
    let name = self.name(of: url)
    if before == nil {
      try write(RoomCard.blank(of: room), over: nil, at: url, as: name, limit: RoomCard.limit)
    }
    return (url, name, before == nil)
  }

  /// Takes a card away on which nothing was written since `cardToEdit` made it; returns whether it did.
  package func removeIfBlank(_ file: URL, of room: String) throws -> Bool {
    guard (try? Data(contentsOf: file)) == Data(RoomCard.blank(of: room)) else { return false }
    do {
      try FileManager.default.removeItem(at: file)
    } catch {
      throw FileFailure("cannot remove \(name(of: file)): \(error.localizedDescription)")
    }
    return true
  }

  /// Where the card of a room is, and its bytes; nil for those of one that is to be made.
  private func cardFile(of room: String) throws -> (URL, [UInt8]?) {
    let cards = try roomCards()
    if let card = cards.card(of: room) {
      let url = try Self.url(of: card.path)
      return (url, try UserFile.read(url, as: card.path, limit: RoomCard.limit) ?? [])
    }
    // One of them may be the card; a second one would part what belongs together.
    guard cards.errors.isEmpty else { throw DiagnosticsFailure(cards.errors) }
    let name = RoomCard.fileName(of: room)
    var url = cardFolder.appending(path: name)
    var number = 2
    while FileManager.default.fileExists(atPath: url.path) {
      url = cardFolder.appending(path: "\(name.dropLast(3))-\(number).md")
      number += 1
    }
    return (url, nil)
  }
}
