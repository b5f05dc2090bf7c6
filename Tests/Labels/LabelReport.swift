internal import Foundation

/// What is said of labels on standard output, if anybody asks: `MINGLE_LABELS=1 swift test` tells the
/// figures and the wrong ones, `MINGLE_LABELS=held` also the wrong ones among those held out.
package enum LabelReport {
  package static func tell(_ figures: [(name: String, figures: Figures)]) {
    guard let asked = ProcessInfo.processInfo.environment["MINGLE_LABELS"] else { return }
    for (name, figures) in figures { say(figures.lines(name)) }
    for (name, figures) in figures {
      let wrong = figures.wrong(withHeld: asked == "held")
      if !wrong.isEmpty { say(["", name] + wrong) }
    }
  }

  /// A line each, where anybody asked.
  package static func tell(_ lines: [String]) {
    if ProcessInfo.processInfo.environment["MINGLE_LABELS"] != nil { say(lines) }
  }

  private static func say(_ lines: [String]) { print(lines.joined(separator: "\n")) }
}
