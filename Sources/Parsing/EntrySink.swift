/// What takes the entries of a feed one by one, as they are read, so that not all of them have to
/// stand in memory at once.
package protocol EntrySink: AnyObject {
  func add(_ entry: ParsedEntry)
  /// Forgets every entry so far: the document was not well formed, and is read again.
  func restart()
}

/// Keeps all entries.
final class EntryList: EntrySink {
  private(set) var entries: [ParsedEntry] = []

  private static let many = 16_384

  func add(_ entry: ParsedEntry) {
    // An array that doubles itself is there twice: of 64 MB that is felt. Memory that is not written
    // to costs nothing.
    if entries.count == Self.many { entries.reserveCapacity(FeedReader.mostEntries + 1) }
    entries.append(entry)
  }

  func restart() { entries = [] }
}
