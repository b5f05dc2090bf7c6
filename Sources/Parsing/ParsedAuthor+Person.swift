internal import Foundation

extension ParsedAuthor {
  /// A person as feeds write one: `mail@host (Name)`, `Name <mail@host>`, `mail@host Name`,
  /// `mailto:mail@host` or just a name.
  init(person text: String) {
    var text = text
    let isPlain = text.withUTF8 { bytes in
      bytes.allSatisfy { $0 != 0x28 && $0 != 0x3C && $0 != 0x22 && $0 != 0x40 }
    }
    let name = isPlain ? text : Self.name(in: text)
    self.init(name: name.isEmpty ? text : name)
  }

  private static func name(in text: String) -> String {
    var name = text
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      let (outside, inside) = (text[..<open], text[text.index(after: open)..<close])
      if outside.contains("@") {
        name = String(inside)
      } else if inside.contains("@") {
        name = String(outside)
      }
    } else if let open = text.firstIndex(of: "<"), open > text.startIndex,
      text[open...].contains("@")
    {
      name = String(text[..<open])
    }
    name = trimmed(name)
    guard name.contains("@") else { return name }
    // A mail address and a name side by side; of an address alone at least the scheme goes.
    let words = name.split(separator: " ")
    let plain = trimmed(words.filter { !isMail($0) }.joined(separator: " "))
    if !plain.isEmpty { return plain }
    let scheme = "mailto:"
    return name.lowercased().hasPrefix(scheme) ? String(name.dropFirst(scheme.count)) : name
  }

  private static func isMail(_ word: Substring) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
  }

  private static func trimmed(_ name: String) -> String {
    name.trimmingCharacters(in: CharacterSet(charactersIn: " \t\",;"))
  }
}
