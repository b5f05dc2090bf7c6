internal import Foundation

/// Why a visit brought nothing; its description is what stands beside the feed in listings.
package enum FetchFailure: Error, Sendable, Hashable, CustomStringConvertible {
  /// The server answered with this status.
  case status(Int)
  /// The server asks to be left alone.
  case limited(status: Int)
  case gone
  /// The body is not a feed, for this reason.
  case rejected(String)
  case transport(TransportFailure)

  package var description: String {
    switch self {
    case .status(let status): "HTTP \(status): \(Self.words(status))"
    case .limited(let status): "HTTP \(status): \(Self.words(status)); waiting until the host opens"
    case .gone: "HTTP 410: gone for good; it is not asked again unless enabled"
    case .rejected(let reason): reason
    case .transport(let failure): failure.description
    }
  }

  private static func words(_ status: Int) -> String {
    switch status {
    case 204: "no content"
    case 206: "only a part of the document"
    case 304: "not modified, although nothing was known of it"
    case 400: "bad request"
    case 401: "a name and password are needed"
    case 402: "payment required"
    case 403: "forbidden"
    case 404: "not found"
    case 405: "method not allowed"
    case 406: "not acceptable"
    case 408: "the server waited too long"
    case 421: "misdirected request"
    case 429: "too many requests"
    case 451: "withheld for legal reasons"
    case 500: "the server has an error"
    case 501: "not implemented"
    case 502: "bad gateway"
    case 503: "the service is unavailable"
    case 504: "gateway timed out"
    case 300...399: "redirected to nowhere"
    case 400...499: "the request was refused"
    case 500...599: "the server failed"
    default: "an answer that means nothing here"
    }
  }
}
