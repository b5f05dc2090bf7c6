internal import Conversations

/// Why no answer came, or none that could be used; its description is one line for people.
package enum TransportFailure: Error, Sendable, Hashable, CustomStringConvertible {
  case notAnAddress(String)
  case hostNotFound(String)
  case connectionRefused(String)
  case notConnected(host: String, reason: String)
  case certificate(host: String, reason: String)
  case tls(host: String, reason: String)
  /// No connection after this long.
  case connectTimedOut(Duration)
  /// Connected, but not one byte of an answer after this long.
  case answerTimedOut(Duration)
  /// The answer began but did not end in this long.
  case wholeTimedOut(Duration)
  /// More bytes than this came over the wire.
  case tooLarge(bytes: Int)
  /// More bytes than this came out of the decompression.
  case tooLargeDecompressed(bytes: Int)
  case headersTooLarge(bytes: Int)
  /// The address is not one of the open internet.
  case privateAddress(host: String, address: String)
  case truncated(String)
  case badEncoding(String)
  case badRedirect(String)
  case tooManyRedirects(Int)
  case redirectLoop
  case closedWithoutAnswer(String)
  case connectionLost(host: String, reason: String)
  case notHTTP(String)
  case other(String)
  case cancelled
  /// Bodies of others took up all the room until it was too late: no fault of the server's.
  case crowdedOut

  /// Whether nothing is known but that it took too long.
  var isTimeout: Bool {
    switch self {
    case .connectTimedOut, .answerTimedOut, .wholeTimedOut: true
    default: false
    }
  }

  package var description: String { Self.plain(words) }

  private var words: String {
    switch self {
    case .notAnAddress(let text): "\"\(Address.redacted(text))\" is not an http or https address"
    case .hostNotFound(let host): "cannot find the host \(host)"
    case .connectionRefused(let host): "connection refused by \(host)"
    case .notConnected(let host, let reason): "cannot connect to \(host): \(reason)"
    case .certificate(let host, let reason): "the certificate of \(host) is not valid: \(reason)"
    case .tls(let host, let reason): "no secure connection to \(host): \(reason)"
    case .connectTimedOut(let limit): "timed out after \(Self.seconds(limit)) without a connection"
    case .answerTimedOut(let limit): "timed out after \(Self.seconds(limit)) without an answer"
    case .wholeTimedOut(let limit):
      "timed out: the answer was not whole after \(Self.seconds(limit))"
    case .tooLarge(let bytes): "too large: more than \(Self.size(bytes))"
    case .tooLargeDecompressed(let bytes): "too large: more than \(Self.size(bytes)) decompressed"
    case .headersTooLarge(let bytes): "too large: more than \(Self.size(bytes)) of headers"
    case .privateAddress(let host, let address):
      "refused: \(host == address ? host : "\(host) (\(address))") is a private address; "
        + "allow it in settings.yaml with allow_networks"
    case .truncated(let reason): "the answer was cut off: \(reason)"
    case .badEncoding(let reason): "the answer cannot be decompressed: \(reason)"
    case .badRedirect(let target):
      "redirected to \"\(Address.redacted(target))\", which is not an http or https address"
    case .redirectLoop: "redirected in a circle"
    case .tooManyRedirects(let limit): "redirected more than \(limit) times"
    case .closedWithoutAnswer(let host): "\(host) closed the connection without an answer"
    case .connectionLost(let host, let reason): "the connection to \(host) was lost: \(reason)"
    case .notHTTP(let host): "\(host) did not answer in HTTP"
    case .other(let reason): reason
    case .cancelled: "cancelled"
    case .crowdedOut: "other large feeds were in the way"
    }
  }

  /// Servers choose host names, reasons and redirect targets: one line without control characters,
  /// marks that turn the direction of text, or more than 300 characters reaches a terminal.
  private static func plain(_ words: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in words.unicodeScalars.prefix(300) {
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: kept.append(" ")
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  private static func seconds(_ duration: Duration) -> String {
    let milliseconds =
      duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    return milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
  }

  private static func size(_ bytes: Int) -> String {
    if bytes >= 1 << 20, bytes % (1 << 20) == 0 { return "\(bytes >> 20) MB" }
    if bytes >= 1 << 10, bytes % (1 << 10) == 0 { return "\(bytes >> 10) KB" }
    return "\(bytes) bytes"
  }
}
