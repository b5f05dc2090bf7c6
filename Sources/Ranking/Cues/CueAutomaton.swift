internal import Synchronization

/// The phrases of a `CueList` as a trie over words.
struct CueAutomaton: Sendable {
  /// What a phrase tells.
  enum Outcome: Int, Sendable, CaseIterable {
    case question, rhetorical, speaker, announcement, recommendation, problem, trouble, solved,
      advert, bot

    var cue: Cues {
      switch self {
      case .question: .question
      case .recommendation: .recommendation
      case .problem, .trouble: .problem
      case .solved: .solved
      case .advert: .advert
      case .bot: .bot
      case .rhetorical, .speaker, .announcement: []
      }
    }

    /// Whether its exceptions are those of another one: what is no problem is no trouble.
    func excepts(_ other: Outcome) -> Bool {
      self == other || (self, other) == (.problem, .trouble)
    }
  }

  /// The end of a phrase, with what must be so around it.
  struct End: Sendable {
    var outcome: Outcome
    var isException = false
    var startsSentence = false
    var endsSentence = false
    var isAsked = false
    var isBracketed = false
    /// So many other words may stand between it and that start, and that end.
    var leadingGap = 0
    var trailingGap = 0
  }

  /// A way on from a node: one of some words, at most so many others before it.
  struct Edge: Sendable {
    var atom: Atom
    var gap: Int
    var node: Int
  }

  struct Node: Sendable {
    var ends: [End] = []
    var edges: [Edge] = []
  }

  /// Some words that stand for each other, by number.
  typealias Atom = UInt16

  let language: String
  private(set) var nodes = [Node()]
  private var atoms: [String: Atom] = [:]
  private var byWord: [String: [Atom]] = [:]
  private var byStem: [String: [Atom]] = [:]

  /// The phrases of a language, by its Snowball name; of those without a list there are none.
  ///
  /// Each is made when a post of it comes by: making all five was a tenth of listing a day.
  static func of(_ language: String) -> CueAutomaton {
    made.withLock { made in
      if let known = made[language] { return known }
      let list = CueList.all.first { $0.language == language } ?? CueList(language: language)
      let automaton = CueAutomaton(list)
      made[language] = automaton
      return automaton
    }
  }

  private static let made = Mutex<[String: CueAutomaton]>([:])

  init(_ list: CueList) {
    language = list.language
    let stemmer = Stemmer(language: list.language)
    for outcome in Outcome.allCases {
      for line in list.phrases(of: outcome).split(separator: "\n") {
        add(line.split(separator: " ").map(String.init), outcome, stemmer)
      }
    }
  }

  private mutating func add(_ words: [String], _ outcome: Outcome, _ stemmer: Stemmer) {
    var end = End(outcome: outcome)
    var node = 0
    var gap = 0
    for (place, word) in words.enumerated() {
      switch word {
      case "not" where place == 0: end.isException = true
      case "^": end.startsSentence = true
      case "$": end.endsSentence = true
      case "?": end.isAsked = true
      case _ where word.hasPrefix("_"): gap = Int(word.dropFirst()) ?? 1
      default:
        var text = word[...]
        if text.hasPrefix("["), text.hasSuffix("]") {
          end.isBracketed = true
          text = text.dropFirst().dropLast()
        }
        if node == 0 { (end.leadingGap, gap) = (gap, 0) }
        node = next(from: node, atom(String(text), stemmer), gap: gap)
        gap = 0
      }
    }
    end.trailingGap = gap
    if node != 0 { nodes[node].ends.append(end) }
  }

  private mutating func next(from node: Int, _ atom: Atom, gap: Int) -> Int {
    if let edge = nodes[node].edges.first(where: { $0.atom == atom && $0.gap == gap }) {
      return edge.node
    }
    nodes.append(Node())
    nodes[node].edges.append(Edge(atom: atom, gap: gap, node: nodes.count - 1))
    return nodes.count - 1
  }

  private mutating func atom(_ text: String, _ stemmer: Stemmer) -> Atom {
    if let known = atoms[text] { return known }
    let atom = Atom(atoms.count)
    atoms[text] = atom
    for word in text.split(separator: "|") {
      let forms = WordForms(String(word.filter { $0 != "~" }), stemmer: stemmer)
      if word.hasSuffix("~") {
        byStem[forms.stem, default: []].append(atom)
      } else {
        byWord[forms.folded, default: []].append(atom)
      }
    }
    return atom
  }

  /// Which words of the phrases a word of a text, in small letters, is.
  func atoms(of word: String, _ stemmer: Stemmer) -> [Atom] {
    let forms = WordForms(word, stemmer: stemmer)
    return (byWord[forms.folded] ?? []) + (byStem[forms.stem] ?? [])
  }
}

extension CueList {
  fileprivate func phrases(of outcome: CueAutomaton.Outcome) -> String {
    switch outcome {
    case .question: question
    case .rhetorical: rhetorical
    case .speaker: speaker
    case .announcement: announcement
    case .recommendation: recommendation
    case .problem: problem
    case .trouble: trouble
    case .solved: solved
    case .advert: advert
    case .bot: bot
    }
  }
}
