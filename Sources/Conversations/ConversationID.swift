/// The stable name of a conversation: thirteen letters and digits, the same on every machine.
package struct ConversationID: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let text: String

  /// A name that was stored before.
  package init(stored text: String) { self.text = text }

  /// The name of a thread. `attempt` is raised when another thread already has the name.
  package init(thread: String, attempt: Int = 0) {
    text = digest(of: thread, variant: UInt64(attempt))
  }

  /// What a person typed, as ids are written: in small letters, with `o` read as 0, `i` and `l` as 1,
  /// as Crockford's base 32 wants it.
  package static func normalized(_ typed: String) -> String {
    String(
      typed.lowercased().map { letter in
        switch letter {
        case "o": "0"
        case "i", "l": "1"
        default: letter
        }
      })
  }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }

  package var description: String { text }
}

/// Thirteen letters and digits that stand for a text, the same on every machine.
///
/// FNV-1a (Fowler, Noll, Vo), finished by the mixer of SplitMix64 so that short prefixes differ too,
/// in Crockford's base 32: no letter that is read as a digit. It tells texts apart and keeps no
/// secret: whoever wants two texts with one digest can make them.
package func digest(of text: String, variant: UInt64 = 0) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  hash &+= variant &* 0x9e37_79b9_7f4a_7c15
  hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
  hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
  hash ^= hash >> 31
  let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
  // Twelve digits of five bits and a last one of four.
  let bytes = (0..<13).map { digits[Int($0 < 12 ? (hash >> UInt64(59 - 5 * $0)) & 31 : hash & 15)] }
  return String(decoding: bytes, as: UTF8.self)
}
