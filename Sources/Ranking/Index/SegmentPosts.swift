/// The posts of a segment: their numbers, rising, how many words their titles and bodies have, and
/// their cues.
package struct SegmentPosts: Sendable {
  package private(set) var numbers: [Int64] = []
  package private(set) var titleWords: [Int32] = []
  package private(set) var bodyWords: [Int32] = []
  package private(set) var cues: [PostCues] = []

  package init() {}

  package var count: Int { numbers.count }

  mutating func append(number: Int64, titleWords: Int, bodyWords: Int, cues: PostCues) {
    numbers.append(number)
    self.titleWords.append(Int32(titleWords))
    self.bodyWords.append(Int32(bodyWords))
    self.cues.append(cues)
  }

  /// As bytes, to be stored.
  package var encoded: [UInt8] {
    var writer = VarintWriter()
    writer.write(UInt64(count))
    var last: Int64 = 0
    for index in 0..<count {
      writer.write(UInt64(bitPattern: numbers[index] - last))
      writer.write(UInt64(titleWords[index]))
      writer.write(UInt64(bodyWords[index]))
      writer.write(UInt64(cues[index].packed))
      last = numbers[index]
    }
    return writer.bytes
  }

  /// The posts that `encoded` tells of; fewer if it is damaged.
  package init(encoded: [UInt8]) {
    encoded.withUnsafeBytes { bytes in
      var reader = VarintReader(bytes)
      let count = Int(clamping: reader.read())
      numbers.reserveCapacity(min(count, bytes.count))
      titleWords.reserveCapacity(min(count, bytes.count))
      bodyWords.reserveCapacity(min(count, bytes.count))
      cues.reserveCapacity(min(count, bytes.count))
      var last: Int64 = 0
      while numbers.count < count, !reader.isAtEnd {
        last &+= Int64(bitPattern: reader.read())
        numbers.append(last)
        titleWords.append(Int32(truncatingIfNeeded: reader.read() & 0x7FFF_FFFF))
        bodyWords.append(Int32(truncatingIfNeeded: reader.read() & 0x7FFF_FFFF))
        cues.append(PostCues(packed: UInt16(truncatingIfNeeded: reader.read())))
      }
    }
  }
}
