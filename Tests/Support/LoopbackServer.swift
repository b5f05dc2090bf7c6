package import Foundation
internal import Synchronization

/// A real HTTP server on a loopback address, as kind or as hostile as a test wants.
///
/// Sockets and threads and nothing else, so that bytes go out exactly as they are written. It ends,
/// with all its connections, when nobody holds it any more.
package final class LoopbackServer: Sendable {
  /// A request that came in.
  package struct Request: Sendable {
    package var method: String
    /// The path with its query, as it was asked for.
    package var path: String
    package var headers: [(name: String, value: String)]
    /// The whole head byte for byte.
    package var head: [UInt8]
    package var time: ContinuousClock.Instant
    /// Which connection it came on, counted from 0.
    package var connection: Int

    /// The value of a header, whatever the case of its name.
    package subscript(_ name: String) -> String? {
      headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  package let host: String
  package let port: Int
  private let service: LoopbackService

  /// Starts on a free port of `host`, any of 127.0.0.0/8 (macOS knows only 127.0.0.1 unasked).
  package init(host: String = "127.0.0.1", routes: [String: Behaviour] = [:]) throws {
    self.host = host
    let (listener, port) = try Sockets.listen(host: host)
    self.port = port
    service = LoopbackService(listener: listener, routes: routes)
  }

  deinit { service.stop() }

  /// The URL of a path on this server.
  package func address(_ path: String) -> String { "http://\(host):\(port)\(path)" }

  /// Sets what happens at a path; one with a query comes before the same without it.
  package func route(_ path: String, _ behaviour: Behaviour) {
    service.state.withLock { $0.routes[path] = behaviour }
  }

  /// Serves the files of a folder by their path, with `ETag`, `Last-Modified` and 304.
  package func serve(folder: URL) { service.state.withLock { $0.folder = folder } }

  /// All requests so far, in the order in which they came.
  package var requests: [Request] { service.state.withLock { $0.requests } }

  /// The requests for one path.
  package func requests(_ path: String) -> [Request] { requests.filter { $0.path == path } }

  /// How many connections were ever accepted.
  package var connections: Int { service.state.withLock { $0.connections } }

  /// The most requests that were being answered at one moment.
  package var mostAtOnce: Int { service.state.withLock { $0.mostBusy } }
}

extension LoopbackServer.Request {
  init?(_ head: [UInt8], connection: Int) {
    let lines = head.split(separator: 0x0A).map {
      String(decoding: $0.last == 0x0D ? $0.dropLast() : $0, as: UTF8.self)
    }
    guard let first = lines.first?.split(separator: " "), first.count >= 2 else { return nil }
    method = String(first[0])
    path = String(first[1])
    headers = lines.dropFirst().compactMap { line in
      guard let colon = line.firstIndex(of: ":") else { return nil }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      return (String(line[..<colon]), String(value))
    }
    self.head = head
    time = .now
    self.connection = connection
  }
}
