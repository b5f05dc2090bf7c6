internal import Mingle

/// What changed in a profile, for people: the diff.
struct ProfileChangePage {
  let lines: [String]

  init(_ change: ProfileChange) {
    let diff = change.diff
    lines =
      change.isChange
      ? diff.prefix(2).map { $0.styled(.faint) } + diff.dropFirst(2).map(Self.colored)
      : ["\(change.path.safe): nothing to change"]
  }

  private static func colored(_ line: String) -> String {
    switch line.first {
    case "+": line.styled(.green)
    case "-": line.styled(.red)
    case "@": line.styled(.cyan)
    default: line.safe
    }
  }
}
