internal import CCurl
internal import Conversations
internal import Foundation

extension TransportFailure {
  /// libcurl's codes in our words.
  ///
  /// - Parameters:
  ///   - code: how the transfer ended.
  ///   - said: libcurl's own words about it; may be empty.
  ///   - systemError: the `errno` of the last connection, 0 if there was none.
  ///   - address: what was asked for.
  ///   - hasAnswer: whether the answer had begun.
  ///   - connectLimit: how long a connection may take.
  init(
    _ code: CURLcode, said: String, systemError: Int, address: Address, hasAnswer: Bool,
    connectLimit: Duration
  ) {
    let host = address.bareHost
    let words = said.isEmpty ? String(cString: curl_easy_strerror(code)) : said
    let reason = words.replacing(address.text, with: address.redacted)
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: self = .hostNotFound(host)
    case CURLE_COULDNT_CONNECT where systemError == Int(ECONNREFUSED):
      self = .connectionRefused(host)
    case CURLE_COULDNT_CONNECT:
      let system = Int32(exactly: systemError).flatMap { $0 == 0 ? nil : strerror($0) }
      self = .notConnected(host: host, reason: system.map { String(cString: $0) } ?? reason)
    case CURLE_OPERATION_TIMEDOUT: self = .connectTimedOut(connectLimit)
    case CURLE_PEER_FAILED_VERIFICATION: self = .certificate(host: host, reason: reason)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER:
      self = .tls(host: host, reason: reason)
    case CURLE_GOT_NOTHING: self = .closedWithoutAnswer(host)
    case CURLE_PARTIAL_FILE: self = .truncated(reason)
    case CURLE_RECV_ERROR where hasAnswer: self = .truncated(reason)
    case CURLE_RECV_ERROR, CURLE_SEND_ERROR: self = .connectionLost(host: host, reason: reason)
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY: self = .notHTTP(host)
    default: self = .other(reason)
    }
  }
}

extension Address {
  /// The host as it is connected to, an IPv6 address without its brackets.
  var bareHost: String {
    let host = url?.host(percentEncoded: true) ?? ""
    return host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
  }
}
