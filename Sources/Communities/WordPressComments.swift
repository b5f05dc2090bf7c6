package import Conversations
internal import Foundation
package import Parsing

/// The comments of a WordPress blog: `/POST/#comment-N`, in the feed of one post or of all.
package struct WordPressComments: Community {
  package init() {}

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    guard let link = entry.link.flatMap({ Address($0) }),
      let fragment = link.url?.fragment(percentEncoded: false), fragment.hasPrefix("comment-")
    else { return nil }
    var post = Post(draft: entry, in: feed)
    // The fragment is no part of a canonical address: the comment has the thread of its blog post.
    post.thread = link.canonical
    post.discussion = Address(String(link.text.prefix { $0 != "#" }))
    post.role = .reply(to: nil)
    post.replies = nil
    post.title = Self.threadTitle(of: entry.title, feed: feed.title)
    // WordPress puts "In reply to NAME." above an answer to another comment.
    if let first = post.text.paragraphs.first, first.hasPrefix("In reply to "), first.hasSuffix(".")
    {
      post.text = post.text.paragraphs.dropFirst().joined(separator: "\n\n")
    }
    return post
  }

  /// "Comment on TITLE by NAME" in the feed of all comments; "By: NAME" in that of one post, whose
  /// own title is then "Comments on: TITLE".
  private static func threadTitle(of title: String, feed: String) -> String {
    for (opening, middle) in [
      ("Comment on ", " by "), ("Kommentar zu ", " von "), ("Reactie op ", " door "),
      ("Commentaires sur ", " par "), ("Comentario en ", " por "),
    ] {
      if let rest = title.between(opening),
        let range = rest.ranges(of: middle).last
      {
        return String(rest[..<range.lowerBound])
      }
    }
    for opening in ["Comments on: ", "Kommentare zu: ", "Reacties op: "] {
      if let title = feed.between(opening) { return title }
    }
    return title
  }
}
