package import Conversations
internal import Markup

extension FeedList {
  /// The list's bytes with `additions` at its end; all that stood there before stays as it was.
  ///
  /// Additions in the same folders stand together under one outline. Throws if the document is not
  /// well formed or not in UTF-8: nobody can say where a line would land.
  package func adding(_ additions: [Subscription]) throws(Diagnostic) -> [UInt8] {
    if let obstacle { throw obstacle }
    guard !additions.isEmpty else { return bytes }
    let lines = Array(outlineLines(of: additions, indentation: "    ").utf8)
    let scanner = OutlineScanner(bytes)
    if let empty = scanner.emptyBody {
      return Array(bytes[..<empty.lowerBound]) + Array("<body>\n".utf8) + lines
        + Array("  </body>".utf8) + bytes[empty.upperBound...]
    }
    let end = scanner.bodyEnd ?? bytes.count
    // The closing tag's own indentation stays before it.
    let start = bytes[..<end].lastIndex { $0 != 0x20 && $0 != 0x09 }.map { $0 + 1 } ?? end
    let lineBreak: [UInt8] = start > 0 && bytes[start - 1] == 0x0A ? [] : [0x0A]
    return Array(bytes[..<start]) + lineBreak + lines + bytes[start...]
  }

  /// The list's bytes without the line of `feed`; nil if the list does not have it. Throws as
  /// `adding` does.
  package func removing(_ feed: String) throws(Diagnostic) -> [UInt8]? {
    if let obstacle { throw obstacle }
    guard let outline = outline(of: feed) else { return nil }
    let elements = OutlineScanner(bytes).elements
    guard outline < elements.count else { return nil }
    var range = elements[outline].whole
    let before = bytes[..<range.lowerBound].lastIndex { $0 != 0x20 && $0 != 0x09 }
    let after = bytes[range.upperBound...].firstIndex { ![0x20, 0x09, 0x0D].contains($0) }
    let startsLine = before.map { bytes[$0] == 0x0A } ?? true
    if startsLine, let after, bytes[after] == 0x0A {
      range = ((before ?? -1) + 1)..<(after + 1)
    }
    return Array(bytes[..<range.lowerBound]) + bytes[range.upperBound...]
  }

  /// The number of the outline element of a feed, be it read or refused.
  private func outline(of feed: String) -> Int? {
    guard let subscription = subscription(to: feed) else {
      return refused.first { $0.feed == feed }?.outline
    }
    return subscriptions.firstIndex(of: subscription).map { outlines[$0] }
  }
}

/// A whole OPML 2.0 document of `subscriptions`.
package func opml(title: String, of subscriptions: [Subscription]) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <opml version="2.0">
    <head>
      <title>\(xmlEscaped(title))</title>
    </head>
    <body>
  \(outlineLines(of: subscriptions, indentation: "    "))  </body>
  </opml>

  """
}

/// One line a feed, under one outline for each row of folders.
private func outlineLines(of subscriptions: [Subscription], indentation: String) -> String {
  var groups: [(folders: [String], members: [Subscription])] = []
  for subscription in subscriptions {
    if let index = groups.firstIndex(where: { $0.folders == subscription.folders }) {
      groups[index].members.append(subscription)
    } else {
      groups.append((subscription.folders, [subscription]))
    }
  }
  var lines = ""
  for (folders, members) in groups {
    var depth = indentation
    for folder in folders {
      lines += "\(depth)<outline text=\"\(xmlEscaped(folder))\">\n"
      depth += "  "
    }
    for member in members { lines += "\(depth)\(outline(of: member))\n" }
    for _ in folders {
      depth.removeLast(2)
      lines += "\(depth)</outline>\n"
    }
  }
  return lines
}

private func outline(of subscription: Subscription) -> String {
  let text = subscription.title.isEmpty ? Address.redacted(subscription.feed) : subscription.title
  let home = subscription.home.map { " htmlUrl=\"\(xmlEscaped($0))\"" } ?? ""
  return "<outline type=\"rss\" text=\"\(xmlEscaped(text))\" "
    + "xmlUrl=\"\(xmlEscaped(subscription.feed))\"\(home)/>"
}
