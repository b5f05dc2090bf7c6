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
    return CueFindings.weighed(title: inTitle, body: inBody, words: tokens.body.count)
  }

  /// In more than so many words, only those at their start and their end say what a text is for.
  fileprivate static let long = 200
  fileprivate static let edge = 70

  private static func findings(
    in text: String, _ tokens: [Tokenizer.Token], _ language: inout Language
  ) -> CueFindings {
    guard !tokens.isEmpty else { return CueFindings() }
    var text = text
    return text.withUTF8 { bytes in
      var findings = CueFindings()
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
    _ findings: inout CueFindings
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
    _ bytes: UnsafeBufferPointer<UInt8>, _ findings: inout CueFindings
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
