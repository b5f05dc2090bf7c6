/// What cross-posts are found by, each number once: two openings that are one thing said in two places have, but for one
/// such pair in twenty, a number in common.
///
/// A page that is pointed at, or stood on, is one number, and so are few words. More words are four:
/// MinHash (Broder: "On the
/// resemblance and containment of documents", 1997) over runs of three words, twelve minima in four
/// bands of three; of two texts that share eight in ten runs 94 % share a band, of those that share
/// nine in ten 99.5 %.
package func likenesses(of post: Post) -> [Int64] {
  guard post.role == .opening else { return [] }
  var keys: [Int64] = []
  if let page = post.external?.page { keys.append(key(of: page)) }
  if let page = post.ownPage, isTelling(page: page) { keys.append(key(of: page)) }
  let (words, shingles) = Wording.shingles(of: post.text)
  guard words >= leastWords else {
    if let words = post.shortWords { keys.append(key(of: words.joined(separator: " "))) }
    return keys.onlyOnce
  }
  for band in 0..<4 as Range<UInt64> {
    var key = band
    for row in 0..<3 as Range<UInt64> {
      // An odd factor is a permutation of all numbers.
      let factor = Wording.mixed(3 * band + row) | 1
      var least = UInt64.max
      for shingle in shingles { least = min(least, shingle &* factor) }
      key = Wording.mixed(key ^ least)
    }
    keys.append(Int64(bitPattern: key))
  }
  return keys.onlyOnce
}

private func key(of text: String) -> Int64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  return Int64(bitPattern: Wording.mixed(hash))
}

/// Whether a page, as `Address.page` writes it, is about one thing: an article, a video, a thread.
///
/// Of front pages, shops, profiles, projects and encyclopedias people tell all sorts of things.
func isTelling(page: String) -> Bool {
  let bare = page.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
  let query = page.utf8[bare.endIndex...]
  var parts = bare.split(separator: UInt8(ascii: "/")).map(Substring.init)[...]
  let host = parts.popFirst() ?? ""
  switch host {
  case "youtube.com": return parts == ["watch"] && !query.isEmpty
  case "twitter.com": return parts.count >= 3 && parts.dropFirst().first == "status"
  case "reddit.com": return parts.first == "comments"
  case "github.com", "gitlab.com", "codeberg.org":
    return parts.count >= 4 && parts.dropFirst(2).first != "tree"
  case _ where host.hasSuffix("wikipedia.org") || host.hasPrefix("amazon."): return false
  default: break
  }
  guard let last = parts.popLast()?.utf8 else { return false }
  let name = last.split(separator: UInt8(ascii: ".")).first ?? last
  // "why-levers-are-back", "2024/03/levers", "story-48151623", "a8f3kd92".
  let words = name.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.count
  if words >= 4 { return true }
  let digits = name.count(where: \.isDigit)
  if digits >= 5 || (digits >= 2 && name.count >= 7 && words == 1) { return true }
  let isDated = parts.contains { part in
    part.utf8.count == 4 && (part.hasPrefix("19") || part.hasPrefix("20"))
      && part.utf8.allSatisfy(\.isDigit)
  }
  return isDated || query.count(where: \.isDigit) >= 5
}

extension [Int64] {
  /// The few numbers of a post, each once.
  fileprivate var onlyOnce: [Int64] {
    reduce(into: []) { kept, number in if !kept.contains(number) { kept.append(number) } }
  }
}
