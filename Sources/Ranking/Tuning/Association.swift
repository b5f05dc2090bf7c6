internal import Foundation

/// How much more often something stands in some texts than in others.
struct Association {
  /// The texts that matter, and in how many of them it stands.
  var inside: Int
  var insideWith: Int
  /// The other texts.
  var outside: Int
  var outsideWith: Int

  /// Whether it stands in a larger share of the texts that matter.
  var isPositive: Bool {
    Double(insideWith) * Double(outside) > Double(outsideWith) * Double(inside)
  }

  /// The log-likelihood ratio G² (T. Dunning: "Accurate methods for the statistics of surprise and
  /// coincidence", 1993): 6.6 comes about by chance once in a hundred times, 10.8 once in a thousand.
  var likelihoodRatio: Double {
    let rows = [
      (Double(insideWith), Double(inside)), (Double(outsideWith), Double(outside)),
    ]
    let with = rows[0].0 + rows[1].0
    let all = rows[0].1 + rows[1].1
    guard all > 0 else { return 0 }
    var sum = 0.0
    for (count, total) in rows {
      for (observed, share) in [(count, with / all), (total - count, 1 - with / all)]
      where observed > 0 {
        sum += observed * log(observed / (total * share))
      }
    }
    return max(0, 2 * sum)
  }

  /// How many times as likely it stands in a text that matters as in another, in powers of two; half a
  /// text is imagined on each side, so that nothing is endless.
  var lift: Double {
    let within = (Double(insideWith) + 0.5) / (Double(inside) + 1)
    let without = (Double(outsideWith) + 0.5) / (Double(outside) + 1)
    return log2(within / without)
  }

  /// The weight that this is worth, from 1, not yet rounded: four times as likely for each. 5 is for a
  /// person to give.
  var weight: Double { min(4, max(1, lift / 2)) }
}
