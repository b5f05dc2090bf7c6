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

  func add(_ entry: ParsedEntry) { entries.append(entry) }
  func restart() { entries = [] }
}
