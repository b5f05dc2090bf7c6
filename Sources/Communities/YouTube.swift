package import Conversations
internal import Foundation
package import Parsing

/// YouTube: a thread is what people say below a video, wherever the video is shown.
package struct YouTube: Community {
  package init() {}

  /// `yt:` with the id of a channel or a playlist, and the pages of both. A page `/@NAME` tells its
  /// channel only when it is read.
  package func feed(named text: String) -> String? {
    var name = text.between("yt:") ?? ""
    if let page = Address(text) {
      guard Self.isYouTube(page.host) else { return nil }
      let parts = page.pathParts
      if parts.count >= 2, parts[0] == "channel" {
        name = parts[1]
      } else if parts == ["playlist"] {
        name = page.parameter("list") ?? ""
      }
    }
    guard name.wholeMatch(of: /[A-Za-z0-9_-]{12,}/) != nil else { return nil }
    let feed = "https://www.youtube.com/feeds/videos.xml"
    if name.hasPrefix("UC") { return "\(feed)?channel_id=\(name)" }
    // Playlists of people, of all uploads, of albums, of favourites.
    guard ["PL", "UU", "OL", "FL"].contains(where: name.hasPrefix) else { return nil }
    return "\(feed)?playlist_id=\(name)"
  }

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    let named = entry.extras["yt:videoId"] ?? entry.id?.between("yt:video:")
    // Others link to videos, too; only the site's own entries tell the number of one.
    guard let text = entry.link, text.holds("youtu"), let link = Address(text),
      let video = named ?? Self.video(at: link),
      named != nil
        || entry.isWritten(at: { Self.isYouTube($0.host) }, in: feed, hasID: { _ in false }),
      let page = Address("https://www.youtube.com/watch?v=\(video)")
    else { return nil }
    var post = Post(draft: entry, in: feed)
    post.community = "YouTube"
    post.thread = page.canonical
    post.discussion = page
    post.votes = entry.extras["media:starRating@count"].flatMap { Int($0) }.map { max(0, $0) }
    post.external = nil
    return post
  }

  private static func isYouTube(_ host: String) -> Bool {
    host == "youtube.com" || host.hasSuffix(".youtube.com")
  }

  private static func video(at link: Address) -> String? {
    let parts = link.pathParts
    if link.host == "youtu.be" { return parts.first }
    guard isYouTube(link.host) else { return nil }
    if parts == ["watch"] { return link.parameter("v") }
    guard parts.count == 2, ["shorts", "live", "embed", "v"].contains(parts[0]) else { return nil }
    return parts[1]
  }
}
