import Parsing

/// A feed from its source.
func parsed(
  _ source: String, contentType: String? = nil, base: String? = nil
) throws -> ParsedFeed {
  try parse(Array(source.utf8), contentType: contentType, base: base)
}

/// The one entry of an RSS 2.0 feed with these elements in it.
func rssItem(_ elements: String, base: String? = nil) throws -> ParsedEntry? {
  try parsed(
    """
    <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:content="http://purl.org/rss/1.0/modules/content/" \
    xmlns:slash="http://purl.org/rss/1.0/modules/slash/" \
    xmlns:wfw="http://wellformedweb.org/CommentAPI/" \
    xmlns:thr="http://purl.org/syndication/thread/1.0" \
    xmlns:atom="http://www.w3.org/2005/Atom" \
    xmlns:media="http://search.yahoo.com/mrss/" \
    xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
    xmlns:discourse="http://www.discourse.org/" \
    xmlns:dcterms="http://purl.org/dc/terms/"><channel><item>\(elements)</item></channel></rss>
    """, base: base
  ).entries.first
}

/// The one entry of an Atom 1.0 feed with these elements in it.
func atomEntry(_ elements: String, base: String? = nil) throws -> ParsedEntry? {
  try parsed(
    """
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" \
    xmlns:media="http://search.yahoo.com/mrss/" xmlns:re="http://purl.org/atompub/rank/1.0" \
    xmlns:yt="http://www.youtube.com/xml/schemas/2015"><entry>\(elements)</entry></feed>
    """, base: base
  ).entries.first
}
