import ArgumentParser
import Foundation

/// What a contestant is told to do.
struct Task: ParsableArguments {
  @Option(help: "How often each file is read.")
  var times = 1

  @Argument(help: "The files, read one after the other.")
  var files: [String] = []
}

/// What a contestant found, as one line of JSON on its standard output.
struct Answer: Codable {
  /// Of the documents, as far as they were read.
  var bytes = 0
  var entries = 0
  /// Bytes of titles and bodies as plain text; characters for the Python readers.
  var text = 0
  /// Files that were refused, or read in part.
  var failed = 0
  /// The first title, or why the last failed file failed.
  var first = ""

  mutating func add(_ other: Answer) {
    bytes += other.bytes
    entries += other.entries
    text += other.text
    failed += other.failed
    if first.isEmpty || other.failed > 0 { first = other.first }
  }

  func write() throws {
    try FileHandle.standardOutput.write(contentsOf: JSONEncoder().encode(self))
  }
}

/// A file in memory, without a second copy of it.
func bytes(of path: String) throws -> [UInt8] {
  let file = try FileHandle(forReadingFrom: URL(filePath: path))
  let size = Int(try file.seekToEnd())
  return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    while count < size {
      let got = pread(
        file.fileDescriptor, buffer.baseAddress.unsafelyUnwrapped + count, size - count,
        off_t(count))
      if got <= 0 { break }
      count += got
    }
  }
}
