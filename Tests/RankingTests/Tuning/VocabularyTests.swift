import Profiles
import Testing

@testable import Ranking

@Suite struct VocabularyTests {
  @Test(arguments: [
    // As written, and in another form.
    ("gasket", nil), ("gaskets", nil), ("Piston", nil),
    ("gaskett", "gasket"), ("pistn", "piston"),
    // Two letters may be wrong in a long word only.
    ("europicolla", "europiccola"), ("gsakett", "–"),
    // Too short to be meant for anything, and met but once.
    ("tae", "–"), ("uniqe", "–"),
  ])
  func tellsTheRareFromTheMisspelt(word: String, meant: String?) {
    var vocabulary = Vocabulary(language: "english")
    for title in ["A gasket", "The gasket and a piston", "Piston, tea", "Tea in a Europiccola"] {
      vocabulary.add(title: title, body: "A europiccola")
    }
    vocabulary.add(title: "Unique", body: "")
    let unknown = vocabulary.unknown([[Query.Word(word)]])[0]
    #expect(unknown.map { $0.meant ?? "–" } == (meant.map { [$0] } ?? []))
  }

  @Test func aPrefixIsNeverMisspelt() {
    let vocabulary = Vocabulary(language: "english")
    #expect(
      vocabulary.stems(of: [Query.Word("small-batches"), Query.Word("repair", isPrefix: true)])
        == ["small", "batch"])
    #expect(vocabulary.unknown([[Query.Word("repair", isPrefix: true)]])[0].isEmpty)
  }
}
