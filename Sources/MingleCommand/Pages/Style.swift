internal import Exporting

/// Colours and emphasis, for terminals that want them.
enum Style: Int {
  case bold = 1
  case faint = 2
  case red = 31
  case green = 32
  case yellow = 33
  case cyan = 36
}

extension String {
  /// The text without anything that acts on a terminal, then in a style if output is coloured.
  func styled(_ style: Style) -> String {
    let text = safe
    return Output.isColored && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// The text in one line, without anything that acts on a terminal.
  var safe: String { printable(self, keepsLines: false) }
}

/// A number in a column of some width, from the right.
func column(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}
