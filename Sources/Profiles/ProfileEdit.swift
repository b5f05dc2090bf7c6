package import Conversations

/// One change to a profile.
package enum ProfileEdit: Sendable, Hashable {
  /// Gives a keyword its weight, from 1 to 5; adds the keyword if it is new.
  case set(String, weight: Double)
  /// Takes an expression off the keywords and off what is never shown.
  case remove(String)
  /// Adds an expression to what is never shown.
  case never(String)
}

/// Why a profile was not changed: everything that is in the way.
package struct ProfileEditFailure: Error, Sendable, Hashable {
  package var diagnostics: [Diagnostic]
}

extension Profile {
  /// The bytes of a profile file with some changes, and all else in it as it was, to the last byte.
  ///
  /// Throws, for a person, if the file or a change has a mistake, and if the result would not read as
  /// the same profile with these changes and no other.
  package static func edited(
    _ bytes: [UInt8], by edits: [ProfileEdit], path: String
  ) throws(ProfileEditFailure) -> [UInt8] {
    let before = draft(bytes: bytes, path: path)
    guard var expected = before.profile else {
      throw ProfileEditFailure(diagnostics: before.diagnostics.filter { $0.severity == .error })
    }
    let last = expected.keywords.last
    var edited = bytes
    do {
      for edit in edits {
        let edit = try edit.checked()
        var editor = ProfileEditor(bytes: edited, path: path)
        try editor.apply(edit)
        edited = editor.result
        if case .remove(let text) = edit {
          // Listed twice, it is there still.
          for _ in 1..<max(1, editor.count(of: text)) {
            editor = ProfileEditor(bytes: edited, path: path)
            try editor.apply(edit)
            edited = editor.result
          }
        }
        try expected.apply(edit)
      }
    } catch {
      throw ProfileEditFailure(diagnostics: [error])
    }
    if edited == bytes { return bytes }
    if let last, expected.keywords.isEmpty {
      throw ProfileEditFailure(diagnostics: [
        Diagnostic(
          path: path, line: last.line,
          message: "\(quoted(last.text)) is the last keyword, and a profile needs one",
          remedy: "Set another one first: mingle profile set EXPRESSION WEIGHT.")
      ])
    }
    let after = read(bytes: edited, path: path)
    guard let profile = after.profile else {
      throw ProfileEditFailure(
        diagnostics: after.diagnostics.filter { $0.severity == .error }.map { diagnostic in
          var diagnostic = diagnostic
          diagnostic.message = "not changed, as after it \(diagnostic.message)"
          return diagnostic
        })
    }
    guard profile.withoutLines == expected.withoutLines else {
      throw ProfileEditFailure(diagnostics: [.unreachable(path: path, line: nil)])
    }
    return edited
  }

  /// The profile as it would be, to hold the edited file against.
  private mutating func apply(_ edit: ProfileEdit) throws(Diagnostic) {
    // The reader shows an expression without what cannot be seen, and looks for it with that.
    func isSame(_ one: String, _ other: String) -> Bool {
      Profiles.isSame(one, harmless(other))
    }
    switch edit {
    case .set(let text, let weight):
      if let index = keywords.firstIndex(where: { isSame($0.text, text) }) {
        keywords[index].weight = weight
      } else {
        keywords.append(
          Keyword(text: harmless(text), query: try query(of: text), weight: weight, line: 0))
      }
    case .remove(let text):
      keywords.removeAll { isSame($0.text, text) }
      never.removeAll { isSame($0.text, text) }
    case .never(let text):
      guard !never.contains(where: { isSame($0.text, text) }) else { return }
      never.append(Exclusion(text: harmless(text), query: try query(of: text), line: 0))
    }
  }

  private var withoutLines: Profile {
    var profile = self
    for index in keywords.indices { profile.keywords[index].line = 0 }
    for index in never.indices { profile.never[index].line = 0 }
    for index in communities.indices { profile.communities[index].line = 0 }
    for index in voices.indices { profile.voices[index].line = 0 }
    for index in competitors.indices { profile.competitors[index].line = 0 }
    profile.us.line = nil
    return profile
  }
}

/// Whether two expressions are one to people.
package func isSame(_ one: String, _ other: String) -> Bool {
  plainExpression(one) == plainExpression(other)
}

extension ProfileEdit {
  /// The edit with its expression in one line; throws what is wrong with it.
  fileprivate func checked() throws(Diagnostic) -> ProfileEdit {
    switch self {
    case .remove(let text): return .remove(spaced(text))
    case .never(let text):
      let text = spaced(text)
      _ = try query(of: text)
      return .never(text)
    case .set(let text, let weight):
      let text = spaced(text)
      let query = try query(of: text)
      if let (message, remedy) = query.fault(asKeyword: text) {
        throw .inExpression(text, 0, message, remedy)
      }
      guard (1...5).contains(weight) else {
        let number = abs(weight) < 1e9 ? ProfileEditor.written(weight) : String(weight)
        throw Diagnostic(
          path: "the weight",
          message: "\(quoted(text)) needs a weight from 1 (mild) to 5 (our thing), not \(number)",
          remedy: "Write a number in that range.")
      }
      // YAML's own bound for a key (1,024 characters), with room for quotes.
      let count = text.unicodeScalars.count
      guard count <= 1000 else {
        throw .inExpression(
          text, 0, "the expression has \(count) characters, and a keyword may have 1000",
          "Make several of it.")
      }
      return .set(text, weight: weight)
    }
  }
}

private func query(of text: String) throws(Diagnostic) -> Query {
  let scalars = text.unicodeScalars
  if let bad = scalars.firstIndex(where: { !isWritable($0) }) {
    throw .inExpression(
      text, scalars.distance(from: scalars.startIndex, to: bad),
      "there is a character here that cannot be seen", "Remove it.")
  }
  do {
    return try Query(text)
  } catch {
    throw .inExpression(text, error.offset, error.message, error.remedy)
  }
}

/// Whether a character may be written into a file: no control, none that turns the reading direction, no
/// byte order mark. Joiners may, which Persian and Hindi are written with.
private func isWritable(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x200C, 0x200D: true
  case 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
  default: scalar.properties.generalCategory != .control
  }
}

extension Diagnostic {
  /// A mistake in an expression that was handed over, not read from the file.
  fileprivate static func inExpression(
    _ text: String, _ offset: Int, _ message: String, _ remedy: String
  ) -> Diagnostic {
    Diagnostic(
      path: "the expression", column: offset + 1, message: message, remedy: remedy,
      source: harmless(text))
  }

  /// The file is written in a way that could only be edited by writing it anew.
  static func unreachable(path: String, line: Int?) -> Diagnostic {
    Diagnostic(
      path: path, line: line,
      message: "this cannot be changed without touching more than was asked for",
      remedy: "Change it by hand: mingle profile edit.")
  }
}
