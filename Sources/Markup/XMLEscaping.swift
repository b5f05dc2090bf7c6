/// A text as it stands in XML, between tags or in quotes; what XML forbids is left out.
package func xmlEscaped(_ text: String) -> String {
  var escaped: [UInt8] = []
  escaped.reserveCapacity(text.utf8.count + 16)
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped.append(contentsOf: "&amp;".utf8)
    case "<": escaped.append(contentsOf: "&lt;".utf8)
    case ">": escaped.append(contentsOf: "&gt;".utf8)
    case "\"": escaped.append(contentsOf: "&quot;".utf8)
    case "\n": escaped.append(contentsOf: "&#10;".utf8)
    case "\t": escaped.append(contentsOf: "&#9;".utf8)
    case "\r": escaped.append(contentsOf: "&#13;".utf8)
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
    default: escaped.append(utf8: scalar)
    }
  }
  return String(decoding: escaped, as: UTF8.self)
}
