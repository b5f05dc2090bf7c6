/// A unified diff for people.
struct DiffPage {
  let lines: [String]

  init(_ diff: [String]) {
    lines = diff.prefix(2).map { $0.styled(.faint) } + diff.dropFirst(2).map(Self.colored)
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
