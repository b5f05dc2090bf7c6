import Testing

@testable import Parsing

@Suite struct AddressResolutionTests {
  /// RFC 3986, section 5.4, and what feeds add.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"),
    ("/g", "http://a/g"), ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"),
    ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"), ("g#s", "http://a/b/c/g#s"),
    (";x", "http://a/b/c/;x"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
    ("..", "http://a/b/"),
    ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
    ("g.", "http://a/b/c/g."), ("./g/.", "http://a/b/c/g/"), ("g/../h", "http://a/b/c/h"),
    ("g?y/../x", "http://a/b/c/g?y/../x"), ("http://x.example/../y", "http://x.example/../y"),
    ("  g \n", "http://a/b/c/g"), ("g h", "http://a/b/c/g%20h"), ("g\nh", "http://a/b/c/gh"),
    ("mailto:me@e.example", "mailto:me@e.example"), ("日本", "http://a/b/c/日本"),
  ])
  func resolves(reference: String, address: String) {
    #expect(resolve(reference, against: "http://a/b/c/d;p?q") == address)
  }

  @Test func leavesAloneWhatCannotBeResolved() {
    #expect(resolve("g", against: nil) == "g")
    #expect(resolve("g", against: "no base") == "g")
    #expect(resolve("g", against: "http://a.example") == "http://a.example/g")
    #expect(resolve("", against: "http://a.example/") == nil)
    #expect(resolve(" \n ", against: nil) == nil)
  }
}
