import Testing

@testable import Markup

@Suite struct NamedEntitiesTests {
  private func match(_ text: String, inAttribute: Bool = false) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      NamedEntities.shared.match(in: bytes, at: 0, inAttribute: inAttribute).map {
        "\($0.length) \($0.first)\($0.second.map(String.init) ?? "")"
      }
    }
  }

  @Test(
    arguments: [
      ("amp;", "4 &"), ("amp", "3 &"), ("eacute;x", "7 é"), ("eacutex", "6 é"), ("hellip;", "7 …"),
      ("hellip", nil), ("nosuch;", nil), ("", nil), ("CounterClockwiseContourIntegral;", "32 ∳"),
      ("notin;", "6 ∉"), ("notit;", "3 ¬"), ("fjlig;", "6 fj"), ("AMP;", "4 &"), ("Amp;", nil),
    ] as [(String, String?)])
  func finds(text: String, found: String?) {
    #expect(match(text) == found)
  }

  @Test func leavesParametersInLinksAlone() {
    #expect(match("copy=2", inAttribute: true) == nil)
    #expect(match("copy;", inAttribute: true) == "5 ©")
  }

  @Test func knowsAllNamesOfTheStandard() {
    let names = NamedEntities.table.withUTF8Buffer { table in
      String(decoding: table, as: UTF8.self).split { $0 == " " || $0 == "\n" }
    }
    #expect(names.count == 2125)
    for entry in names {
      let parts = entry.split(separator: "=")
      let name = parts[0].filter { $0 != "*" }
      let scalars = parts[1].split(separator: "+").compactMap { UInt32($0, radix: 16) }
        .compactMap(Unicode.Scalar.init).map(String.init).joined()
      #expect(match(name + ";") == "\(name.utf8.count + 1) \(scalars)")
    }
  }
}
