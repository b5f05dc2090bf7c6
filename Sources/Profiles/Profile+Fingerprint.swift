extension Profile {
  /// Sixteen hexadecimal digits that change when a score could: with the language, the keywords,
  /// what is never shown, trust, competitors and who we are. Comments, order, lines and the words about the business do not
  /// count.
  package var fingerprint: String {
    var parts = ["language \(language.lowercased())"]
    parts += keywords.map { "keyword \($0.text) \($0.weight)" }
    parts += never.map { "never \($0.text)" }
    parts += competitors.map { "competitor \($0.text)" }
    parts += us.names.map { "us \($0)" } + us.authors.map { "author \($0.plainName)" }
    parts += us.sites.map { "site \($0.lowercased())" }
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
