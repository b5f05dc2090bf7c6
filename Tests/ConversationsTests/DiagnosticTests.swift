import Conversations
import Testing

@Suite struct DiagnosticTests {
  @Test func namesThePlaceAsFarAsItIsKnown() {
    func text(_ line: Int?, _ column: Int?) -> String {
      Diagnostic(
        path: "profile.yaml", line: line, column: column, message: "this is wrong",
        remedy: "Mend it."
      ).description
    }
    #expect(text(14, 3) == "profile.yaml:14:3: this is wrong. Mend it.")
    #expect(text(14, nil) == "profile.yaml:14: this is wrong. Mend it.")
    #expect(text(nil, nil) == "profile.yaml: this is wrong. Mend it.")
    #expect(text(nil, 3) == "profile.yaml: this is wrong. Mend it.")
  }

  @Test func pointsAtThePlace() {
    let diagnostic = Diagnostic(
      path: "profile.yaml", line: 2, column: 3, message: "unknown key", remedy: "Remove it.",
      severity: .warning, source: "  colour: red")
    #expect(
      diagnostic.withCaret == """
        profile.yaml:2:3: warning: unknown key. Remove it.
            colour: red
            ^
        """)
  }
}
