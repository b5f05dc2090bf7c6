import CFuzzer
import Foundation

/// `fuzz TARGET [options and folders of libFuzzer]`, or `fuzz growth FILE…`.
@main struct Fuzz {
  static func main() {
    var words = CommandLine.arguments
    guard words.count > 1 else { exit(usage()) }
    if words[1] == "growth" { exit(Growth(seeds: Array(words.dropFirst(2))).run()) }
    if let index = targets.firstIndex(where: { $0.name == words[1] }) {
      // What libFuzzer calls is a C function, which cannot know which target was asked for, nor can
      // the processes that it starts.
      setenv("MINGLE_FUZZ_TARGET", "\(index)", 1)
      words.remove(at: 1)
    } else if getenv("MINGLE_FUZZ_TARGET") == nil {
      exit(usage())
    }
    var count = Int32(words.count)
    var copies = words.map { strdup($0) } + [nil]
    let code = copies.withUnsafeMutableBufferPointer { copies in
      var arguments = copies.baseAddress
      return fuzz_run(&count, &arguments) { bytes, count in
        targets[chosen].check(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
      }
    }
    guard code == -1 else { exit(code) }
    // Without libFuzzer the files that it found are still to be looked at.
    for file in words.dropFirst() where !file.hasPrefix("-") {
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      targets[chosen].check([UInt8](data))
    }
    print("built without -sanitize=fuzzer: the files were read, and nothing more")
  }

  private static func usage() -> Int32 {
    let names = targets.map(\.name).joined(separator: " | ")
    print("fuzz \(names) [options of libFuzzer] [folders]\nfuzz growth FILE…")
    return 2
  }
}

private let chosen = Int(ProcessInfo.processInfo.environment["MINGLE_FUZZ_TARGET"] ?? "") ?? 0

/// Something that takes bytes, and what must be true of what comes out.
struct Target {
  var name: String
  /// Ends the program with a message if something is not as it must be.
  var check: @Sendable ([UInt8]) -> Void
}

let targets = [
  Target(name: "parse", check: checkFeed), Target(name: "xml", check: checkXML),
  Target(name: "html", check: checkHTML), Target(name: "decode", check: checkDecoding),
  Target(name: "date", check: checkDate),
]

/// Ends the program, so that libFuzzer keeps the input, unless `isTrue`.
func demand(_ isTrue: Bool, _ what: @autoclosure () -> String) {
  if !isTrue { fatalError(what()) }
}
