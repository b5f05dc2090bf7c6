import Markup
import Testing

/// What fuzzing and hostile documents brought to light, by name.
@Suite struct FuzzFindingsTests {
  /// libxml2 keeps names in a table that stays small: a million of them took 16 s.
  @Test func refusesAMillionNames() {
    let source = "<a>" + (0..<120_000).map { "<e\($0)/>" }.joined() + "</a>"
    #expect(throws: XMLFailure.tooLarge("more than 100,000 different names")) {
      var deaf = Deaf()
      try readXML(decode(Array(source.utf8)), handler: &deaf)
    }
  }

  /// A handler to whom all names are one; the recorder of the other tests compares each with all.
  private struct Deaf: XMLHandler {
    func kind(of name: XMLName) -> Int { 0 }
    func start(_ element: XMLElement) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    func end(_ kind: Int) {}
    func restart() {}
  }

  /// Every fault was made a message, though only the first few are kept.
  @Test func keepsTheFirstFewOfManyFaults() throws {
    let source = "<a>" + String(repeating: "<b></c>", count: 1000) + "</a>"
    let (_, reading) = try read(source)
    #expect((1...21).contains(reading.problems.count))
  }

  /// 63 MB of `<` were mended to 250 MB, in half a gigabyte of memory.
  @Test(arguments: ["<", "&", "<item>"])
  func refusesWhatMendingWouldMakeFarLarger(piece: String) throws {
    let source = "<a>" + String(repeating: piece, count: 4_000_000 / piece.utf8.count)
    #expect(
      throws: XMLFailure.tooLarge("mending what is wrong with it would make it half as large again")
    ) {
      var deaf = Deaf()
      try readXML(decode(Array(source.utf8)), handler: &deaf)
    }
    let short = "<a>" + String(repeating: piece, count: 1000) + "</a>"
    var deaf = Deaf()
    #expect(try readXML(decode(Array(short.utf8)), handler: &deaf).isRecovered)
  }

  /// A value without quotes was cut at 32 KB, in the middle of a letter, and the rest was lost.
  @Test(arguments: ["", "x"])
  func cutsALongValueWithoutQuotesBetweenLetters(first: String) throws {
    let value = first + String(repeating: "é", count: 20_000)
    let (events, _) = try read("<a><b c=\(value)>one</b><d>two</d></a>")
    #expect(events.trace.hasSuffix("<d>two</d></a>"))
    #expect(!events.trace.contains("\u{FFFD}"))
  }

  /// The control character was left out, and the section ended there: its text was markup.
  @Test(arguments: ["\u{1}", "\u{0}", "\u{FFFE}", "\u{1}\u{2}"])
  func endsNoSectionWhereAControlCharacterIsLeftOut(control: String) throws {
    let text = "<!DOCTYPE a [<!ENTITY e 'boo'>]>&e;"
    let (events, _) = try read("<a><![CDATA[x]]\(control)>\(text)]]></a>")
    #expect(events.trace == "<a>x]]>\(text)</a>")
  }
}
