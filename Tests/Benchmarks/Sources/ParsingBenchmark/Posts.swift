import Markup
import Parsing

/// A full reading: every entry with the plain text of its title, content and summary.
func read(_ document: [UInt8]) -> Answer {
  var answer = Answer()
  do {
    let feed = try parse(document)
    for entry in feed.entries {
      answer.entries += 1
      answer.text += entry.title.utf8.count
      answer.text += entry.content?.plainText().utf8.count ?? 0
      answer.text += entry.summary?.plainText().utf8.count ?? 0
    }
    answer.bytes = document.count
    answer.first = feed.entries.first?.title ?? ""
  } catch {
    answer.failed = 1
    answer.first = "\(error)"
  }
  return answer
}
