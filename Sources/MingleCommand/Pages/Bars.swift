/// Bars and lines that show numbers side by side, in signs that the terminal has.
struct Bars {
  /// Whether it has only ASCII.
  let isPlain: Bool

  init(isPlain: Bool) { self.isPlain = isPlain }

  /// For where the locale says UTF-8, as POSIX finds it: `LC_ALL`, else `LC_CTYPE`, else `LANG`; plain
  /// on a dumb terminal all the same.
  init(environment: [String: String]) {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }
      .first { !$0.isEmpty }
    let name = (locale ?? "").lowercased()
    isPlain =
      environment["TERM"] == "dumb" || !(name.hasSuffix("utf-8") || name.hasSuffix("utf8"))
  }

  /// A bar as long as a number in relation to the most; one of anything is seen.
  func bar(_ number: Int, of most: Int) -> String {
    guard number > 0, most > 0 else { return "" }
    let length = max(1, (number * Self.width + most / 2) / most)
    return String(repeating: isPlain ? "#" : "█", count: length)
  }

  /// A sign for each number, the higher the greater; only zero is lowest.
  func line(_ numbers: [Int]) -> String {
    let signs = Array(isPlain ? "_.-+#" : "▁▂▃▅▇")
    guard let most = numbers.max(), most > 0 else { return String(numbers.map { _ in signs[0] }) }
    // Of the other four, each for a quarter of the most.
    return String(numbers.map { signs[($0 * 4 + most - 1) / most] })
  }

  private static let width = 20
}
