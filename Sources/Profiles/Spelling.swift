/// The one of `choices` that `word` was probably meant to be; nil if none is near.
///
/// Near is a Damerau–Levenshtein distance (optimal string alignment) of at most a third of the
/// word, or `farthest`, upper and lower case alike.
package func didYouMean(
  _ word: String, among choices: [String], within farthest: Int? = nil
) -> String? {
  let wanted = Array(word.lowercased().unicodeScalars)
  // Nobody misspells a long text into a key; the table below is quadratic.
  guard wanted.count <= 40 else { return nil }
  let limit = farthest ?? max(1, wanted.count / 3)
  var best: (choice: String, distance: Int)?
  for choice in choices {
    let candidate = Array(choice.lowercased().unicodeScalars)
    // So many letters would have to be added or dropped at least.
    guard abs(candidate.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, candidate)
    if distance <= limit, distance < best?.distance ?? .max { best = (choice, distance) }
  }
  return best?.choice
}

/// The number of letters added, dropped, replaced or swapped with their neighbour from `a` to `b`.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var above = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var cost = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      row.append(cost)
    }
    (before, above) = (above, row)
  }
  return above[b.count]
}
