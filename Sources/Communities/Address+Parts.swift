internal import Conversations
internal import Foundation

extension Address {
  /// What stands after `#`, percent-decoded: a part of the page.
  var fragment: String? { url?.fragment(percentEncoded: false) }

  /// The whole page, without `#` and what follows.
  var withoutFragment: Address { changed { $0.fragment = nil } }

  /// The page without parameters, for places where they only say where a click came from.
  var withoutQuery: Address {
    changed {
      $0.fragment = nil
      $0.percentEncodedQuery = nil
    }
  }

  /// The page without some of its parameters.
  func removing(_ parameters: Set<String>) -> Address {
    changed { parts in
      guard let items = parts.percentEncodedQueryItems else { return }
      let kept = items.filter { !parameters.contains($0.name) }
      // Written anew only if something goes: what is not ours stays byte for byte.
      guard kept.count < items.count else { return }
      parts.percentEncodedQueryItems = kept.isEmpty ? nil : kept
    }
  }

  private func changed(_ change: (inout URLComponents) -> Void) -> Address {
    guard let url, var parts = URLComponents(url: url, resolvingAgainstBaseURL: false) else {
      return self
    }
    change(&parts)
    return parts.string.flatMap { Address($0) } ?? self
  }
}

extension String {
  /// Whether a text stands in it, byte for byte.
  ///
  /// Most entries are of another kind, and that is seen long before their address is read.
  func holds(_ text: StaticString) -> Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      let (wanted, count) = (text.utf8Start, text.utf8CodeUnitCount)
      var start = 0
      while start + count <= bytes.count {
        var length = 0
        while length < count, bytes[start + length] == wanted[length] { length += 1 }
        if length == count { return true }
        start += 1
      }
      return false
    }
  }
}
