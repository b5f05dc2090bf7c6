internal import Conversations

/// Puts an answer together from the pieces in which it comes, within its limits.
struct AnswerReader {
  private let limits: CurlTransport.Limits
  private(set) var headers = Headers()
  private(set) var headerBytes = 0
  private(set) var status = 0
  private var wireBytes = 0
  private var body: [UInt8] = []
  private var inflation: Inflation?

  /// How many bytes the body may have now. Of large ones only few may be in memory at once.
  private(set) var room = BodyRoom.small

  /// What reading a piece came to.
  enum Progress {
    case more
    /// The answer is known, and its body is not wanted.
    case enough
    /// The body fills its room; so many bytes of the piece were read.
    case full(read: Int)
  }

  init(limits: CurlTransport.Limits) { self.limits = limits }

  private var isSuccess: Bool { (200...299).contains(status) }

  /// Whether the last header of the answer itself was read.
  private var hasHeaders = false

  /// Whether all is known that will be used: the answer is no success and its headers are whole.
  var isRefusal: Bool { hasHeaders && !isSuccess }

  /// Lets the body grow.
  mutating func grow(to room: BodyRoom) {
    self.room = room
    // Memory that is not written to costs nothing; a body that doubles itself is there twice.
    body.reserveCapacity(min(room.bytes, limits.bodyBytes + 1))
  }

  /// Reads one header line with its end.
  mutating func readHeader(_ line: UnsafeRawBufferPointer) throws(TransportFailure) {
    headerBytes += line.count
    guard headerBytes <= limits.headerBytes else {
      throw .headersTooLarge(bytes: limits.headerBytes)
    }
    // What stands behind the body says nothing of the answer: a trailer made a feed gone for good.
    if hasHeaders { return }
    if line.starts(with: "HTTP/".utf8) {
      // What came before was an interim answer (RFC 9110, 15.2).
      headers = Headers()
      status =
        line.split(separator: 0x20).dropFirst().first
        .flatMap { Int(String(decoding: $0.prefix(3), as: UTF8.self)) } ?? 0
    } else if status >= 200 {
      headers.append(line: line)
      hasHeaders = line.allSatisfy { $0 == 0x0D || $0 == 0x0A }
    }
  }

  /// Reads one piece of the body as it came over the wire.
  mutating func read(_ piece: UnsafeRawBufferPointer) throws(TransportFailure) -> Progress {
    if wireBytes == 0, isSuccess { try beginBody() }
    guard isSuccess else {
      // The text of an error page is not wanted; reading a little of it keeps the connection.
      wireBytes += piece.count
      return wireBytes <= 64 << 10 ? .more : .enough
    }
    guard wireBytes + piece.count <= limits.wireBytes else {
      throw .tooLarge(bytes: limits.wireBytes)
    }
    let taken = try take(piece)
    wireBytes += taken
    guard body.count <= limits.bodyBytes else {
      throw .tooLargeDecompressed(bytes: limits.bodyBytes)
    }
    return taken == piece.count ? .more : .full(read: taken)
  }

  /// Puts as much of a piece into the body as there is room for; returns how many bytes that were.
  private mutating func take(_ piece: UnsafeRawBufferPointer) throws(TransportFailure) -> Int {
    // One byte beyond the limit tells that it is passed.
    let most = min(room.bytes, limits.bodyBytes + 1)
    guard let inflation else {
      let taken = max(0, min(piece.count, most - body.count))
      body.append(contentsOf: piece.prefix(taken))
      return taken
    }
    do throws(Inflation.Failure) {
      return try inflation.append(piece, to: &body, upTo: most)
    } catch {
      throw .badEncoding(error.description)
    }
  }

  /// Looks at the headers before the first byte of the body.
  private mutating func beginBody() throws(TransportFailure) {
    if let length = headers.text("content-length").flatMap({ Int($0) }) {
      guard length <= limits.wireBytes else { throw .tooLarge(bytes: limits.wireBytes) }
      body.reserveCapacity(max(0, min(length, room.bytes)))
    }
    // Some servers write "none", "UTF-8" or "binary" here, of a body as it is.
    let encodings = (headers.text("content-encoding") ?? "").lowercased()
      .split { $0 == "," || $0 == " " }
      .filter { ["gzip", "x-gzip", "deflate", "br", "zstd", "compress"].contains($0) }
    switch encodings {
    case []: return
    case ["gzip"], ["x-gzip"]: inflation = Inflation(gzip: true)
    case ["deflate"]: inflation = Inflation(gzip: false)
    default: throw .badEncoding("\"\(encodings.joined(separator: ", "))\" was not asked for")
    }
  }

  /// The whole answer; to be asked for once, after the last byte.
  mutating func answer(from address: Address) throws(TransportFailure) -> Answer {
    do throws(Inflation.Failure) {
      try inflation?.finish(to: &body)
    } catch {
      throw .truncated("the compressed data has no end")
    }
    guard body.count <= limits.bodyBytes else {
      throw .tooLargeDecompressed(bytes: limits.bodyBytes)
    }
    return Answer(address: address, status: status, headers: headers, body: body)
  }
}
