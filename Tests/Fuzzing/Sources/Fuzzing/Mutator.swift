import CFuzzer

/// What libFuzzer calls to make an input from another one. Half of the changes are its own, of bytes
/// and words; the others take a document by its tags.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(
  _ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ most: Int, _ seed: CUnsignedInt
) -> Int {
  var mutator = Mutator(seed: UInt64(seed))
  guard mutator.chance(2) else { return fuzz_change(bytes, count, most) }
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let output = mutator.change(input, most: most)
  for (index, byte) in output.prefix(most).enumerated() { bytes[index] = byte }
  return min(output.count, most)
}

/// Changes of documents by their structure.
struct Mutator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// True once in so many times.
  mutating func chance(_ times: Int) -> Bool { next() % UInt64(times) == 0 }

  private mutating func index(_ count: Int) -> Int { Int(next() % UInt64(max(count, 1))) }

  mutating func change(_ input: [UInt8], most: Int) -> [UInt8] {
    var output = input
    for _ in 0...index(3) { output = step(output, most: most) }
    return output
  }

  private mutating func step(_ input: [UInt8], most: Int) -> [UInt8] {
    let (one, other) = (piece(input), piece(input))
    switch index(10) {
    case 0: return inserting(Array(input[one]), into: input)
    case 1: return Array(input[..<one.lowerBound] + input[one.upperBound...])
    case 2: return swapping(one, other, in: input)
    case 3: return inserting(Array(fragment().utf8), into: input)
    case 4: return Array(input[..<index(input.count + 1)])
    case 5:
      let repeated = Array(input[one].prefix(200))
      return inserting(copies(of: repeated, most: most - input.count), into: input)
    case 6:
      return inserting(copies(of: Array(fragment().utf8), most: most - input.count), into: input)
    case 7: return wrapping(one, in: input)
    case 8: return reencoded(input)
    default:
      var output = input
      output.replaceSubrange(one, with: fragment().utf8)
      return output
    }
  }

  // MARK: Pieces

  /// From one tag to another one nearby, or a few bytes.
  private mutating func piece(_ input: [UInt8]) -> Range<Int> {
    let start = place(input)
    var end = start
    for _ in 0...index(4) {
      end = input[min(end + 1, input.count)...].firstIndex(of: UInt8(ascii: "<")) ?? input.count
    }
    return start..<max(start, end)
  }

  /// The start of a tag, or anywhere.
  private mutating func place(_ input: [UInt8]) -> Int {
    let anywhere = index(input.count + 1)
    if chance(4) { return anywhere }
    return input[anywhere...].firstIndex(of: UInt8(ascii: "<")) ?? anywhere
  }

  private mutating func inserting(_ piece: [UInt8], into input: [UInt8]) -> [UInt8] {
    let place = place(input)
    return Array(input[..<place]) + piece + input[place...]
  }

  private mutating func copies(of piece: [UInt8], most: Int) -> [UInt8] {
    guard !piece.isEmpty, most > 0 else { return [] }
    let count = min([3, 300, 3000, 60_000][index(4)], most / piece.count)
    return Array([[UInt8]](repeating: piece, count: count).joined())
  }

  private func swapping(_ one: Range<Int>, _ other: Range<Int>, in input: [UInt8]) -> [UInt8] {
    let (first, second) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
    guard first.upperBound <= second.lowerBound else { return input }
    return Array(input[..<first.lowerBound]) + input[second]
      + input[first.upperBound..<second.lowerBound] + input[first] + input[second.upperBound...]
  }

  /// Puts a piece into as many elements as a parser's stack may hold, and more.
  private mutating func wrapping(_ range: Range<Int>, in input: [UInt8]) -> [UInt8] {
    let names = ["a", "item", "div", "blockquote", "ul", "li", "content", "author", "b", "table"]
    let name = names[index(names.count)]
    let depth = [1, 3, 30, 300][index(4)]
    let start = Array(String(repeating: "<\(name)>", count: depth).utf8)
    let end = Array(String(repeating: "</\(name)>", count: depth).utf8)
    return Array(input[..<range.lowerBound]) + start + input[range] + (chance(4) ? [] : end)
      + input[range.upperBound...]
  }

  // MARK: Encodings

  /// The same bytes as units of two or four, with a mark or without, or under another name.
  private mutating func reencoded(_ input: [UInt8]) -> [UInt8] {
    switch index(6) {
    case 0: return [0xFF, 0xFE] + input.prefix(20_000).flatMap { [$0, 0] }
    case 1: return [0xFE, 0xFF] + input.prefix(20_000).flatMap { [0, $0] }
    case 2: return input.prefix(20_000).flatMap { [$0, 0] }
    case 3: return [0xFF, 0xFE, 0, 0] + input.prefix(10_000).flatMap { [$0, 0, 0, 0] }
    case 4: return [0xEF, 0xBB, 0xBF] + input
    default:
      let names = ["utf-16", "iso-8859-1", "shift_jis", "gb18030", "koi8-r", "utf-7", "x", ""]
      let head = "<?xml version=\"1.0\" encoding=\"\(names[index(names.count)])\"?>"
      return Array(head.utf8) + input
    }
  }

  private mutating func fragment() -> String { fragments[index(fragments.count)] }
}

/// What feeds are made of, and what breaks them.
let fragments: [String] = [
  "<", "<<", "<!", "<!--", "-->", "--", "<![CDATA[", "]]>", "]]", "<?", "?>", "<?xml ", "</", "/>",
  "&", "&#", "&#x", "&amp;", "&lt;", "&gt;", "&#0;", "&#xD800;", "&#x110000;", "&nbsp;", "&hellip",
  "&a;", "\"", "'", "=", " a=\"", " xmlns=\"", " xmlns:a=\"b\"", "\u{0}", "\u{1}", "\u{B}",
  "\u{FFFE}", "\u{FEFF}", "\u{202E}", "\u{200B}", "\u{200D}", "\u{AD}", "\u{85}", "\u{E0041}",
  "\r\n", "\n\n", "\t", "é", "👩‍👩‍👧", "\u{301}",
  "<!DOCTYPE a [<!ENTITY a \"bbbbbbbbbb\"><!ENTITY c \"&a;&a;\">]>", "<!DOCTYPE", "<!ENTITY a '",
  "<item>", "</item>", "<entry>", "</entry>", "<title>", "</title>", "<title type=\"xhtml\">",
  "<link>", "<link href=\"../a?b=c&amp;d\" rel=\"replies\" thr:count=\"9\"/>", "<guid>",
  "<pubDate>Mon, 1 Feb 2026 10:00:00 +0100</pubDate>", "<updated>2026-02-30T25:61:00Z</updated>",
  "<author>", "<author><name>", "</name>", "<dc:creator>", "<category>", "<source>",
  "<description>", "</description>", "<content type=\"html\">", "<content type=\"xhtml\"><div>",
  "<content type=\"application/octet-stream\" mode=\"base64\">", "</content>", "<content:encoded>",
  "<media:group>", "<media:content url=\"a\">", "<media:description>", "<rdf:RDF>", "<channel>",
  "<rss version=\"2.0\">", "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"a/\">",
  "<a href=\"x\">", "</a>", "<p>", "<br>", "<pre>", "</pre>", "<blockquote>", "<ul><li>", "<td>",
  "<script>", "</script>", "<style>", "<textarea>", "<plaintext>", "<div class=\"md\">",
  "<b hidden>", "<span style='display:none'>", "<img src=\"", "alt=\"", "<noscript>", "<svg>",
  "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":1,\"content_html\":\"<p>\"}]}",
  "{", "[", "\\u0000", "\\ud800",
]
