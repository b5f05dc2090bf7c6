package import Conversations
internal import Foundation
package import Parsing

/// Hacker News, by its own feed and by hnrss: a thread is `item?id=N`, the link is the article.
package struct HackerNews: Community {
  package init() {}

  /// `hn:QUERY`: the newest stories with the words, a phrase unless it holds " OR ".
  package func feed(named text: String) -> String? {
    guard let query = text.between("hn:"),
      let encoded = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics)
    else { return nil }
    return "https://hnrss.org/newest?q=\(encoded)"
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    let places = [entry.comments, entry.link, entry.id].lazy.compactMap {
      $0.flatMap { Address($0) }
    }
    guard let discussion = places.first(where: Self.isThread),
      let item = discussion.parameter("id")
    else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = "Hacker News"
    post.thread = "hn:\(item)"
    post.discussion = discussion
    if let (author, title) = Self.comment(entry.title) {
      // The feed of comments names the story but not its number. Two stories may share a title, so
      // comments stay apart from the story: rather two rows than a wrong one.
      post.role = .reply(to: nil)
      post.title = title
      post.author = post.author ?? author
      post.thread = "hn:comments:\(title)"
    } else {
      cutTail(of: &post)
    }
    return post
  }

  private static func isThread(_ address: Address) -> Bool {
    address.host == "news.ycombinator.com" && address.pathParts == ["item"]
  }

  /// Who wrote a comment, and in which story: `New comment by X in "T"`.
  private static func comment(_ title: String) -> (author: String, title: String)? {
    guard let rest = title.between("New comment by ", "\""),
      let range = rest.firstRange(of: " in \"")
    else { return nil }
    return (String(rest[..<range.lowerBound]), String(rest[range.upperBound...]))
  }

  /// hnrss ends the text with the links, points and number of comments; the site's own feed has
  /// nothing but a link called "Comments".
  private func cutTail(of post: inout Post) {
    var kept = post.text.components(separatedBy: "\n").filter { line in
      if let count = line.between("# Comments: ").flatMap({ Int($0) }) {
        post.replies = max(0, count)
        return false
      }
      return !["Article URL: ", "Comments URL: ", "Points: "].contains { line.hasPrefix($0) }
    }
    while let last = kept.last, last.isEmpty || last == "---" { kept.removeLast() }
    post.text = kept == ["Comments"] ? "" : kept.joined(separator: "\n")
  }
}
