internal import Conversations
internal import Foundation

/// HTTP by libcurl: hops are followed here one by one, so that each is checked like the first.
package final class CurlTransport: Transport {
  private let loop: CurlLoop
  private let userAgent: String
  private let limits: Limits
  private let networks: Networks
  private let names: NameLookup

  /// How long and how large an answer may be.
  package struct Limits: Sendable, Hashable {
    package var connect = Duration.seconds(10)
    package var firstByte = Duration.seconds(20)
    /// From the first question to the last byte, all hops together.
    package var whole = Duration.seconds(60)
    /// How long a body of more than 256 KB may keep its room when others wait for it: four servers that
    /// drip would keep out everybody for a minute.
    package var room = Duration.seconds(15)
    package var headerBytes = 64 << 10
    package var wireBytes = 32 << 20
    package var bodyBytes = 64 << 20
    package var hops = 10

    package init() {}
  }

  /// A transport with a thread of its own, which ends with it.
  ///
  /// - Parameters:
  ///   - version: the program's version, for the User-Agent.
  ///   - contact: the URL at which people who run servers find who asks.
  ///   - networks: what may be reached besides the open internet.
  ///   - limits: how long and how large an answer may be.
  ///   - lookup: tells the addresses of a name; the system does, unless a test knows better.
  /// - Throws: a failure if libcurl cannot start.
  package init(
    version: String, contact: String, networks: Networks = .none, limits: Limits = Limits(),
    lookup: (@Sendable (String) -> [String])? = nil
  ) throws(TransportFailure) {
    userAgent = "Mingle/\(version) (+\(contact))"
    self.networks = networks
    names =
      lookup.map { look in NameLookup { look($0).compactMap { IPAddress($0) } } } ?? NameLookup()
    self.limits = limits
    loop = try CurlLoop()
  }

  deinit { loop.stop() }

  package var width: Int { CurlLoop.width }

  package func send(_ request: Request) async -> Result<Answer, TransportFailure> {
    var limits = limits
    limits.whole = min(limits.whole, request.patience)
    // All hops together; the time that this program takes between them is not the servers'.
    var patience = limits.whole
    var address = request.address
    var hops: [Answer.Hop] = []
    while true {
      var answer: Answer
      switch await ask(address, request.validators, limits, &patience) {
      case .failure(let failure): return .failure(failure)
      case .success(let one): answer = one
      }
      guard [301, 302, 303, 307, 308].contains(answer.status),
        let location = answer.headers.values("location").first
      else {
        answer.hops = hops
        return .success(answer)
      }
      guard let target = address.following(location) else {
        return .failure(.badRedirect(location))
      }
      guard request.followsRedirects else {
        answer.next = target
        return .success(answer)
      }
      hops.append(Answer.Hop(from: address, status: answer.status, to: target))
      if let failure = hops.end(after: limits.hops) { return .failure(failure) }
      address = target
    }
  }

  private func ask(
    _ address: Address, _ validators: Visit.Validators?, _ limits: Limits,
    _ patience: inout Duration
  ) async -> Result<Answer, TransportFailure> {
    let resolved: [IPAddress]
    do throws(TransportFailure) {
      resolved = try await lookUp(address.bareHost, limits)
    } catch {
      return .failure(error)
    }
    let exchange = CurlExchange(
      address: address, headers: headers(for: address, validators), limits: limits,
      networks: networks, resolved: resolved, patience: patience)
    defer { patience -= exchange.duration }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { loop.start(exchange, $0) }
    } onCancel: {
      exchange.cancel()
      loop.wake()
    }
  }

  /// The addresses of a host's name, if all of them may be reached; none for a host that is an
  /// address, or is written in percent signs, which libcurl reads: those are checked as they are
  /// connected to.
  private func lookUp(
    _ host: String, _ limits: Limits
  ) async throws(TransportFailure) -> [IPAddress] {
    guard !host.contains("%"), !NameLookup.isLiteral(host) else { return [] }
    guard let found = await names.addresses(of: host, within: limits.connect) else {
      throw Task.isCancelled ? .cancelled : .connectTimedOut(limits.connect)
    }
    guard !found.isEmpty else { throw .hostNotFound(host) }
    if let address = found.first(where: { !networks.allows($0) }) {
      throw .privateAddress(host: host, address: address.description)
    }
    return found
  }

  /// The header lines of a request. An empty `Accept-Encoding` of libcurl's would be none at all.
  ///
  /// Brotli and zstd are not asked for. As servers use them they make feeds 2 to 7 % smaller than gzip,
  /// and their windows are 16 and 8 MB: of sixty-four hostile servers they would be a gigabyte.
  private func headers(for address: Address, _ validators: Visit.Validators?) -> [[UInt8]] {
    var lines = [
      "User-Agent: \(userAgent)",
      "Accept: application/atom+xml, application/rss+xml, application/feed+json, "
        + "application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, "
        + "application/json;q=0.7, */*;q=0.1",
      "Accept-Encoding: gzip, deflate",
      // Lemmy writes the text around entries in the language that is asked for.
      "Accept-Language: en",
    ].map { Array($0.utf8) }
    if let validators, validators.address == address {
      if let etag = validators.etag { lines.append(Array("If-None-Match: ".utf8) + etag) }
      if let date = validators.lastModified {
        lines.append(Array("If-Modified-Since: ".utf8) + date)
      }
    }
    return lines
  }
}

extension Address {
  /// The target of a redirect from here; nil unless it is http or https.
  ///
  /// A name and password stay only within the same scheme, host and port, and a redirect cannot
  /// bring ones of its own.
  func following(_ location: String) -> Address? {
    Address(location, relativeTo: self)?.withoutCredentials.withCredentials(of: self).asked
  }
}
