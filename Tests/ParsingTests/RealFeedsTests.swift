import Foundation
import Markup
import Parsing
import Support
import Testing

/// Feeds as they were recorded, with the number of entries that most readers find in them.
@Suite(
  .enabled("the folder of recorded feeds (shared/real-feeds) is absent") {
    SharedFolder.url(of: "real-feeds") != nil
  })
struct RealFeedsTests {
  struct Recorded: Sendable, CustomTestStringConvertible {
    var file: URL
    var entries: ClosedRange<Int>
    var testDescription: String { file.lastPathComponent }
  }

  /// The rows of the index.
  static let recorded: [Recorded] = {
    guard let folder = SharedFolder.url(of: "real-feeds"),
      let index = try? String(contentsOf: folder.appending(path: "INDEX.tsv"), encoding: .utf8)
    else { return [] }
    let rows = index.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let header = rows.first, let name = header.firstIndex(of: "file"),
      let entries = header.firstIndex(of: "entries"), let note = header.firstIndex(of: "note")
    else { return [] }
    return rows.dropFirst().compactMap { row in
      guard row.count > max(name, entries), let count = Int(row[entries]) else { return nil }
      let isVague = row.count > note && row[note].contains("zero or one item are both fine")
      return Recorded(
        file: folder.appending(path: row[name]), entries: isVague ? 0...1 : count...count)
    }
  }()

  @Test(arguments: recorded) func hasAllEntries(of recorded: Recorded) throws {
    let feed = try parse([UInt8](try Data(contentsOf: recorded.file)))
    #expect(recorded.entries.contains(feed.entries.count))
  }

  @Test func areAllThere() {
    #expect(Self.recorded.count > 100)
  }

  /// What reaches a person or a terminal holds nothing that is invisible or turns the text around.
  @Test func holdNoControlsInTheirTexts() throws {
    for recorded in Self.recorded {
      for entry in try parse([UInt8](try Data(contentsOf: recorded.file))).entries {
        let text = entry.title + (entry.content?.plainText() ?? "") + entry.tags.joined()
        let foul = text.unicodeScalars.first {
          $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
            || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
            || $0 == "\u{FEFF}" || $0 == "\u{200B}"
        }
        #expect(foul == nil, "\(recorded.file.lastPathComponent)")
      }
    }
  }
}
