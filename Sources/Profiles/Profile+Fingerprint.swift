extension Profile {
  /// Sixteen hexadecimal digits that change when a score could: with the language, the keywords,
  /// what is never shown, and trust. Comments, order, lines and the words about the business do not
  /// count.
  package var fingerprint: String {
    var parts = ["language \(language.lowercased())"]
    parts += keywords.map { "keyword \($0.text) \($0.weight)" }
    parts += never.map { "never \($0.text)" }
    parts += communities.map { "trust \($0.community.lowercased()) \($0.factor)" }
    // FNV-1a, 64 bits (Fowler, Noll, Vo); a zero byte ends each part.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts.sorted() {
      for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      hash = hash &* 0x0000_0100_0000_01b3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
