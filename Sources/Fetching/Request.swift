package import Conversations
internal import Synchronization

/// One question to a server: a GET, conditional if validators are known.
package struct Request: Sendable, Hashable {
  package var address: Address
  /// They are only sent to the URL that gave them, be it this address or a hop behind it.
  package var validators: Visit.Validators?
  /// Whether redirects are followed, or left to whoever asks.
  package var followsRedirects = true
  /// How long the answer may take, with all its hops; no longer than the transport's own limit.
  package var patience = Duration.seconds(60)

  package init(address: Address, validators: Visit.Validators? = nil) {
    self.address = address
    self.validators = validators
  }
}

/// What a server answered.
package struct Answer: Sendable {
  /// The address that gave the answer.
  package var address: Address
  package var status: Int
  package var headers: Headers
  /// The decompressed body of a 2xx answer; empty for all others, and once it was taken.
  package var body: [UInt8] { bytes.whole }
  private var bytes: Bytes
  /// The redirects that led here, in order; empty if there were none.
  package var hops: [Hop]
  /// Where the answer itself leads, if it is a redirect that is left to whoever asked.
  package var next: Address?
  /// Held as long as a large body, or what was read from it, is in memory; nil for a small one. Whoever
  /// keeps one for long keeps out others.
  package internal(set) var slot: BulkSlot?

  /// One redirect that was followed.
  package struct Hop: Sendable, Hashable {
    package var from: Address
    package var status: Int
    package var to: Address

    /// Whether the server said that it is for good (301, 308).
    package var isPermanent: Bool { status == 301 || status == 308 }

    package init(from: Address, status: Int, to: Address) {
      self.from = from
      self.status = status
      self.to = to
    }
  }

  package init(
    address: Address, status: Int, headers: Headers = Headers(), body: [UInt8] = [],
    hops: [Hop] = []
  ) {
    self.address = address
    self.status = status
    self.headers = headers
    bytes = Bytes(body)
    self.hops = hops
  }

  /// The body, which nobody else then holds any more: whoever reads it can let it go. Copies of an
  /// answer share it.
  package func takeBody() -> [UInt8] { bytes.take() }

  /// The same answer with a body that is taken by itself.
  var separate: Answer {
    var answer = self
    answer.bytes = Bytes(body)
    return answer
  }

  private final class Bytes: Sendable {
    private let bytes: Mutex<[UInt8]>

    init(_ bytes: [UInt8]) { self.bytes = Mutex(bytes) }

    var whole: [UInt8] { bytes.withLock { $0 } }

    func take() -> [UInt8] {
      bytes.withLock { bytes in
        let whole = bytes
        bytes = []
        return whole
      }
    }
  }

  /// Whether a whole document was sent: a part (206) was not asked for.
  package var isDocument: Bool { (200...299).contains(status) && status != 206 }

  /// Where the leading run of permanent redirects leads; nil if there is none.
  package var permanentTarget: Address? { hops.prefix(while: \.isPermanent).last?.to }
}

extension [Answer.Hop] {
  /// Why these redirects are followed no further, if they are not. Nothing is remembered between two
  /// hops: a circle would go on for ever.
  func end(after most: Int) -> TransportFailure? {
    guard let target = last?.to else { return nil }
    if contains(where: { $0.from.asked == target }) { return .redirectLoop }
    return count > most ? .tooManyRedirects(most) : nil
  }
}

/// The way to the network: libcurl in the program, a script in tests.
package protocol Transport: Sendable {
  /// Asks and follows redirects; never throws, for a failure of one feed is an ordinary value.
  func send(_ request: Request) async -> Result<Answer, TransportFailure>

  /// How many requests may be open at once for want of file handles or the like.
  var width: Int { get }
}

extension Transport {
  package var width: Int { .max }
}
