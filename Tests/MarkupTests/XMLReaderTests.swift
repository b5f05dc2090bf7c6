import Markup
import Testing

@Suite struct XMLReaderTests {
  @Test func tellsElementsAttributesAndText() throws {
    let (events, reading) = try read(
      "<?xml version='1.0'?>\n<a x='1&amp;2' y=\"&#233;\"><b>T&lt;<![CDATA[<&>]]></b><c/></a>")
    #expect(events.trace == "<a x=1&2 y=é><b>T<<&></b><c></c></a>")
    #expect(reading.problems == [])
    #expect(events.restarts == 0)
    #expect(events.lines == [2, 2, 2])
  }

  @Test func givesAttributesInAnyCaseAndByPrefix() throws {
    struct Finder: XMLHandler {
      var found: [String?] = []
      mutating func kind(of name: XMLName) -> Int { 0 }
      mutating func start(_ element: XMLElement) {
        found += [
          element.attributes["xmlurl"], element.attributes["base", prefix: "xml"],
          element.attributes["base"],
        ]
      }
      mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
      mutating func end(_ kind: Int) {}
      mutating func restart() { found = [] }
    }
    var finder = Finder()
    try readXML(
      decode(Array("<o XMLURL='u' xml:base='http://e.example/'/>".utf8)), handler: &finder)
    #expect(finder.found == ["u", "http://e.example/", nil])
  }

  /// Each row: a document that is not well formed, and what is told of it all the same.
  @Test(arguments: [
    ("<a>AT&T</a>", "<a>AT&T</a>"),
    ("<a>x&nbsp;y &eacute;</a>", "<a>x\u{A0}y é</a>"),
    ("<a l='?a=1&b=2&copy=3'/>", "<a l=?a=1&b=2&copy=3></a>"),
    ("<a>1 < 2 <b>c</b></a>", "<a>1 < 2 <b>c</b></a>"),
    ("<a><b>NUL\u{0}and\u{8}bell</b><c/></a>", "<a><b>NULandbell</b><c></c></a>"),
    ("<a><b><![CDATA[x\u{1}y]]></b><c/></a>", "<a><b>xy</b><c></c></a>"),
    ("\n  <?xml version='1.0'?><a/>", "<a></a>"),
    ("Warning: no database\n<?xml version='1.0'?><a/>", "<a></a>"),
    ("<!-- c --><?xml version='1.0'?><a>t</a>", "<a>t</a>"),
    ("<a><b>one</b><b>tw", "<a><b>one</b><b>tw</b></a>"),
    ("<a><![CDATA[cut of", "<a>cut of</a>"),
    ("<a>&#0;&#xFFFF;x</a>", "<a>\u{FFFD}\u{FFFD}x</a>"),
    ("<a t='<b>'>x</a>", "<a t=<b>>x</a>"),
    ("<a>\u{FFFF}x</a>", "<a>x</a>"),
  ])
  func recovers(source: String, trace: String) throws {
    let (events, reading) = try read(source)
    #expect(events.trace == trace)
    #expect(reading.isRecovered)
  }

  @Test func tellsWhereItWasBroken() throws {
    let (_, reading) = try read("<a>\n<b>AT&T</b>\n</a>")
    #expect(reading.problems.first?.line == 2)
    #expect(
      reading.problems.contains(
        XMLProblem(line: 2, column: 6, message: "\"&\" is not \"&amp;\"")))
  }

  @Test func takesUndeclaredPrefixesAsTheyAre() throws {
    let (events, reading) = try read("<a><dc:date>x</dc:date></a>")
    #expect(events.trace == "<a><dc:date>x</dc:date></a>")
    #expect(reading.problems == [])
  }

  /// libxml2 refuses more than 10 MB in one piece.
  @Test func readsALargeDocumentAtTheFirstAttempt() throws {
    struct Counter: XMLHandler {
      var (starts, bytes, restarts) = (0, 0, 0)
      mutating func kind(of name: XMLName) -> Int { 0 }
      mutating func start(_ element: XMLElement) { starts += 1 }
      mutating func text(_ text: UnsafeBufferPointer<UInt8>) { bytes += text.count }
      mutating func end(_ kind: Int) {}
      mutating func restart() { restarts += 1 }
    }
    let words = String(repeating: "wörd ", count: 2000)
    let source = "<a>" + String(repeating: "<b><![CDATA[\(words)]]></b>", count: 1100) + "</a>"
    var counter = Counter()
    let reading = try readXML(decode(Array(source.utf8)), handler: &counter)
    #expect(reading.problems == [])
    #expect(counter.restarts == 0)
    #expect(counter.starts == 1101)
    #expect(counter.bytes == 1100 * words.utf8.count)
  }

  @Test func replacesEntitiesThatTheDocumentDeclaresAsText() throws {
    let (events, reading) = try read(
      "<!DOCTYPE a [<!ENTITY who \"R&amp;D\">\n<!ENTITY m '<b/>'>]>\n<a t='&who;'>&who; &m;</a>")
    #expect(events.trace == "<a t=R&D>R&D &m;</a>")
    #expect(reading.isRecovered)
    #expect(events.lines == [3])
  }

  @Test func readsADocumentTypeWithoutFuss() throws {
    let (events, reading) = try read(
      "<!DOCTYPE rss PUBLIC \"-//N//DTD\" \"http://n.invalid/rss.dtd\"><rss>x</rss>")
    #expect(events.trace == "<rss>x</rss>")
    #expect(reading.problems == [])
  }

  @Test(arguments: ["", "   \n", "just words", "{}", "&", "<", "<>", "<!DOCTYPE a [<!ENTITY"])
  func refusesWhatHasNoElement(source: String) throws {
    let failure = #expect(throws: XMLFailure.self) { try read(source) }
    guard case .unreadable(let problem) = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(problem.line >= 1)
    #expect(!problem.message.isEmpty)
  }

  @Test func saysThatThereIsNoElement() {
    #expect(
      throws: XMLFailure.unreadable(
        XMLProblem(line: 1, column: 1, message: "there is no element in it"))
    ) { try read("just words") }
  }
}
