internal import Exporting
internal import Foundation
internal import Synchronization

/// Why standard output took no more.
enum OutputFailure: Error, Hashable, CustomStringConvertible {
  /// The reader went away: nothing is wrong.
  case closed
  case failed(String)

  var description: String {
    switch self {
    case .closed: "the output was closed"
    case .failed(let why): "cannot write the output: \(why)"
    }
  }
}

/// Standard output for data, standard error for words to the person.
enum Output {
  /// Whether standard output is a terminal, so that colours and widths make sense.
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Whether to colour: on a terminal unless `NO_COLOR` (no-color.org) says no, elsewhere if
  /// `CLICOLOR_FORCE` says yes.
  static let isColored: Bool = {
    if let no = environment("NO_COLOR"), !no.isEmpty { return false }
    if let force = environment("CLICOLOR_FORCE"), !force.isEmpty, force != "0" { return true }
    return isTerminal && environment("TERM") != "dumb" && environment("TERM") != nil
  }()

  static func line(_ text: String) throws(OutputFailure) {
    try write(Array(text.utf8))
    try write([0x0A])
  }

  static func data(_ data: Data) throws(OutputFailure) {
    try write(Array(data))
  }

  static func bytes(_ bytes: [UInt8]) throws(OutputFailure) {
    try write(bytes)
  }

  /// Hands everything to the system; an error that was held back (a full disk) shows here.
  static func flush() throws(OutputFailure) {
    try drain(
      buffer.withLock { bytes in
        defer { bytes = [] }
        return bytes
      })
  }

  /// Says something to the person, without any character that acts on a terminal.
  static func complain(_ message: String, prefix: String = "mingle: ") {
    ProgressLine.wipe()
    mutter(printable(prefix + message, keepsLines: true) + "\n")
  }

  /// Asks the person something; the answer is written behind it.
  static func ask(_ question: String) {
    mutter(printable(question, keepsLines: false))
  }

  /// Writes to standard error. Where it takes nothing (a full disk, a reader that went away) there is
  /// nobody left to tell, and `FileHandle` would end the program.
  static func mutter(_ text: String) {
    _ = try? send(Array(text.utf8), to: STDERR_FILENO)
  }

  private static let buffer = Mutex<[UInt8]>([])
  private static let capacity = 1 << 16

  private static func write(_ bytes: [UInt8]) throws(OutputFailure) {
    let full = buffer.withLock { buffer -> [UInt8]? in
      buffer += bytes
      guard buffer.count >= capacity else { return nil }
      defer { buffer = [] }
      return buffer
    }
    if let full { try drain(full) }
  }

  private static func drain(_ bytes: [UInt8]) throws(OutputFailure) {
    try send(bytes, to: STDOUT_FILENO)
  }

  private static func send(_ bytes: [UInt8], to file: Int32) throws(OutputFailure) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Foundation.write(file, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw .closed
      } else if errno != EINTR {
        throw .failed(String(cString: strerror(errno)))
      }
    }
  }

  private static func environment(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }
}
