/// Tells the cues of posts from their words, each post in its own language.
struct CueReader {
  private var languages: [String: Language] = [:]
  private var generation = 0

  /// What is known of the words of a language.
  fileprivate struct Language {
    let automaton: CueAutomaton
    let stemmer: Stemmer
    /// The class of the tokenizer's forms: which atoms each is; -1 for those not met yet.
    var classes: [Int32] = []
    /// The atoms of each class; of the first, no atoms.
    var atoms: [[CueAutomaton.Atom]] = [[]]
    /// The nodes that a phrase reaches by a word of the class.
    var starts: [[Int]] = [[]]
    var numbers: [[CueAutomaton.Atom]: Int32] = [[]: 0]
  }

  /// What was found in a text.
  fileprivate struct Findings {
    var cues: Cues = []
    var matches: [CueMatch] = []
    /// Whether somebody speaks for themselves, and whether something is shown.
    var hasSpeaker = false
    var isAnnouncement = false
    /// Questions with a mark that stand where somebody asks, in words that none of the lists has.
    var marked: [CueMatch] = []
    /// The number of the sentence that is read, and of those in which somebody speaks.
    var sentence = 0
    var spoken: [Int] = []
    /// Words of trouble, by the number of their sentence.
    var troubles: [(match: CueMatch, sentence: Int)] = []

    /// Those of somebody who speaks for themselves in the same sentence or in one beside it.
    var ownTroubles: [CueMatch] {
      troubles.filter { trouble in
        spoken.contains { abs($0 - trouble.sentence) <= 1 }
      }.map(\.match)
    }
  }

  /// A phrase in a sentence, by the places of its words in it.
  fileprivate struct Found {
    var end: CueAutomaton.End
    var words: Range<Int>
  }

  /// The cues of a post whose words `tokens` are. The tokenizer must have made them last.
  mutating func cues(
    of tokens: PostTokenizer.Tokens, title: String, body: String, by tokenizer: PostTokenizer
  ) -> PostCues {
    let (title, body) = read(tokens, title: title, body: body, by: tokenizer)
    return PostCues(
      title: title.reduce(into: []) { $0.formUnion($1.cue) },
      body: body.reduce(into: []) { $0.formUnion($1.cue) })
  }

  /// The places that give the cues of a post whose words `tokens` are.
  mutating func read(
    _ tokens: PostTokenizer.Tokens, title: String, body: String, by tokenizer: PostTokenizer
  ) -> (title: [CueMatch], body: [CueMatch]) {
    if tokenizer.generation != generation {
      generation = tokenizer.generation
      languages.removeAll()
    }
    let name = tokens.language
    // Taken out, so that its arrays are not copied when they change.
    var language = languages.removeValue(forKey: name) ?? Language(name)
    defer { languages[name] = language }
    language.meet(tokens, tokenizer)
    let inTitle = Self.findings(in: title, tokens.title, &language)
    let inBody = Self.findings(in: body, tokens.body, &language)
    // In a text that shows something, questions and problems are part of the show.
    if inTitle.isAnnouncement || inBody.isAnnouncement {
      return (
        inTitle.matches.filter { $0.cue.isDisjoint(with: .asking) },
        Self.telling(inBody.matches).filter { $0.cue.isDisjoint(with: .asking) }
      )
    }
    let hasSpeaker = inBody.hasSpeaker || inTitle.hasSpeaker
    var matches = Self.telling(inBody.matches)
    if hasSpeaker { matches += inBody.marked }
    // A headline asks what its article answers: somebody must be there who asks.
    var titled = inTitle.matches
    if hasSpeaker || tokens.body.isEmpty || !inBody.marked.isEmpty {
      titled += inTitle.marked
    }
    // Who sells or hires asks for buyers and for hands.
    if (titled + matches).contains(where: { $0.cue == .advert }) {
      titled.removeAll { !$0.cue.isDisjoint(with: .asking) }
      matches.removeAll { !$0.cue.isDisjoint(with: .asking) }
      return (titled, matches)
    }
    let asks = (titled + matches).contains {
      !$0.cue.isDisjoint(with: [.question, .recommendation])
    }
    let troubles = (
      title: hasSpeaker ? inTitle.troubles.map(\.match) : [], body: inBody.ownTroubles
    )
    let weight =
      2 * (titled + matches).count { $0.cue == .problem }
      + troubles.title.count + troubles.body.count
    // News tell of others' problems, and in a long story something always goes wrong; it is told for
    // help if help is asked for.
    let isTold = hasSpeaker || asks || tokens.body.isEmpty
    if isTold, weight >= (tokens.body.count <= Self.short ? 2 : asks ? 3 : 4) {
      titled += troubles.title
      matches += troubles.body
    } else {
      titled.removeAll { $0.cue == .problem }
      matches.removeAll { $0.cue == .problem }
    }
    return (titled, matches)
  }

  /// So many words are read to the end by everybody.
  private static let short = 120
  /// In more than so many words, only those at their start and their end say what a text is for.
  fileprivate static let long = 200
  fileprivate static let edge = 70

  /// Without what gives no cue in running text: one phrase of adverts stands in any.
  private static func telling(_ matches: [CueMatch]) -> [CueMatch] {
    guard matches.count(where: { $0.cue == .advert }) == 1 else { return matches }
    return matches.filter { $0.cue != .advert }
  }

  private static func findings(
    in text: String, _ tokens: [Tokenizer.Token], _ language: inout Language
  ) -> Findings {
    guard !tokens.isEmpty else { return Findings() }
    var text = text
    return text.withUTF8 { bytes in
      var findings = Findings()
      var scanner = SentenceScanner(bytes)
      scanner.scan(tokens) { sentence in
        guard !sentence.isQuoted, let first = sentence.words.first else { return }
        let isMiddle =
          tokens.count > Self.long && first > Self.edge && first < tokens.count - Self.edge
        findings.sentence += 1
        let (cues, marked) = (findings.matches.count, findings.marked.count)
        let troubles = findings.troubles.count
        language.read(sentence, tokens, bytes, &findings)
        guard isMiddle else { return }
        findings.marked.removeLast(findings.marked.count - marked)
        findings.troubles.removeLast(findings.troubles.count - troubles)
        let told = findings.matches[cues...].filter { $0.cue.isDisjoint(with: .asking) }
        findings.matches.replaceSubrange(cues..., with: told)
      }
      return findings
    }
  }
}

extension CueReader.Language {
  fileprivate init(_ name: String) {
    automaton = CueAutomaton.of(name)
    stemmer = Stemmer(language: name)
  }

  /// Puts the forms that are new into classes.
  fileprivate mutating func meet(_ tokens: PostTokenizer.Tokens, _ tokenizer: PostTokenizer) {
    for token in tokens.title { meet(token.form, tokens.language, tokenizer) }
    for token in tokens.body { meet(token.form, tokens.language, tokenizer) }
  }

  private mutating func meet(
    _ form: Lexicon.Form, _ name: String, _ tokenizer: PostTokenizer
  ) {
    let form = Int(form)
    if form < classes.count, classes[form] >= 0 { return }
    let lexicon = tokenizer.lexicon(name)
    let missing = lexicon.entries.count - classes.count
    if missing > 0 { classes.append(contentsOf: repeatElement(-1, count: missing)) }
    let atoms = automaton.atoms(
      of: lexicon.text(of: Lexicon.Form(form)).lowercased(), stemmer)
    if let known = numbers[atoms] {
      classes[form] = known
      return
    }
    let number = Int32(self.atoms.count)
    numbers[atoms] = number
    self.atoms.append(atoms)
    starts.append(
      automaton.nodes[0].edges.filter { atoms.contains($0.atom) }.map(\.node))
    classes[form] = number
  }

  fileprivate func read(
    _ sentence: Sentence, _ tokens: [Tokenizer.Token], _ bytes: UnsafeBufferPointer<UInt8>,
    _ findings: inout CueReader.Findings
  ) {
    var found: [CueReader.Found] = []
    let words = sentence.words
    for place in words.indices {
      let kind = Int(classes[Int(tokens[words[place]].form)])
      guard kind > 0 else { continue }
      for node in starts[kind] {
        descend(
          from: node, place..<place + 1, sentence, tokens, bytes, &found)
      }
    }
    tell(found, sentence, tokens, bytes, &findings)
  }

  private func descend(
    from node: Int, _ range: Range<Int>, _ sentence: Sentence, _ tokens: [Tokenizer.Token],
    _ bytes: UnsafeBufferPointer<UInt8>, _ found: inout [CueReader.Found]
  ) {
    let node = automaton.nodes[node]
    for end in node.ends where fits(end, range, sentence, tokens, bytes) {
      found.append(CueReader.Found(end: end, words: range))
    }
    for edge in node.edges {
      for next in range.upperBound...range.upperBound + edge.gap {
        guard next < sentence.words.count else { break }
        let kind = Int(classes[Int(tokens[sentence.words[next]].form)])
        guard kind > 0, atoms[kind].contains(edge.atom) else { continue }
        descend(
          from: edge.node, range.lowerBound..<next + 1, sentence, tokens, bytes, &found)
        break
      }
    }
  }

  private func fits(
    _ end: CueAutomaton.End, _ range: Range<Int>, _ sentence: Sentence,
    _ tokens: [Tokenizer.Token], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    if end.startsSentence, range.lowerBound > end.leadingGap { return false }
    let rest = sentence.words.count - range.upperBound
    if end.endsSentence, rest > end.trailingGap { return false }
    if end.isAsked, !sentence.isAsked { return false }
    guard end.isBracketed else { return true }
    let first = Int(tokens[sentence.words[range.lowerBound]].start)
    let last = Int(tokens[sentence.words[range.upperBound - 1]].end)
    return first > 0 && bytes[first - 1] == UInt8(ascii: "[") && last < bytes.count
      && bytes[last] == UInt8(ascii: "]")
  }

  private func tell(
    _ found: [CueReader.Found], _ sentence: Sentence, _ tokens: [Tokenizer.Token],
    _ bytes: UnsafeBufferPointer<UInt8>, _ findings: inout CueReader.Findings
  ) {
    var told: Cues = []
    var trouble: Range<Int>?
    var isRhetorical = false
    for one in found where !one.end.isException {
      let isExcepted = found.contains {
        $0.end.isException && $0.end.outcome.excepts(one.end.outcome)
          && $0.words.overlaps(one.words)
      }
      guard !isExcepted else { continue }
      switch one.end.outcome {
      case .rhetorical: isRhetorical = true
      case .speaker:
        findings.hasSpeaker = true
        findings.spoken.append(findings.sentence)
      case .trouble: trouble = trouble ?? one.words
      // Who asks whether something is sold does not sell.
      case .advert where sentence.isAsked && !one.end.isBracketed: break
      case .announcement: findings.isAnnouncement = true
      case let outcome where told.isDisjoint(with: outcome.cue):
        told.formUnion(outcome.cue)
        findings.matches.append(match(outcome.cue, one.words, sentence, tokens, bytes))
      default: break
      }
    }
    if isRhetorical {
      let start = Int(tokens[sentence.words[0]].start)
      findings.matches.removeAll {
        [.question, .recommendation].contains($0.cue) && $0.bytes.lowerBound >= start
      }
    }
    if let trouble, !told.contains(.problem) {
      findings.troubles.append(
        (match(.problem, trouble, sentence, tokens, bytes), findings.sentence))
    }
    guard sentence.isAsked, !isRhetorical, !told.contains(.question) else { return }
    findings.marked.append(match(.question, 0..<1, sentence, tokens, bytes))
  }

  /// The place of some words of a sentence, with a few around them.
  private func match(
    _ cue: Cues, _ words: Range<Int>, _ sentence: Sentence, _ tokens: [Tokenizer.Token],
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> CueMatch {
    let all = sentence.words
    let first = max(0, words.lowerBound - 2)
    let last = min(all.count - 1, words.upperBound + 3)
    var start = Int(tokens[all[first]].start)
    if start > 0, bytes[start - 1] == UInt8(ascii: "[") { start -= 1 }
    return CueMatch(
      cue: cue, bytes: start..<Int(tokens[all[last]].end),
      isCutBefore: first > 0, isCutAfter: last < all.count - 1)
  }
}
