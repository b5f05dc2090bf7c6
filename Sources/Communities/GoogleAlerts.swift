package import Conversations
internal import Markup
package import Parsing

/// Google Alerts: nobody talks there; an entry leads to a page elsewhere, and that is the thread.
package struct GoogleAlerts: Community {
  package init() {}

  package func post(of entry: ParsedEntry, in feed: FeedContext) -> Post? {
    let isOurs = entry.id?.hasPrefix("tag:google.com,2013:googlealerts/") == true
    guard let text = entry.link, isOurs || text.holds("ct=ga"), let link = Address(text) else {
      return nil
    }
    let target = Self.target(of: link)
    guard isOurs || target != nil && link.parameter("ct") == "ga" else { return nil }
    var page = entry
    page.link = (target ?? link).text
    page.id = nil
    // A page may be a thread that other feeds bring, too. Where it stands is all that is taken from
    // there: what its kind cuts from a text is not in the few words of an alert.
    let context = FeedContext(feed: feed.feed, title: feed.title, home: nil)
    var post = Post(draft: page, in: context)
    if let place = kinds.lazy.compactMap({ $0.post(of: page, in: context) }).first {
      (post.community, post.thread) = (place.community, place.thread)
      (post.discussion, post.role) = (place.discussion, place.role)
    }
    post.id = entry.id ?? page.link ?? post.id
    // The words that were looked for are bold; readers of other formats see the tags.
    if entry.title.holds("<b>") { post.title = MarkedText(entry.title, kind: .html).oneLine() }
    post.author = nil
    post.edited = nil
    // A page that nobody talks at is what others may talk about.
    post.external = target.flatMap { post.thread == $0.canonical ? $0 : nil }
    return post
  }

  /// The page behind `google.com/url?…url=PAGE`; nil unless it could be opened in a browser.
  private static func target(of link: Address) -> Address? {
    let labels = link.host.split(separator: ".")
    guard labels.first == "google" || labels.dropFirst().first == "google",
      link.pathParts == ["url"]
    else { return nil }
    return (link.parameter("url") ?? link.parameter("q")).flatMap { Address($0) }
  }
}
