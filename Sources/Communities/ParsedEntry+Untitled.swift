internal import Markup
internal import Parsing

extension ParsedEntry {
  /// Whether the place has no titles: there is none, or the start of the text was put in its place.
  ///
  /// It tells a post of a microblog from that of somebody who links to one.
  var isUntitled: Bool {
    guard !title.isEmpty else { return true }
    let text = (content ?? summary)?.oneLine() ?? ""
    var start = title[...]
    while let last = start.last, ".… ".contains(last) { start.removeLast() }
    return text.hasPrefix(start)
  }
}
