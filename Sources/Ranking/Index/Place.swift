/// Where a word stands in the posts of a segment, as one number that sorts in the order of the posts
/// and of their texts: the post, then title or body, then the words before it.
struct Place: Hashable, Comparable {
  var code: UInt64

  init(code: UInt64) { self.code = code }

  init(post: Int, inBody: Bool, position: Int) {
    code = UInt64(post) << 32 | (inBody ? Self.bodyBit : 0) | UInt64(position)
  }

  /// The number of the post in its segment.
  var post: Int { Int(code >> 32) }
  var isInBody: Bool { code & Self.bodyBit != 0 }
  /// Texts are far too short for it to reach the bit above.
  var position: Int { Int(code & (Self.bodyBit - 1)) }

  private static let bodyBit: UInt64 = 1 << 31

  static func < (left: Self, right: Self) -> Bool { left.code < right.code }
}
