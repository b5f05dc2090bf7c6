package import Conversations

/// Something that the person at the keyboard can mend: a wrong option, name or folder.
package struct UsageFailure: Error, Sendable, Hashable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}

/// The mistakes of a file of the user's, all of them at once.
package struct DiagnosticsFailure: Error, Sendable, Hashable {
  package var diagnostics: [Diagnostic]

  package init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }
}

/// The disk would not give or take a file.
package struct FileFailure: Error, Sendable, Hashable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}

/// The world would not: a server, a feed that is none.
package struct WorldFailure: Error, Sendable, Hashable, CustomStringConvertible {
  package var description: String

  package init(_ description: String) { self.description = description }
}
