import Markup
import Parsing

/// A full reading: every entry with the plain text of its title, content and summary.
func read(_ document: [UInt8]) -> Answer {
  let posts = Posts()
  do {
    // The limit of what is fetched would keep the largest document out.
    _ = try parse(document, largest: 1 << 30, into: posts)
    posts.answer.bytes = document.count
  } catch {
    posts.answer.failed = 1
    posts.answer.first = "\(error)"
  }
  return posts.answer
}

/// Takes the entries one by one, and keeps none.
private final class Posts: EntrySink {
  var answer = Answer()

  func restart() { answer = Answer() }

  func add(_ entry: ParsedEntry) {
    if answer.entries == 0 { answer.first = entry.title }
    answer.entries += 1
    answer.text += entry.title.utf8.count
    answer.text += entry.content?.plainText().utf8.count ?? 0
    answer.text += entry.summary?.plainText().utf8.count ?? 0
  }
}
