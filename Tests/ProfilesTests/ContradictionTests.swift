import Conversations
import Profiles
import Testing

@Suite struct ContradictionTests {
  @Test(arguments: [
    ("lever NOT lever", "“lever” is wanted and “lever” is not"),
    ("lever machine NOT Machine", "“lever machine” is wanted and “Machine” is not"),
    ("title:lever NOT lever", "“lever” is wanted and “lever” is not"),
    ("=Robot NOT =Robot", "“Robot” is wanted and “Robot” is not"),
    ("=repairs NOT repair*", "“repairs” is wanted and “repair” is not"),
    ("a NEAR/3 b NOT b", "“b” is wanted and “b” is not"),
    ("(a OR b) NOT (a OR b)", "“a” is wanted and “a” is not"),
    ("a in:r/b in:r/c", "nothing is in r/b and in r/c at once"),
    ("a in:r/b NOT in:/r/B", "it must be in r/b and must not"),
    ("a by:ann NOT by:u/ann", "ann must take part and must not"),
  ])
  func canNeverMatch(text: String, why: String) throws {
    #expect(try Query(text).contradiction == why)
  }

  @Test(arguments: [
    "lever", "lever NOT machine", "lever NOT lever machine", "lever NOT title:lever",
    "=robot NOT =Robot", "robot NOT =Robot", "repairs NOT repair*", "(a NOT a) OR b",
    "a in:r/b OR a in:r/c", "a by:ann by:ben", "NOT (a OR b)", "a NOT (a NEAR/3 b)",
  ])
  func mayMatch(text: String) throws {
    #expect(try Query(text).contradiction == nil)
  }

  @Test func manyCasesAreNotLookedAt() throws {
    let pair = "(a OR b)"
    let text = Array(repeating: pair, count: 12).joined(separator: " AND ") + " NOT a NOT b"
    #expect(try Query(text).contradiction == nil)
  }

  @Test func isAWarningInTheFile() {
    let reading = Profile.read(
      text: "keywords:\n  tea: 3\n  title:pot NOT pot: 2\n", path: "p.yaml")
    #expect(reading.profile?.keywords.count == 2)
    #expect(
      reading.diagnostics.map(\.withCaret) == [
        """
        p.yaml:3:3: warning: “title:pot NOT pot” can never match: “pot” is wanted and “pot” is \
        not. Take one of them out.
            title:pot NOT pot: 2
            ^
        """
      ])
  }
}
