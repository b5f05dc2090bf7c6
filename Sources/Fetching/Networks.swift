/// The networks that may be reached besides the open internet.
package struct Networks: Sendable, Hashable {
  private var blocks: [Block]

  /// None: only global addresses are reached.
  package static let none = Networks(blocks: [])

  private init(blocks: [Block]) { self.blocks = blocks }

  /// Reads networks in CIDR form, `127.0.0.0/8` or `::1/128`; a bare address is itself alone.
  package init(_ texts: [String]) throws(NetworkDiagnostic) {
    blocks = []
    for text in texts {
      guard let block = Block(text) else { throw NetworkDiagnostic(text: text) }
      blocks.append(block)
    }
  }

  /// Whether a feed may be fetched from this address.
  func allows(_ address: IPAddress) -> Bool {
    let real = address.unwrapped
    return real.isGlobal || blocks.contains { $0.contains(real) || $0.contains(address) }
  }

  /// An address and how many of its leading bits count.
  struct Block: Sendable, Hashable {
    var address: IPAddress
    var bits: Int

    init?(_ text: some StringProtocol) {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false)
      guard let first = parts.first, parts.count <= 2, let address = IPAddress(first) else {
        return nil
      }
      let width = address.bytes.count * 8
      guard let bits = parts.count == 2 ? Int(parts[1]) : width, (0...width).contains(bits) else {
        return nil
      }
      self.address = address
      self.bits = bits
    }

    func contains(_ other: IPAddress) -> Bool {
      guard address.bytes.count == other.bytes.count else { return false }
      let whole = bits / 8
      guard address.bytes[..<whole] == other.bytes[..<whole] else { return false }
      let rest = bits % 8
      return rest == 0 || (address.bytes[whole] ^ other.bytes[whole]) >> UInt8(8 - rest) == 0
    }
  }
}

/// A network in the settings that cannot be read.
package struct NetworkDiagnostic: Error, Sendable, Hashable, CustomStringConvertible {
  package var text: String

  package var description: String {
    "\"\(text)\" is not a network; write it like 127.0.0.0/8 or ::1/128"
  }
}
