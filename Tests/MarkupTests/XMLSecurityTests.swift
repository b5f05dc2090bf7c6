import Foundation
import Markup
import Testing

/// Documents that attack whoever reads them. A canary that comes out is a leak.
@Suite struct XMLSecurityTests {
  /// A file with a secret, which no document may read.
  private func withCanary(_ test: (URL) throws -> Void) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
    try Data("CANARY".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try test(file)
  }

  @Test(arguments: [
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"FILE\">]><a t='1'>&x;</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"FILE\">]><a t='&x;'>z</a>",
    "<!DOCTYPE a [<!ENTITY x PUBLIC \"p\" \"FILE\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"FILE\"> %p;]><a>z</a>",
    "<!DOCTYPE a SYSTEM \"FILE\"><a>&x;</a>",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY % d SYSTEM \"FILE\"><!ENTITY % e \"<!ENTITY x SYSTEM 'FILE'>\">%e;]><a>&x;</a>",
    "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href=\"FILE\" parse='text'/></a>",
    "<?xml-stylesheet href=\"FILE\"?><a><![CDATA[]]><!DOCTYPE a [<!ENTITY x SYSTEM \"FILE\">]>&x;</a>",
  ])
  func neverReadsAFile(template: String) throws {
    try withCanary { file in
      let source = template.replacing("FILE", with: file.absoluteString)
      let (events, _) = try read(source)
      #expect(!events.trace.contains("CANARY"))
      #expect(events.trace.contains("<a"))
    }
  }

  @Test(arguments: [
    "<!DOCTYPE a SYSTEM \"http://127.0.0.1:PORT/a.dtd\"><a>z</a>",
    "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:PORT/x\">]><a>&x;</a>",
    "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:PORT/p\"> %p;]><a>z</a>",
    "<a xsi:schemaLocation='u http://127.0.0.1:PORT/s.xsd' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'/>",
  ])
  func neverAsksTheNetwork(template: String) throws {
    let listener = try SilentListener()
    _ = try read(template.replacing("PORT", with: "\(listener.port)"))
    #expect(!listener.wasAsked)
  }

  @Test func doesNotLaughABillionTimes() throws {
    var source = "<!DOCTYPE a [<!ENTITY l0 \"lol\">"
    for level in 1...12 {
      source += "<!ENTITY l\(level) \"\(String(repeating: "&l\(level - 1);", count: 10))\">"
    }
    let (events, _) = try read(source + "]><a>&l12;</a>")
    #expect(events.trace == "<a>&l12;</a>")
  }

  @Test func doesNotExpandQuadratically() throws {
    let long = String(repeating: "x", count: 1000)
    let uses = String(repeating: "&x;", count: 50_000)
    let (events, _) = try read("<!DOCTYPE a [<!ENTITY x \"\(long)\">]><a>\(uses)</a>")
    #expect(events.trace.utf8.count < 2_000_000)
  }

  @Test func refusesATagOfAHundredThousandAttributes() {
    let attributes = (0..<100_000).map { " a\($0)=''" }.joined()
    #expect(throws: XMLFailure.tooLarge("a tag with more than 256 attributes")) {
      try read("<a\(attributes)/>")
    }
  }

  @Test func refusesALongTag() {
    let attributes = (0..<250).map { " a\($0)='\(String(repeating: "y", count: 300))'" }.joined()
    #expect(throws: XMLFailure.tooLarge("a tag of more than 64 KB")) {
      try read("<a\(attributes)/>")
    }
  }

  /// Blogs put whole pictures into `src`.
  @Test func leavesOutALongAttributeRatherThanTheFeed() throws {
    let picture = String(repeating: "y", count: 70_000)
    let (events, reading) = try read("<a><img src='data:\(picture)' alt='p'/>text</a>")
    #expect(events.trace == "<a><img src= alt=p></img>text</a>")
    #expect(
      reading.problems.map(\.message) == ["an attribute of more than 32 KB was left out"])
  }

  /// The repair turns broken tags into sound ones, which must not slip past the limits.
  @Test func refusesManyAttributesBehindABrokenOne() {
    let attributes = (0..<1000).map { " a\($0)='<'" }.joined()
    #expect(throws: XMLFailure.tooLarge("a tag with more than 256 attributes")) {
      try read("<a\(attributes)/>")
    }
  }

  @Test func leavesOutWhatIsNestedTooDeep() throws {
    let (events, reading) = try read(String(repeating: "<a>", count: 100_000) + "x")
    #expect(events.trace.components(separatedBy: "<a>").count == 251)
    #expect(events.trace.contains("x"))
    #expect(reading.problems.first?.message == "elements nested more than 250 deep")
    #expect(reading.furtherProblems > 99_000)
  }

  @Test func refusesAThousandNamespaces() {
    let levels = (0..<100).map { level in
      "<a" + (0..<10).map { " xmlns:n\(level)x\($0)='u'" }.joined() + ">"
    }
    #expect(throws: XMLFailure.tooLarge("more than 512 namespaces")) { try read(levels.joined()) }
  }

  @Test func refusesADocumentOverTheLimit() {
    let bytes = [UInt8](repeating: 0x20, count: 64 * 1_048_576 + 1)
    #expect(throws: XMLFailure.tooLarge("64 MB, where 64 MB are read")) { try read(bytes) }
  }

  @Test func survivesEveryCutAndEveryFlippedByte() throws {
    let source = Array(
      "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY e 'v'>]><a x='1&e;'><![CDATA[c]]><!-- d -->&#65;é</a>"
        .utf8)
    for length in 0..<source.count { _ = try? read(Array(source[..<length])) }
    for index in source.indices {
      for byte: UInt8 in [0, 0x26, 0x3C, 0x3E, 0x22, 0x80, 0xFF] {
        var broken = source
        broken[index] = byte
        _ = try? read(broken)
      }
    }
  }

  @Test func readsFromManyTasksAtOnce() async throws {
    let source = "<a>" + String(repeating: "<b c='d'>e &amp; f</b>", count: 500) + "</a>"
    let sizes = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<64 { group.addTask { try read(source).events.trace.utf8.count } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(sizes).count == 1)
  }
}
