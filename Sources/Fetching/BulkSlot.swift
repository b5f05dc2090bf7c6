/// The right to hold a large body in memory; given back when nobody holds it any more.
///
/// 64 connections times 64 MB would be 4 GB: all large bodies but two wait on the wire. The answer
/// carries its slot, so that one that waits to be parsed still counts.
final class BulkSlot: Sendable {
  private let release: @Sendable () -> Void

  init(release: @escaping @Sendable () -> Void) { self.release = release }

  deinit { release() }
}
