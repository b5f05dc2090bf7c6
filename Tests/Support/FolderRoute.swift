internal import Foundation

/// A folder served as feeds: the path of a request is the path of a file.
enum FolderRoute {
  /// The behaviour of a path; nil if there is no such file inside the folder.
  static func behaviour(in folder: URL, path: String) -> Behaviour? {
    let parts = (path.removingPercentEncoding ?? path).split(separator: "/")
    guard !parts.isEmpty, !parts.contains("..") else { return nil }
    let file = folder.appending(path: parts.joined(separator: "/"))
    guard let data = try? Data(contentsOf: file),
      let date = try? file.resourceValues(forKeys: [.contentModificationDateKey])
        .contentModificationDate
    else { return nil }
    let type =
      switch file.pathExtension.lowercased() {
      case "json": "application/feed+json"
      case "atom": "application/atom+xml"
      case "html": "text/html"
      default: "application/xml"
      }
    let bytes = Array(data)
    return .validated(
      Reply(
        headers: [
          ("Content-Type", type), ("ETag", Reply.etag(of: bytes)),
          ("Last-Modified", text(of: date)),
        ], body: bytes))
  }

  /// A date as HTTP writes it.
  private static func text(of date: Date) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_US_POSIX")
    format.timeZone = TimeZone(identifier: "GMT")
    format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    return format.string(from: date)
  }
}

extension Reply {
  /// A strong `ETag`: FNV-1a of the body.
  static func etag(of body: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in body { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return "\"\(String(hash, radix: 16))\""
  }

  /// This reply, or 304 if the request already has it; `If-None-Match` rules out the date.
  func validated(against request: LoopbackServer.Request) -> Reply {
    var reply = self
    func value(_ name: String) -> String? {
      reply.headers.first { $0.0.lowercased() == name }?.1
    }
    if value("etag") == nil, value("last-modified") == nil {
      reply.headers.append(("ETag", Self.etag(of: body)))
    }
    let isKnown: Bool
    if let given = request["If-None-Match"] {
      isKnown = given == value("etag")
    } else if let given = request["If-Modified-Since"] {
      isKnown = given == value("last-modified")
    } else {
      isKnown = false
    }
    guard isKnown else { return reply }
    reply.status = 304
    reply.headers.removeAll { $0.0.lowercased() == "content-type" }
    reply.body = []
    reply.delivery = .whole
    return reply
  }
}
