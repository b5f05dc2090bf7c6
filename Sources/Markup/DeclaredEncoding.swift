/// The `charset` of a `Content-Type`; quotes and spaces around it do not count.
func charset(ofContentType type: String) -> String? {
  for part in type.split(separator: ";").dropFirst() {
    let pair = part.split(separator: "=", maxSplits: 1)
    guard pair.count == 2, trimmed(pair[0]).lowercased() == "charset" else { continue }
    let value = trimmed(pair[1])
    return value.isEmpty ? nil : value
  }
  return nil
}

private func trimmed(_ text: Substring) -> String {
  let skipped: Set<Character> = [" ", "\t", "\"", "'"]
  let start = text.drop { skipped.contains($0) }
  return String(start.reversed().drop { skipped.contains($0) }.reversed())
}

/// The encoding that the XML declaration names, within the first kilobyte.
func declaredEncoding(_ bytes: [UInt8]) -> String? {
  bytes.withUnsafeBufferPointer { bytes in
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(1024))
    guard let start = head.firstRange(of: "<?xml", from: 0)?.upperBound,
      let end = head.firstRange(of: "?>", from: start)?.lowerBound,
      let name = head.firstRange(of: "encoding", from: start)?.upperBound, name < end,
      let quote = head[name..<end].firstIndex(where: { $0 == 0x22 || $0 == 0x27 }),
      let close = head[(quote + 1)..<end].firstIndex(of: head[quote])
    else { return nil }
    return String(decoding: head[(quote + 1)..<close], as: UTF8.self)
  }
}
