internal import CCurl

/// The decompression of a body while it streams in.
///
/// libcurl's own takes a gzip body that lacks its end for whole and stops at a second member
/// (7.88 and before), so the bytes come as they are on the wire and are inflated here.
final class Inflation {
  /// What went wrong in the compressed bytes.
  enum Failure: Error, Hashable {
    case broken(String)
    case overflow
  }

  private enum Stage { case start, member, betweenMembers, plain, trailing }

  private let isGzip: Bool
  private let stream: UnsafeMutablePointer<z_stream>
  private var stage = Stage.start
  private var isOpen = false
  private var held: [UInt8] = []

  /// An inflation of a gzip body, or else of a `deflate` one with or without its zlib header.
  init(gzip: Bool) {
    isGzip = gzip
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
  }

  deinit {
    if isOpen { inflateEnd(stream) }
    stream.deallocate()
  }

  /// Inflates the next piece onto `body`, never past `limit` bytes of it.
  func append(
    _ piece: UnsafeRawBufferPointer, to body: inout [UInt8], limit: Int
  ) throws(Failure) {
    var bytes = Array(piece)
    if stage == .start || stage == .betweenMembers {
      // Two bytes tell what comes; a server that drips sends them one by one.
      held += bytes
      guard held.count >= 2 else { return }
      (bytes, held) = (held, [])
      try choose(bytes[0], bytes[1])
    }
    try inflate(&bytes, to: &body, limit: limit)
  }

  /// Whether the compressed body has its end; to be asked after the last byte.
  func finish(to body: inout [UInt8]) throws(Failure) {
    switch stage {
    case .start, .plain: body += held
    case .betweenMembers, .trailing: break
    case .member: throw .broken("its end is missing")
    }
  }

  private func choose(_ first: UInt8, _ second: UInt8) throws(Failure) {
    let hasMagic = first == 0x1F && second == 0x8B
    if stage == .betweenMembers {
      // Zeros and rubbish behind the last member are ignored, as gzip does.
      stage = hasMagic ? .member : .trailing
      if hasMagic { inflateReset(stream) }
      return
    }
    let bits: Int32
    if isGzip {
      // Some servers say gzip and send plain text.
      guard hasMagic else { return stage = .plain }
      bits = 31
    } else {
      let hasHeader = first & 0x0F == 8 && (Int(first) << 8 | Int(second)) % 31 == 0
      bits = hasHeader ? 15 : -15
    }
    guard mingle_inflate_start(stream, bits) == Z_OK else { throw .broken("zlib has no memory") }
    isOpen = true
    stage = .member
  }

  private func inflate(
    _ bytes: inout [UInt8], to body: inout [UInt8], limit: Int
  ) throws(Failure) {
    switch stage {
    case .trailing: return
    case .plain:
      guard body.count + bytes.count <= limit else { throw .overflow }
      body += bytes
      return
    case .start, .member, .betweenMembers: break
    }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var offset = 0
    repeat {
      let (result, read, written) = step(&bytes, from: offset, into: &buffer)
      offset += read
      guard body.count + written <= limit else { throw .overflow }
      body += buffer[..<written]
      switch result {
      case Z_STREAM_END:
        stage = .betweenMembers
        let rest = Array(bytes[offset...])
        guard isGzip, !rest.isEmpty else {
          if !isGzip { stage = .trailing }
          return
        }
        held = rest
        guard held.count >= 2 else { return }
        (bytes, held) = (held, [])
        offset = 0
        try choose(bytes[0], bytes[1])
        if stage == .trailing { return }
      case Z_OK, Z_BUF_ERROR:
        if read == 0, written == 0 { return }
      default:
        throw .broken(stream.pointee.msg.map { String(cString: $0) } ?? "damaged data")
      }
    } while true
  }

  private func step(
    _ bytes: inout [UInt8], from offset: Int, into buffer: inout [UInt8]
  ) -> (result: Int32, read: Int, written: Int) {
    bytes.withUnsafeMutableBufferPointer { input in
      buffer.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = input.baseAddress?.advanced(by: offset)
        stream.pointee.avail_in = UInt32(input.count - offset)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        let result = CCurl.inflate(stream, Z_NO_FLUSH)
        return (
          result, input.count - offset - Int(stream.pointee.avail_in),
          output.count - Int(stream.pointee.avail_out)
        )
      }
    }
  }
}
