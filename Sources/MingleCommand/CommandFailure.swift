internal import Conversations
internal import Mingle
internal import Storage

/// An exit code with the message that goes before it.
struct CommandFailure: Error {
  var code: Int32
  var message: String

  /// Done in part, or refused by the world; what there was to say has been said.
  static let partly = CommandFailure(code: 1, message: "")

  init(code: Int32, message: String) {
    self.code = code
    self.message = message
  }

  /// The code and message of an error from the rooms; nil for those of the argument parser.
  init?(_ error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let failure as UsageFailure: self.init(code: 2, message: failure.description)
    case let diagnostic as Diagnostic: self.init(code: 2, message: diagnostic.withCaret)
    case let failure as DiagnosticsFailure:
      self.init(
        code: 2, message: failure.diagnostics.map(\.withCaret).joined(separator: "\n"))
    case let failure as WorldFailure: self.init(code: 1, message: failure.description)
    case let failure as StorageFailure: self.init(code: 3, message: failure.description)
    case let failure as FileFailure: self.init(code: 3, message: failure.description)
    default: return nil
    }
  }
}
