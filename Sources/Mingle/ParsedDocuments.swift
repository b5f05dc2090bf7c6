package import Conversations
internal import Fetching
internal import Foundation
internal import Parsing
internal import Profiles
internal import Storage

/// The document as JSON Feed 1.1, in blocks of UTF-8; throws a `WorldFailure` that starts with `name`
/// if it is no feed.
package func parsedFeed(
  _ bytes: consuming [UInt8], contentType: String?, base: String?, name: String
) throws -> [[UInt8]] {
  do {
    return try jsonFeed(
      of: bytes, contentType: contentType, base: base.map(Address.withoutCredentials))
  } catch {
    throw WorldFailure("\(name): \(error.redacted)")
  }
}

extension ParsingFailure {
  /// The failure as it is told and stored: the feeds that a page points at may have keys in them.
  var redacted: ParsingFailure {
    guard case .page(let title, let feeds) = self else { return self }
    return .page(title: title, feeds: feeds.map(Address.redacted))
  }
}

/// The feed at an address as JSON Feed 1.1 in blocks of UTF-8, asked for once and not stored.
package func parsedFeed(at text: String, environment: [String: String]) async throws -> [[UInt8]] {
  guard let address = Address(text) else {
    throw UsageFailure("\(text) is not an address that can be read")
  }
  let transport = try curlTransport(Settings(), environment: environment)
  switch await transport.send(Request(address: address)) {
  case .failure(let failure): throw WorldFailure("\(address.redacted): \(failure)")
  case .success(let answer):
    guard (200...299).contains(answer.status) else {
      throw WorldFailure("\(address.redacted): \(FetchFailure.status(answer.status))")
    }
    return try parsedFeed(
      answer.body, contentType: answer.headers.text("content-type"), base: answer.address.text,
      name: address.redacted)
  }
}

/// The networks that may be reached besides the open internet, by the settings and the environment.
///
/// Throws a `UsageFailure` for a text that is no network.
func networks(_ settings: Settings, environment: [String: String]) throws -> Networks {
  let listed = (environment["MINGLE_ALLOW_NETWORKS"] ?? "").split(separator: ",")
    .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  for (source, texts) in [
    ("allow_networks in settings.yaml", settings.allowNetworks), ("MINGLE_ALLOW_NETWORKS", listed),
  ] {
    do { _ = try Networks(texts) } catch { throw UsageFailure("\(source): \(error)") }
  }
  return try Networks(settings.allowNetworks + listed)
}

/// The way to the network.
func curlTransport(
  _ settings: Settings, environment: [String: String]
) throws -> CurlTransport {
  let networks = try networks(settings, environment: environment)
  do {
    return try CurlTransport(
      version: mingleVersion, contact: settings.contact, networks: networks)
  } catch {
    throw WorldFailure("the network cannot be used: \(error)")
  }
}

extension OpenWorkspace {
  /// Hands every stored post to `body`, feed by feed, with its number in the row from 0.
  package func forEachPost(_ body: @escaping @Sendable (Int, Post) throws -> Void) async throws {
    try await store.forEachPost(body)
  }
}
