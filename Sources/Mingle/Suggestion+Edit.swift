package import Profiles
package import Ranking

extension Suggestion {
  /// The edit of the file that follows it.
  package var edit: ProfileEdit {
    switch change {
    case .add(let weight): .set(expression, weight: weight)
    case .hide: .never(expression)
    case .reweigh(_, let weight, _): .set(expression, weight: weight)
    case .remove: .remove(expression)
    }
  }
}
