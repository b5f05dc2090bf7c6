internal import Foundation

/// The POSIX calls of the loopback server.
enum Sockets {
  struct Failure: Error, CustomStringConvertible {
    var call: String
    var code: Int32
    var description: String { "\(call): \(String(cString: strerror(code)))" }
  }

  #if canImport(Darwin)
    private static let stream = SOCK_STREAM
    private static let quietly: Int32 = 0
  #else
    private static let stream = Int32(SOCK_STREAM.rawValue)
    private static let quietly = Int32(MSG_NOSIGNAL)
  #endif

  /// Listens on a free port of an IPv4 address.
  static func listen(host: String) throws -> (socket: Int32, port: Int) {
    let listener = socket(AF_INET, stream, 0)
    guard listener >= 0 else { throw Failure(call: "socket", code: errno) }
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    guard inet_pton(AF_INET, host, &name.sin_addr) == 1 else {
      throw Failure(call: "inet_pton \(host)", code: EINVAL)
    }
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, size) == 0 && Foundation.listen(listener, 512) == 0
          && getsockname(listener, $0, &size) == 0
      }
    }
    guard isBound else {
      let code = errno
      close(listener)
      throw Failure(call: "bind \(host)", code: code)
    }
    return (listener, Int(UInt16(bigEndian: name.sin_port)))
  }

  /// The next connection; nil if none came in a tenth of a second, or the listener was hung up.
  static func accept(_ listener: Int32) -> Int32? {
    var wish = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
    guard poll(&wish, 1, 100) > 0 else { return nil }
    let taken = Foundation.accept(listener, nil, nil)
    guard taken >= 0 else { return nil }
    #if canImport(Darwin)
      var on: Int32 = 1
      setsockopt(taken, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
    return taken
  }

  static func close(_ socket: Int32) { _ = Foundation.close(socket) }

  /// Ends both directions; whoever waits on the socket wakes up.
  static func hangUp(_ socket: Int32) { _ = shutdown(socket, Int32(SHUT_RDWR)) }

  /// Makes the next `close` send a reset instead of an end.
  static func resetOnClose(_ socket: Int32) {
    var now = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
  }

  /// Reads until the other side hangs up.
  static func waitForEnd(_ socket: Int32) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while recv(socket, &buffer, buffer.count, 0) > 0 {}
  }

  /// Writes all bytes; false when the other side is gone.
  static func write(_ bytes: some Collection<UInt8>, to socket: Int32) -> Bool {
    let bytes = Array(bytes)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        Foundation.send(socket, all.baseAddress?.advanced(by: sent), bytes.count - sent, quietly)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Sends a reply the way it wants to go; false when the other side is gone.
  static func send(_ reply: Reply, to socket: Int32) -> Bool {
    let body = reply.status == 304 ? [] : reply.body
    switch reply.delivery {
    case .whole, .untilClose, .length: return write(reply.head + body, to: socket)
    case .cut(let count): return write(reply.head + body.prefix(count), to: socket)
    case .stall(let count):
      if write(reply.head + body.prefix(count), to: socket) { waitForEnd(socket) }
      return false
    case .reset(let count):
      guard write(reply.head + body.prefix(count), to: socket) else { return false }
      // What was sent must arrive: a reset overtakes it.
      Thread.sleep(forTimeInterval: 0.1)
      resetOnClose(socket)
      return false
    case .drip(let count, let pause):
      return write(reply.head, to: socket) && drip(body, count, pause, to: socket)
    case .dripHead(let count, let pause):
      return drip(reply.head, count, pause, to: socket) && write(body, to: socket)
    case .endlessHead:
      guard write(reply.head, to: socket) else { return false }
      while write(Array("X-More: 0123456789\r\n".utf8), to: socket) {}
      return false
    case .chunked(let size, let isCut):
      var wire = reply.head
      var rest = body[...]
      while !rest.isEmpty {
        let piece = rest.prefix(max(1, size))
        wire += Array("\(String(piece.count, radix: 16))\r\n".utf8) + piece + Array("\r\n".utf8)
        rest = rest.dropFirst(max(1, size))
      }
      if !isCut { wire += Array("0\r\n\r\n".utf8) }
      return write(wire, to: socket)
    case .endless:
      guard write(reply.head, to: socket), !body.isEmpty else { return false }
      while write(body, to: socket) {}
      return false
    }
  }

  private static func drip(
    _ bytes: [UInt8], _ count: Int, _ pause: Duration, to socket: Int32
  ) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard write(rest.prefix(max(1, count)), to: socket) else { return false }
      rest = rest.dropFirst(max(1, count))
      Thread.sleep(
        forTimeInterval: Double(pause.components.seconds)
          + Double(pause.components.attoseconds) / 1e18)
    }
    return true
  }

  /// Reads the heads of requests, one after another, from a connection.
  struct HeadReader {
    let socket: Int32
    private var held: [UInt8] = []

    init(socket: Int32) { self.socket = socket }

    /// The next head with its empty line; nil when the connection has ended or sends over 1 MB.
    mutating func next() -> [UInt8]? {
      let end = Array("\r\n\r\n".utf8)
      var buffer = [UInt8](repeating: 0, count: 16_384)
      while held.count < 1 << 20 {
        if let range = held.firstRange(of: end) {
          defer { held.removeSubrange(..<range.upperBound) }
          return Array(held[..<range.upperBound])
        }
        let count = recv(socket, &buffer, buffer.count, 0)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return nil }
        held += buffer[..<count]
      }
      return nil
    }
  }
}
