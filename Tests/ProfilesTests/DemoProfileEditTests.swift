import Foundation
import Profiles
import Support
import Testing

/// What must hold of every edit, for every line of a profile as people write it.
@Suite struct DemoProfileEditTests {
  /// The demo's profile as different editors would save it.
  enum File: CaseIterable {
    case asItIs, withCRLF, withoutFinalLineEnd, withByteOrderMark, withKeywordsLast, wider

    func text() throws -> String {
      let text = try String(
        contentsOf: Samples.demo.appending(path: "profile.yaml"), encoding: .utf8)
      switch self {
      case .asItIs: return text
      case .withCRLF: return text.replacingOccurrences(of: "\n", with: "\r\n")
      case .withoutFinalLineEnd: return String(text.dropLast())
      case .withByteOrderMark: return "\u{FEFF}" + text
      case .withKeywordsLast:
        let parts = text.components(separatedBy: "never:\n")
        let start = try #require(parts[0].range(of: "keywords:\n")).lowerBound
        return parts[0][..<start] + "never:\n" + parts[1] + parts[0][start...]
      case .wider: return text.replacingOccurrences(of: "\n  ", with: "\n      ")
      }
    }
  }

  @Test(arguments: File.allCases)
  func eachWeightChangesInItsLineAlone(file: File) throws {
    let text = try file.text()
    for keyword in try Self.profile(text).keywords {
      let edited = try Self.edit(text, .set(keyword.text.uppercased(if: keyword), weight: 3.5))
      var lines = text.bytesOfLines
      let line = String(decoding: lines[keyword.line - 1], as: UTF8.self)
      let weight = String(Int(keyword.weight))
      let place = try #require(line.range(of: ": \(weight)"))
      lines[keyword.line - 1] = Array(line.replacingCharacters(in: place, with: ": 3.5").utf8)
      #expect(edited.bytesOfLines == lines, "\(keyword.text)")
    }
  }

  @Test(arguments: File.allCases)
  func eachRemovalTakesItsLineAlone(file: File) throws {
    let text = try file.text()
    let profile = try Self.profile(text)
    let places =
      profile.keywords.map { ($0.text, $0.line) } + profile.never.map { ($0.text, $0.line) }
    for (expression, line) in places {
      var lines = text.bytesOfLines
      lines.remove(at: line - 1)
      let edited = try Self.edit(text, .remove(expression))
      #expect(Array(edited.utf8) == Array(lines.joined()), "\(expression)")
    }
  }

  @Test(arguments: File.allCases)
  func whatIsNewGetsALineOfItsOwn(file: File) throws {
    let text = try file.text()
    let edits: [ProfileEdit] = [.set("title:(\"new one\")", weight: 2), .never("#new")]
    for edit in edits {
      let before = text.bytesOfLines.map(\.withoutEnd)
      let after = try Self.edit(text, edit).bytesOfLines.map(\.withoutEnd)
      let difference = after.difference(from: before)
      #expect(difference.removals.isEmpty)
      #expect(difference.insertions.count == 1)
    }
  }

  @Test(arguments: File.allCases)
  func thereAndBackIsWhereItWas(file: File) throws {
    let text = try file.text()
    let edits: [ProfileEdit] = [
      .set("new", weight: 2), .never("newer"), .remove("NEW"), .remove("Newer"),
    ]
    let edited = try String(
      decoding: Profile.edited(Array(text.utf8), by: edits, path: "p"), as: UTF8.self)
    let end = text.hasSuffix("\n") ? "" : text.contains("\r\n") ? "\r\n" : "\n"
    #expect(Array(edited.utf8) == Array((text + (edited == text ? "" : end)).utf8))
  }

  private static func profile(_ text: String) throws -> Profile {
    try #require(Profile.read(text: text, path: "p").profile)
  }

  private static func edit(_ text: String, _ edit: ProfileEdit) throws -> String {
    String(decoding: try Profile.edited(Array(text.utf8), by: [edit], path: "p"), as: UTF8.self)
  }
}

extension String {
  /// In capitals, which only `=` tells from small letters.
  fileprivate func uppercased(if keyword: Profile.Keyword) -> String {
    hasPrefix("=") ? self : uppercased()
  }

  /// The lines with their ends.
  fileprivate var bytesOfLines: [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    for byte in utf8 {
      lines[lines.count - 1].append(byte)
      if byte == 0x0A { lines.append([]) }
    }
    return lines
  }
}

extension [UInt8] {
  fileprivate var withoutEnd: [UInt8] {
    Array(prefix { $0 != 0x0A && $0 != 0x0D })
  }
}
