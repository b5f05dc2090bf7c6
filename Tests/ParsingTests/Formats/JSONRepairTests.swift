import Foundation
import Testing

@testable import Parsing

@Suite struct JSONRepairTests {
  /// Each row: what is almost JSON, the JSON it becomes, and what is said of it.
  @Test(
    arguments: [
      (
        "{\"a\": 1e400, \"b\": -0.5e-3}", "{\"a\":null,\"b\":-0.5e-3}",
        ["the number 1e400 is out of range"]
      ),
      (
        "[\"\\ud83d\\ude00\", \"\\ud800\", \"\\udc00x\", \"\\uZZ\"]",
        "[\"\\ud83d\\ude00\",\"\\ufffd\",\"\\ufffdx\",\"\\ufffdZZ\"]",
        ["half of a character", "half of a character", "\"\\u\" without four digits"]
      ),
      ("{\"a\": [1, 2,], }", "{\"a\":[1,2]}", ["a comma too many", "a comma too many"]),
      ("[,1,,2]", "[1,2]", ["a comma too many", "a comma too many"]),
      ("[1 2 \"x\"]", "[1,2,\"x\"]", ["a comma is missing", "a comma is missing"]),
      (
        "{\"a\" 1, \"b\", \"c\":}", "{\"a\":1,\"b\":null,\"c\":null}",
        ["a colon is missing", "a value is missing", "a value is missing"]
      ),
      (
        "{a: 'b', 'c\"d': NaN}", "{\"a\":\"b\",\"c\\\"d\":null}",
        [
          "a text without quotes", "a text in single quotes", "a text in single quotes",
          "NaN is not JSON",
        ]
      ),
      (
        "[True, None, undefined, 007, +1, .5, 1.]", "[true,null,null,\"007\",\"+1\",\".5\",\"1.\"]",
        [
          "None is not JSON", "undefined is not JSON", "a text without quotes",
          "a text without quotes", "a text without quotes", "a text without quotes",
        ]
      ),
      ("{\"a\": 1 // x\n /* y\n */ ,\"b\": 2}", "{\"a\":1,\"b\":2}", ["a comment", "a comment"]),
      (
        "[\"a\nb\tc\u{1}d\\x\\'\"]", "[\"a\\nb\\tcdx'\"]",
        [
          "a control character in a text", "a control character in a text",
          "a control character in a text", "\"\\\" before what needs none",
          "\"\\\" before what needs none",
        ]
      ),
      ("{\"a\": [{\"b\": \"c", "{\"a\":[{\"b\":\"c\"}]}", ["the document ends too early"]),
      (
        "{\"a\": [1, {\"b\"", "{\"a\":[1,{\"b\":null}]}",
        ["the document ends too early", "a value is missing"]
      ),
      ("{\"a\": tru", "{\"a\":\"tru\"}", ["a text without quotes", "the document ends too early"]),
      ("{\"a\": [1, {\"b\": 2]}", "{\"a\":[1,{\"b\":2}]}", ["a bracket is missing"]),
      ("{\"a\": 1]}", "{\"a\":1}", ["a bracket too many"]),
      ("{\"a\": 1} {\"b\": 2}", "{\"a\":1}", ["there is more after the end of the document"]),
      ("{:{}: [}", "{\"\":{},\"\":[]}", []),
      ("", "", []), ("\\", "\"\"", []), ("\"\\", "\"\"", []),
    ] as [(String, String, [String])])
  func mends(source: String, json: String, messages: [String]) {
    let repair = JSONRepair(Array(source.utf8))
    #expect(String(decoding: repair.output, as: UTF8.self) == json)
    if !messages.isEmpty { #expect(repair.notes.map(\.message) == messages) }
  }

  @Test func tellsTheLine() {
    let repair = JSONRepair(Array("{\"a\":\n1,\n\n\"b\": 1e999}".utf8))
    #expect(repair.notes == [ParsingNote(line: 4, message: "the number 1e999 is out of range")])
  }

  /// Whatever goes in, what comes out is JSON.
  @Test func alwaysGivesJSON() throws {
    let alphabet = Array("{}[]:,\"'\\u0dn1e9-. \n/*#atf").map { Array(String($0).utf8) }
    var seed: UInt64 = 1
    for _ in 0..<20_000 {
      var source: [UInt8] = [0x7B]
      for _ in 0..<24 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        source += alphabet[Int(seed >> 33) % alphabet.count]
      }
      let repair = JSONRepair(source)
      #expect(
        (try? JSONSerialization.jsonObject(
          with: Data(repair.output), options: .fragmentsAllowed)) != nil,
        "\(String(decoding: source, as: UTF8.self))")
    }
  }
}
