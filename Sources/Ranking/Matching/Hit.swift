/// A place where a phrase stands.
struct Hit: Hashable {
  /// What stands there; of places that were joined the first.
  var phrase: PhraseTrie.PhraseID
  /// The number of the field in its reading.
  var field: Int
  /// The words before it in its field, and its own.
  var position: Int
  var length: Int
  /// Its bytes in the text of the field; none if only the index was read.
  var bytes: Range<Int>
}

/// What came of looking for a query in a reading.
struct Evaluation {
  var isMatch = false
  /// The places that made it match.
  var hits: [Hit] = []
  /// How often it stands there, each place counted by the weight of its field.
  var frequency = 0.0
}

extension Reading {
  /// Looks for `query`. `weights` has the worth of a hit in each field.
  func evaluate(
    _ query: CompiledQuery, weights: [Double], onlyTitle: Bool = false
  ) -> Evaluation {
    func evaluate(_ query: CompiledQuery) -> Evaluation {
      self.evaluate(query, weights: weights, onlyTitle: onlyTitle)
    }
    switch query {
    case .phrase(let phrase):
      let hits = hits(of: phrase)
      guard onlyTitle else { return Evaluation(places: Array(hits), weights: weights) }
      return Evaluation(
        places: hits.filter { fields[$0.field].kind == .title }, weights: weights)
    case .near(let left, let right, let distance):
      let places = near(evaluate(left).hits, evaluate(right).hits, within: distance)
      return Evaluation(places: places, weights: weights)
    case .all(let parts):
      var whole = Evaluation(isMatch: true, frequency: .infinity)
      for part in parts {
        let found = evaluate(part)
        guard found.isMatch else { return Evaluation() }
        whole.hits += found.hits
        // Together they stand as often as the rarest of them; NOT and scopes stand nowhere.
        if !found.hits.isEmpty { whole.frequency = min(whole.frequency, found.frequency) }
      }
      if whole.hits.isEmpty { whole.frequency = 0 }
      return whole
    case .any(let parts):
      var whole = Evaluation()
      for part in parts {
        let found = evaluate(part)
        whole.isMatch = whole.isMatch || found.isMatch
        whole.hits += found.hits
        whole.frequency += found.frequency
      }
      return whole
    case .not(let inner): return Evaluation(isMatch: !evaluate(inner).isMatch)
    case .title(let inner): return self.evaluate(inner, weights: weights, onlyTitle: true)
    case .community(let name): return Evaluation(isMatch: community.map { $0 == name } ?? true)
    case .author(let name): return Evaluation(isMatch: authors?.contains(name) ?? true)
    }
  }

  /// The places that reach from a left hit to its nearest right one, at most `distance` words apart.
  private func near(_ left: [Hit], _ right: [Hit], within distance: Int) -> [Hit] {
    let right = right.sorted { ($0.field, $0.position) < ($1.field, $1.position) }
    return left.compactMap { hit in
      // The right hits of its field that start after it and before it, the nearest of each.
      var low = 0
      var high = right.count
      while low < high {
        let middle = (low + high) / 2
        let other = right[middle]
        if (other.field, other.position) < (hit.field, hit.position) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      let neighbours = right[max(0, low - 1)..<min(right.count, low + 2)]
      let nearest = neighbours.filter { $0.gap(to: hit) ?? .max <= distance }
        .min { ($0.gap(to: hit) ?? .max) < ($1.gap(to: hit) ?? .max) }
      return nearest.map { hit.joined(with: $0) }
    }
  }
}

extension Evaluation {
  fileprivate init(places: [Hit], weights: [Double]) {
    isMatch = !places.isEmpty
    hits = places
    frequency = places.reduce(0) { $0 + weights[$1.field] }
  }
}

extension Hit {
  /// How many words apart two hits are, neighbours being one apart; nil if they overlap or stand in
  /// different fields.
  fileprivate func gap(to other: Hit) -> Int? {
    guard field == other.field else { return nil }
    let (first, second) = position <= other.position ? (self, other) : (other, self)
    let gap = second.position - (first.position + first.length) + 1
    return gap >= 1 ? gap : nil
  }

  fileprivate func joined(with other: Hit) -> Hit {
    let start = min(position, other.position)
    let end = max(position + length, other.position + other.length)
    let bytes =
      min(bytes.lowerBound, other.bytes.lowerBound)..<max(bytes.upperBound, other.bytes.upperBound)
    return Hit(
      phrase: phrase, field: field, position: start, length: end - start, bytes: bytes)
  }
}
