/// `text` from a file in curly quotes, short and without characters that could act on a terminal.
func quoted(_ text: String) -> String {
  let plain = harmless(text)
  let short = plain.count > 60 ? plain.prefix(57) + "…" : plain[...]
  return "“\(short)”"
}

/// `text` with control and bidirectional characters replaced, one for one, by a visible mark.
func harmless(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator:
      result.append(scalar == "\t" ? " " : "\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}
