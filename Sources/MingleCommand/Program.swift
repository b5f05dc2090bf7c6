internal import Foundation

/// Other programs, run on this terminal.
enum Program {
  /// Runs a program, named by its path or to be found in `$PATH`, with its arguments, and returns its
  /// exit code; nil if there is none.
  ///
  /// Foundation's `Process` puts what it starts into a group of its own, and a terminal stops those who
  /// read from it in the background: vi would hang.
  static func run(_ words: [String]) -> Int32? {
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    // A child keeps ignoring what its parent ignores: what is written into closed pipes, here.
    let pipes = signal(SIGPIPE, SIG_DFL)
    var child: pid_t = 0
    let problem = posix_spawnp(&child, words[0], nil, nil, &arguments, environ)
    signal(SIGPIPE, pipes)
    guard problem == 0 else { return nil }
    // Ctrl-C is for that program; this one has nothing to stop while it waits.
    let signals = [SIGINT, SIGQUIT]
    let handlers = signals.map { signal($0, SIG_IGN) }
    defer { for (number, handler) in zip(signals, handlers) { signal(number, handler) } }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    let killer = status & 0x7F
    return killer == 0 ? (status >> 8) & 0xFF : 128 + killer
  }
}
