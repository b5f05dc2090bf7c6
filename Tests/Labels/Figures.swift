/// How well a detector does what people did by reading.
package struct Figures: Sendable {
  /// A label beside what the detector said.
  package struct Judged: Sendable {
    /// What was labelled, by its file and guid or its own id.
    package var name: String
    package var isSo: Bool
    package var isSaid: Bool
    /// Labels whose errors nobody who writes detectors is told.
    package var isHeld: Bool
    /// Whether a real post was labelled, not one written for this.
    package var isReal: Bool

    package init(name: String, isSo: Bool, isSaid: Bool, isHeld: Bool, isReal: Bool) {
      self.name = name
      self.isSo = isSo
      self.isSaid = isSaid
      self.isHeld = isHeld
      self.isReal = isReal
    }
  }

  package var judged: [Judged]

  package init(_ judged: [Judged]) { self.judged = judged }

  private var right: Int { judged.count { $0.isSo && $0.isSaid } }
  package var positives: Int { judged.count { $0.isSo } }
  /// Said, but not so.
  package var falseHits: [Judged] { judged.filter { $0.isSaid && !$0.isSo } }
  /// So, but not said.
  package var misses: [Judged] { judged.filter { $0.isSo && !$0.isSaid } }

  /// The share of what is so in what is said, 0…1; 1 if nothing is said.
  package var precision: Double {
    let said = judged.count { $0.isSaid }
    return said == 0 ? 1 : Double(right) / Double(said)
  }

  /// The share of what is said in what is so, 0…1; 1 if nothing is so.
  package var recall: Double { positives == 0 ? 1 : Double(right) / Double(positives) }

  /// The harmonic mean of precision and recall.
  package var f1: Double {
    let sum = precision + recall
    return sum == 0 ? 0 : 2 * precision * recall / sum
  }

  /// The figures in a line, and those of the real, own, seen and held ones in a line each.
  package func lines(_ name: String) -> [String] {
    let parts: [(String, (Judged) -> Bool)] = [
      ("all", { _ in true }), ("real", { $0.isReal }), ("own", { !$0.isReal }),
      ("seen", { !$0.isHeld }), ("held", { $0.isHeld }),
    ]
    return parts.compactMap { part, isIn in
      let figures = Figures(judged.filter(isIn))
      return figures.judged.isEmpty ? nil : figures.line(name, part)
    }
  }

  private func line(_ name: String, _ part: String) -> String {
    [
      pad(name, 15), pad(part, 5), pad("n \(judged.count)", 6), pad("positive \(positives)", 13),
      "precision \(thousandths(precision))  recall \(thousandths(recall))  F1 \(thousandths(f1))",
    ].joined(separator: "  ")
  }

  /// The wrong ones, a line each; the held ones only where `withHeld`.
  package func wrong(withHeld: Bool) -> [String] {
    let told = { (judged: Judged) in withHeld || !judged.isHeld }
    return falseHits.filter(told).map { "  false hit  \($0.name)" }
      + misses.filter(told).map { "  missed     \($0.name)" }
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func thousandths(_ value: Double) -> String {
    let rounded = Int((value * 1000).rounded())
    let digits = String(rounded % 1000)
    return "\(rounded / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }
}
