internal import Foundation

extension ParsedAuthor {
  /// A person as RSS writes one: `mail@host (Name)`, `Name <mail@host>` or just a name.
  init(person text: String) {
    var text = text
    guard text.withUTF8({ $0.contains { $0 == 0x28 || $0 == 0x3C || $0 == 0x22 } }) else {
      self.init(name: text)
      return
    }
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
    let trimmed = name.trimmingCharacters(in: CharacterSet(charactersIn: " \t\""))
    self.init(name: trimmed.isEmpty ? text : trimmed)
  }
}
