internal import Exporting
package import Foundation
internal import Profiles

/// The team's own notes on a room: a markdown file that people read and edit as they like.
///
/// Its first heading names the room. What stands under `## Rules` and `## Notes` is told; the rest is
/// theirs.
package struct RoomCard: Sendable, Hashable {
  /// The file, as it is called in messages.
  package var path: String
  /// The room, as the heading names it.
  package var room: String
  package var rules: [String]
  package var notes: [String]

  /// A part that is told, and that notes can be added to.
  package enum Section: String, Sendable, CaseIterable {
    case rules = "Rules"
    case notes = "Notes"
  }

  /// The most bytes of a card: it is written by hand.
  package static let limit = 1_000_000

  /// Reads a card; nil if no heading names a room.
  package init?(_ text: MarkdownOutline, path: String) {
    guard let title = text.title, !title.isEmpty else { return nil }
    self.path = path
    room = title
    rules = text.items(under: Section.rules.rawValue)
    notes = text.items(under: Section.notes.rawValue)
  }

  /// Whether it is of the room with this name; names are compared plain.
  package func isOf(_ name: String) -> Bool { room.plainName == Self.heading(name).plainName }

  /// A card with nothing on it yet.
  package static func blank(of room: String) -> [UInt8] {
    Array("# \(heading(room))\n\n## Rules\n\n## Notes\n".utf8)
  }

  /// A note as it is added: with the day and who wrote it, if anybody says.
  package static func note(_ text: String, by person: String, at date: Date) -> String {
    "\(day(date))\(person.isEmpty ? "" : " \(person)"): \(oneLine(text))"
  }

  /// A room's name as a heading says it: in one line, whatever a feed called it.
  static func heading(_ name: String) -> String {
    MarkdownOutline(Array("# \(oneLine(name))\n".utf8)).title ?? ""
  }

  /// What a person typed, in one line.
  static func oneLine(_ text: String) -> String {
    printable(text, keepsLines: false).split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The name of the file for a room's card, whatever a feed called the room: letters, digits, dots
  /// and dashes, and no folder.
  package static func fileName(of room: String) -> String {
    var name = ""
    for scalar in room.lowercased().unicodeScalars {
      let isKept = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if isKept || (scalar == "." && !name.isEmpty && name.last != "-") {
        name.unicodeScalars.append(scalar)
      } else if !name.isEmpty, name.last != "-" {
        name.append("-")
      }
      // A name of 255 bytes is the most that file systems take.
      if name.utf8.count > 80 { break }
    }
    while let last = name.last, last == "-" || last == "." { name.removeLast() }
    return (name.isEmpty ? "room" : name) + ".md"
  }
}
