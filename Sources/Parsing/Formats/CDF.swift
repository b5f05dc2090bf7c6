/// Microsoft's Channel Definition Format: a `<channel>` of `<item href="">` elements.
struct CDF: XMLFormat {
  let prefix = ""
  let isHTML = true

  func format(of root: Root) -> FeedFormat? { root.name == "channel" ? .cdf : nil }

  var vocabulary: Vocabulary {
    Vocabulary(
      feed: ["abstract": Rule(.summary, 4)],
      entry: ["abstract": Rule(.summary, 4)])
  }
}
