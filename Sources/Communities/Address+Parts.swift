internal import Conversations
internal import Foundation

extension Address {
  /// The page without some of its parameters.
  func removing(_ parameters: Set<String>) -> Address {
    guard text.utf8.contains(UInt8(ascii: "?")) else { return self }
    return changed { parts in
      guard let items = parts.percentEncodedQueryItems else { return }
      let kept = items.filter { !parameters.contains($0.name) }
      // Written anew only if something goes: what is not ours stays byte for byte.
      guard kept.count < items.count else { return }
      parts.percentEncodedQueryItems = kept.isEmpty ? nil : kept
    }
  }
}

extension String {
  /// Whether a text stands in it, byte for byte.
  ///
  /// Most entries are of another kind, and that is seen long before their address is read.
  func holds(_ text: StaticString) -> Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      let (wanted, count) = (text.utf8Start, text.utf8CodeUnitCount)
      var start = 0
      while start + count <= bytes.count {
        var length = 0
        while length < count, bytes[start + length] == wanted[length] { length += 1 }
        if length == count { return true }
        start += 1
      }
      return false
    }
  }
}
