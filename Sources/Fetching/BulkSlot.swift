/// How large a body may be in memory.
///
/// Sixty-four connections times 64 MB would be 4 GB. So small bodies are always let in, a few of a few
/// megabytes at a time, and of larger ones a single one: the others wait on the wire.
enum BodyRoom: Sendable {
  case small, middle, large

  var bytes: Int {
    switch self {
    case .small: 256 << 10
    case .middle: 4 << 20
    case .large: .max
    }
  }

  /// How many such bodies may be in memory at once.
  var places: Int {
    switch self {
    case .small: .max
    case .middle: 4
    case .large: 1
    }
  }

  var next: BodyRoom { self == .small ? .middle : .large }
}

/// The right to hold a large body in memory; given back when nobody holds it any more.
///
/// The answer carries its slot, and so does what is read from it: what waits to be stored still counts.
package final class BulkSlot: Sendable {
  private let release: @Sendable () -> Void

  init(release: @escaping @Sendable () -> Void) { self.release = release }

  deinit { release() }
}
