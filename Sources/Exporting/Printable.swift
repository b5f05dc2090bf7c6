/// `text` without characters that act on a terminal or turn the reading direction.
///
/// What comes in is cleaned already; this is the second lock, for whatever is printed: control
/// characters (C0, DEL, C1), the bidirectional ones (U+202A-202E, U+2066-2069) and the byte order
/// mark. Line feeds and tabs stay if `keepsLines`, else they become spaces.
package func printable(_ text: String, keepsLines: Bool) -> String {
  let isClean = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  if isClean { return text }
  var kept = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x09, 0x0A: kept.append(keepsLines ? scalar : " ")
    case 0x0D where !keepsLines: kept.append(" ")
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0x2028, 0x2029: continue
    default: kept.append(scalar)
    }
  }
  return String(kept)
}
