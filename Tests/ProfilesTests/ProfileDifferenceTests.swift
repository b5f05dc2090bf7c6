import Profiles
import Testing

@Suite struct ProfileDifferenceTests {
  private func profile(_ text: String) throws -> Profile {
    try #require(Profile.read(text: text, path: "p.yaml").profile)
  }

  @Test func namesEachLineThatActsOnScores() throws {
    let old = try profile(
      "keywords:\n  tea: 3\n  pot: 1\n  cup: 2\nnever: [pod, bag]\ncommunities: { r/tea: 2 }\n")
    let new = try profile(
      "# A note.\nkeywords:\n  cup: 2\n  tea: 5\n  leaf: 4\nnever: [bag, ad]\n"
        + "communities: { r/tea: 1.5, r/pot: 2 }\nlanguage: dutch\n")
    let changes = ProfileDifference(from: old, to: new).changes.map { change in
      let sign = change.isAdded ? "+" : change.isRemoved ? "-" : "~"
      let values = [change.before, change.after].map { $0.map { "\($0)" } ?? "·" }
      return "\(sign) \(change.kind) \(change.text) \(values.joined(separator: " ")) "
        + "\(change.line ?? 0)"
    }
    #expect(
      changes == [
        "~ language dutch · · 0", "~ keyword tea 3.0 5.0 4", "+ keyword leaf · 4.0 5",
        "- keyword pot 1.0 · 0", "+ never ad · · 6", "- never pod · · 0",
        "~ community r/tea 2.0 1.5 7", "+ community r/pot · 2.0 7",
      ])
  }

  @Test func namesCompetitorsAndUs() throws {
    let old = try profile("keywords: {tea: 3}\ncompetitors: [acme]\nus: {names: [Ann]}\n")
    let new = try profile(
      "keywords: {tea: 3}\ncompetitors: [acme, zenith]\nus:\n  names: [Ann]\n  authors: [ann]\n")
    let changes = ProfileDifference(from: old, to: new).changes
    #expect(
      changes.map { "\($0.kind) \($0.text) \($0.isAdded) \($0.line ?? 0)" } == [
        "competitor zenith true 2", "us ann true 3",
      ])
  }

  @Test func wordsAboutTheBusinessAreNoDifference() throws {
    let old = try profile("keywords:\n  tea: 3\n  pot: 1\n")
    let new = try profile("business: Teas\nkeywords:\n  pot: 1\n  tea: 3\n")
    #expect(ProfileDifference(from: old, to: new).changes.isEmpty)
  }
}
