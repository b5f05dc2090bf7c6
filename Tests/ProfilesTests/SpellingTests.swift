import Profiles
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("keyword", "keywords"), ("KEYWORDS", "keywords"), ("kewyords", "keywords"),
    ("buisness", "business"), ("nevr", "never"), ("pizza", nil), ("", nil), ("k", nil),
    (String(repeating: "keywords", count: 6), nil),
  ])
  func findsWhatWasMeant(word: String, meant: String?) {
    #expect(didYouMean(word, among: ["business", "keywords", "never", "voices"]) == meant)
  }
}
