/// An expression as it is compared with others: “Lever  Machine” and “lever machine” are two texts to
/// YAML, and one to people. Capitals count after `=`.
func plainExpression(_ text: String) -> String {
  guard text.hasPrefix("=") else { return spaced(text.lowercased()) }
  return "=" + spaced(String(text.dropFirst()))
}

/// `text` with one space wherever there are some, and none at its ends.
func spaced(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
