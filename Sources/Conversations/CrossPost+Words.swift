/// How the words of two texts differ, those that two texts of one writer may differ in left out.
struct Changes {
  private let here: [Wording.Word]
  private let there: [Wording.Word]
  private let words: Int

  init(_ left: Post, _ right: Post) {
    let (one, other) = (Wording(left.text).words, Wording(right.text).words)
    let excused = Self.excused(left, right)
    here = Self.missing(one, in: other, excused)
    there = Self.missing(other, in: one, excused)
    words = min(one.count, other.count)
  }

  var areNone: Bool { here.isEmpty && there.isEmpty }

  /// Whether nothing in one stands in the place of something in the other: more words on one side are
  /// an addition, other spellings the same words, and a few plain ones a matter of style.
  var areHarmless: Bool {
    if here.isEmpty || there.isEmpty { return true }
    let (few, many) = here.count < there.count ? (here, there) : (there, here)
    guard !(few + many).contains(where: { $0.hasDigit || $0.isName }) else {
      return false
    }
    if few.allSatisfy({ word in many.contains { areSpellings(word.text, $0.text) } }) {
      return true
    }
    return few.count <= max(1, words / 25)
  }

  /// The words that stand more often in one list than in another, once for each time.
  private static func missing(
    _ words: [Wording.Word], in others: [Wording.Word], _ excused: Set<String>
  ) -> [Wording.Word] {
    var counts: [String: Int] = [:]
    for word in others { counts[word.text, default: 0] += 1 }
    return words.filter { word in
      guard !excused.contains(word.text) else { return false }
      counts[word.text, default: 0] -= 1
      return counts[word.text, default: 0] < 0
    }
  }

  /// The names of the rooms, and what is said to greet them.
  static func excused(_ left: Post, _ right: Post) -> Set<String> {
    let names = Wording(left.community).words + Wording(right.community).words
    return names.reduce(into: alwaysExcused) { $0.insert($1.text) }
  }

  /// “definitely” and “definately”.
  private func areSpellings(_ left: String, _ right: String) -> Bool {
    let (a, b) = (Array(left.utf8), Array(right.utf8))
    guard min(a.count, b.count) >= 5, abs(a.count - b.count) <= 2 else { return false }
    var row = Array(0...b.count)
    for (i, byte) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let cost = min(row[j] + 1, row[j + 1] + 1, diagonal + (byte == other ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count] <= 2
  }
}

/// How close two titles are.
struct TitleComparison {
  private let one: [String]
  private let other: [String]
  private let shared: Int

  init(_ left: Post, _ right: Post) {
    let excused = Changes.excused(left, right)
    func telling(_ post: Post) -> [String] {
      Wording(post.title).words.map(\.text).filter { !excused.contains($0) }
    }
    (one, other) = (telling(left), telling(right))
    shared = Set(one).intersection(other).count
  }

  private var few: Int { min(Set(one).count, Set(other).count) }
  private var all: Int { Set(one).union(other).count }

  /// Whether both tell numbers, and not the same: versions, years, parts.
  var differsInNumbers: Bool {
    func numbers(_ words: [String]) -> Set<String> {
      Set(words.filter { $0.utf8.contains(where: \.isDigit) })
    }
    let (a, b) = (numbers(one), numbers(other))
    return !a.isSubset(of: b) && !b.isSubset(of: a)
  }

  /// Whether they are one title, but for a word or two of many.
  var isSame: Bool {
    guard few >= 2 else { return few == 1 && Set(one) == Set(other) && one.count == other.count }
    return !differsInNumbers && !isForm && 5 * shared >= 4 * all
  }

  /// Whether what one tells is told by the other, or by most words of it; also if one has no title.
  var isClose: Bool {
    if one.isEmpty || other.isEmpty { return true }
    return !differsInNumbers && !isForm && 3 * shared >= 2 * few
  }

  /// Whether they share something to speak of.
  var isLoose: Bool { !differsInNumbers && !isForm && 3 * shared >= few && shared > 0 }

  /// Whether they are one form that was filled in differently: “Barista in Berlin”, “Barista in Munich”.
  private var isForm: Bool {
    guard one.count == other.count, one.count > 1 else { return false }
    let differing = zip(one, other).count { $0 != $1 }
    return differing > 0 && 2 * differing <= one.count
  }
}

private let alwaysExcused = plainWords.union(greetings)

/// Words that say nothing on their own.
private let plainWords: Set<String> = [
  "a", "an", "the", "and", "or", "but", "if", "of", "to", "in", "on", "at", "for", "with", "from",
  "by", "as", "is", "are", "was", "were", "be", "been", "am", "do", "does", "did", "have", "has",
  "had", "i", "you", "he", "she", "it", "we", "they", "me", "my", "your", "our", "their", "its",
  "this", "that", "these", "those", "there", "here", "so", "just", "also", "any", "some", "can",
  "could", "would", "should", "will", "not", "what", "which", "how", "i'm", "i've", "it's",
]

/// How rooms are greeted, and how it is said that something was posted elsewhere too.
private let greetings: Set<String> = [
  "hi", "hello", "hey", "all", "everyone", "everybody", "folks", "guys", "thanks", "please",
  "subreddit", "sub", "r", "forum", "community", "group", "crosspost", "crossposted",
  "crossposting", "cross-post", "cross-posted", "cross-posting", "x-post", "x-posted", "xpost",
  "posted", "posting", "repost", "show", "hn", "hoi", "hallo", "beste", "allemaal", "iedereen",
  "bedankt", "alvast", "dank", "groetjes", "danke", "vielen", "liebe", "zusammen", "moin", "servus",
  "bonjour", "salut", "merci", "tous", "hola", "gracias", "saludos", "todos",
]
