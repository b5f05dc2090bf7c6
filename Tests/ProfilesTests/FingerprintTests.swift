import Profiles
import Testing

@Suite struct FingerprintTests {
  private static let plain = "keywords: {tea: 1, mate: 2}\nnever: [coffee]\n"

  @Test(arguments: [
    "# a comment\nkeywords:\n  mate: 2.0\n  tea: 1\nnever:\n  - coffee\n",
    "business: Tea & Co\nlanguage: en\nkeywords: {tea: 1, mate: 2}\nnever: coffee\n",
  ])
  func staysWhenNoScoreCanChange(text: String) throws {
    #expect(try fingerprint(text) == fingerprint(Self.plain))
  }

  @Test(arguments: [
    "keywords: {tea: 2, mate: 2}\nnever: [coffee]\n",
    "keywords: {tea: 1, mates: 2}\nnever: [coffee]\n",
    "keywords: {tea: 1, mate: 2}\n",
    "keywords: {tea: 1, mate: 2, coffee: 1}\n",
    "keywords: {tea: 1, mate: 2}\nnever: [coffee]\nlanguage: german\n",
    "keywords: {tea: 1, mate: 2}\nnever: [coffee]\ncommunities: {r/tea: 2}\n",
    "keywords: {tea: 1, mate: 2}\nnever: [coffee]\ncompetitors: [acme]\n",
    "keywords: {tea: 1, mate: 2}\nnever: [coffee]\nus: {names: [acme]}\n",
    "keywords: {tea: 1, mate: 2}\nnever: [coffee]\nus: {authors: [acme]}\n",
    "keywords: {tea: 1, mate: 2}\nnever: [coffee]\nus: {sites: [acme.example]}\n",
  ])
  func changesWithWhatCounts(text: String) throws {
    #expect(try fingerprint(text) != fingerprint(Self.plain))
  }

  @Test func isTheSameOnEveryMachine() throws {
    #expect(try fingerprint(Self.plain).count == 16)
  }

  private func fingerprint(_ text: String) throws -> String {
    try #require(Profile.read(text: text, path: "p.yaml").profile).fingerprint
  }
}
