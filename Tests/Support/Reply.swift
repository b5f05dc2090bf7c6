/// An HTTP answer of the loopback server, and how it goes over the wire.
package struct Reply: Sendable {
  package var status: Int
  package var headers: [(String, String)]
  package var body: [UInt8]
  package var delivery: Delivery

  package enum Delivery: Sendable {
    /// With its length, all at once.
    case whole
    /// Without a length; the end of the connection ends it.
    case untilClose
    /// With its length, so many bytes at a time with pauses between them.
    case drip(bytes: Int, pause: Duration)
    /// With its whole length told, but hanging up after so many bytes.
    case cut(after: Int)
    /// The same, with silence instead of an end.
    case stall(after: Int)
    /// The same, with a reset (RST) instead of an end.
    case reset(after: Int)
    /// With its length, the head in so many bytes at a time with pauses between them.
    case dripHead(bytes: Int, pause: Duration)
    /// Header lines without an end.
    case endlessHead
    /// With a length that is not the body's.
    case length(Int)
    /// In chunks of so many bytes; without the last chunk if cut.
    case chunked(size: Int, isCut: Bool = false)
    /// The body over and over without an end.
    case endless
  }

  package init(
    status: Int = 200, headers: [(String, String)] = [], body: [UInt8] = [],
    delivery: Delivery = .whole
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.delivery = delivery
  }

  /// A feed in text, with any headers.
  package static func feed(_ text: String, _ headers: (String, String)...) -> Reply {
    Reply(headers: [("Content-Type", "application/rss+xml")] + headers, body: Array(text.utf8))
  }

  /// An answer that is only a status, with any headers.
  package static func status(_ status: Int, _ headers: (String, String)...) -> Reply {
    Reply(status: status, headers: headers)
  }

  /// A redirect.
  package static func redirect(_ status: Int, to target: String) -> Reply {
    Reply(status: status, headers: [("Location", target)])
  }

  var head: [UInt8] {
    var lines = ["HTTP/1.1 \(status) \(status < 400 ? "Fine" : "Not fine")"]
    lines += headers.map { "\($0): \($1)" }
    switch delivery {
    case _ where status == 304: break
    case .whole, .drip, .dripHead, .cut, .reset, .stall:
      lines.append("Content-Length: \(body.count)")
    case .length(let length): lines.append("Content-Length: \(length)")
    case .chunked: lines.append("Transfer-Encoding: chunked")
    case .untilClose, .endless: lines.append("Connection: close")
    case .endlessHead: return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }

  /// Whether another request may follow on the same connection.
  var keepsConnection: Bool {
    switch delivery {
    case .whole, .drip, .dripHead, .chunked(_, isCut: false): true
    default: false
    }
  }
}

/// What the loopback server does with a request.
package enum Behaviour: Sendable {
  case reply(Reply)
  /// The same, but 304 when the request brings its `ETag` or `Last-Modified` back byte for byte;
  /// an `ETag` is made if it has neither.
  case validated(Reply)
  /// One behaviour after another, a request each; the last one stays.
  case sequence([Behaviour])
  /// Accepts and says nothing.
  case silence
  /// Hangs up without a word.
  case hangUp
  /// Hangs up with a reset (RST).
  case reset
  /// These very bytes, then the end of the connection.
  case raw([UInt8])
  /// Chosen by the request.
  case choose(@Sendable (LoopbackServer.Request) -> Behaviour)
}
