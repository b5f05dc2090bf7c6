internal import Conversations
package import Foundation

/// How far a refresh has come.
package struct RefreshProgress: Sendable {
  /// How many feeds have been asked for and dealt with.
  package var done: Int
  /// How many are to be asked for in all.
  package var total: Int
  /// The feed that was dealt with last, without its credentials; empty before the first.
  package var feed: String { last.isEmpty ? "" : Address.redacted(last) }
  /// The same as it stands in the list; it is seldom shown, for the next one comes at once.
  var last: String
  /// What is being waited for, and for how long already; nil if nothing is slow.
  package var slow: (name: String, for: Duration)?
  /// The closed hosts that are waited for, and until when; nil while feeds are asked for.
  package var closed: (hosts: [String], until: Date)?

  package init(
    done: Int, total: Int, last: String = "", slow: (name: String, for: Duration)? = nil
  ) {
    self.done = done
    self.total = total
    self.last = last
    self.slow = slow
  }
}
