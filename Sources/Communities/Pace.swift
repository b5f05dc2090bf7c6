/// How often a place wants to be asked, as far as its answers do not tell it themselves.
package struct Pace: Sendable, Hashable {
  /// A feed is not worth asking for more often than this.
  package var every: Duration
  /// Two requests to the place should be this far apart, whichever of its feeds they are for.
  package var apart: Duration

  package init(every: Duration, apart: Duration = .zero) {
    self.every = every
    self.apart = apart
  }
}
