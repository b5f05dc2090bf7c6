internal import CCurl

/// The decompression of a body while it streams in.
///
/// libcurl's own takes a gzip body that lacks its end for whole and stops at a second member
/// (7.88 and before), so the bytes come as they are on the wire and are inflated here.
final class Inflation {
  /// What is wrong in the compressed bytes.
  struct Failure: Error, Hashable, CustomStringConvertible {
    var description: String
  }

  private enum Stage { case start, member, betweenMembers, plain, trailing }

  private let isGzip: Bool
  private let stream: UnsafeMutablePointer<z_stream>
  private let output: UnsafeMutableBufferPointer<UInt8>
  private var stage = Stage.start
  private var isOpen = false
  /// The first byte of a member, while the second is not there.
  private var held: [UInt8] = []

  /// An inflation of a gzip body, or else of a `deflate` one with or without its zlib header.
  init(gzip: Bool) {
    isGzip = gzip
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    output = .allocate(capacity: 32_768)
  }

  deinit {
    if isOpen { inflateEnd(stream) }
    stream.deallocate()
    output.deallocate()
  }

  /// Inflates the next piece onto `body` until that has `limit` bytes; returns how much of the piece
  /// was read.
  func append(
    _ piece: UnsafeRawBufferPointer, to body: inout [UInt8], upTo limit: Int
  ) throws(Failure) -> Int {
    var offset = 0
    while offset < piece.count {
      switch stage {
      case .trailing: return piece.count
      case .plain:
        let taken = max(0, min(piece.count - offset, limit - body.count))
        body.append(contentsOf: piece[offset..<offset + taken])
        return offset + taken
      case .start, .betweenMembers:
        // Two bytes tell what comes; a server that drips sends them one by one.
        held.append(piece[offset])
        offset += 1
        if held.count == 2 { try choose(&body) }
      case .member:
        guard body.count < limit else { return offset }
        offset += try inflate(UnsafeRawBufferPointer(rebasing: piece[offset...]), &body, limit)
      }
    }
    return offset
  }

  /// Whether the compressed body has its end; to be asked after the last byte.
  func finish(to body: inout [UInt8]) throws(Failure) {
    // What was read may not all have been written, for want of room.
    if stage == .member {
      _ = try inflate(UnsafeRawBufferPointer(start: nil, count: 0), &body, .max)
    }
    switch stage {
    case .start, .plain: body += held
    case .betweenMembers, .trailing: break
    case .member: throw Failure(description: "its end is missing")
    }
  }

  /// Begins what the two bytes that are held announce, with them.
  private func choose(_ body: inout [UInt8]) throws(Failure) {
    let start = held
    held = []
    let hasMagic = start == [0x1F, 0x8B]
    if stage == .betweenMembers {
      // Zeros and rubbish behind the last member are ignored, as gzip does.
      guard hasMagic else { return stage = .trailing }
      inflateReset(stream)
    } else {
      if isGzip, !hasMagic {
        // Some servers say gzip and send plain text.
        body += start
        return stage = .plain
      }
      let hasHeader = start[0] & 0x0F == 8 && (Int(start[0]) << 8 | Int(start[1])) % 31 == 0
      let bits: Int32 = isGzip ? 31 : hasHeader ? 15 : -15
      guard mingle_inflate_start(stream, bits) == Z_OK else {
        throw Failure(description: "zlib has no memory")
      }
      isOpen = true
    }
    stage = .member
    let started = start.withUnsafeBytes { bytes in
      Result { () throws(Failure) in try inflate(bytes, &body, .max) }
    }
    _ = try started.get()
  }

  /// Inflates bytes of a member until its end, theirs or the limit; returns how many were read.
  private func inflate(
    _ bytes: UnsafeRawBufferPointer, _ body: inout [UInt8], _ limit: Int
  ) throws(Failure) -> Int {
    stream.pointee.next_in = UnsafeMutablePointer(
      mutating: bytes.assumingMemoryBound(to: UInt8.self).baseAddress)
    stream.pointee.avail_in = UInt32(bytes.count)
    while body.count < limit {
      let room = min(output.count, limit - body.count)
      stream.pointee.next_out = output.baseAddress
      stream.pointee.avail_out = UInt32(room)
      let result = CCurl.inflate(stream, Z_NO_FLUSH)
      let written = room - Int(stream.pointee.avail_out)
      body.append(contentsOf: UnsafeBufferPointer(rebasing: output[..<written]))
      switch result {
      case Z_STREAM_END:
        stage = isGzip ? .betweenMembers : .trailing
        return bytes.count - Int(stream.pointee.avail_in)
      case Z_OK where written == room: continue
      case Z_OK, Z_BUF_ERROR: return bytes.count - Int(stream.pointee.avail_in)
      default:
        throw Failure(
          description: stream.pointee.msg.map { String(cString: $0) } ?? "damaged data")
      }
    }
    return bytes.count - Int(stream.pointee.avail_in)
  }
}
