/// The vocabularies that stand inside feeds of every format.
enum Modules {
  static let all = [
    dublinCore, content, discussion, media, podcasts, syndication, communities,
  ]

  private static let dublinCore = Vocabulary(
    feed: [
      "dc:title": Rule(.title, 2), "dc:description": Rule(.summary, 2),
      "dc:language": Rule(.language, 2), "dc:creator": Rule(.author), "dc:author": Rule(.author),
      "dc:publisher": Rule(.fallbackAuthor, 1), "dcterms:title": Rule(.title, 2),
      "dcterms:description": Rule(.summary, 2), "dcterms:creator": Rule(.author),
      "dcterms:language": Rule(.language, 2),
    ],
    entry: [
      "dc:title": Rule(.title, 2), "dc:description": Rule(.summary, 2),
      "dc:creator": Rule(.author), "dc:author": Rule(.author), "dc:subject": Rule(.category),
      "dc:date": Rule(.published, 2), "dc:issued": Rule(.published, 1),
      "dc:created": Rule(.published, 1), "dc:modified": Rule(.updated, 2),
      "dcterms:title": Rule(.title, 2), "dcterms:description": Rule(.summary, 2),
      "dcterms:abstract": Rule(.summary, 1), "dcterms:creator": Rule(.author),
      "dcterms:subject": Rule(.category), "dcterms:issued": Rule(.published, 3),
      "dcterms:created": Rule(.published, 2), "dcterms:available": Rule(.published, 1),
      "dcterms:date": Rule(.published, 1), "dcterms:modified": Rule(.updated, 3),
      "prism:publicationdate": Rule(.published, 1),
    ],
    namespaces: [
      "http://purl.org/dc/elements/1.1": "dc", "http://purl.org/dc/elements/1.0": "dc",
      "http://purl.org/dc/terms": "dcterms",
      "http://prismstandard.org/namespaces/basic/2.0": "prism",
      "http://prismstandard.org/namespaces/1.2/basic": "prism",
      "http://purl.org/rss/1.0/modules/prism": "prism",
    ])

  private static let content = Vocabulary(
    entry: [
      "content:encoded": Rule(.content), "xhtml:body": Rule(.content, 3),
      "xhtml:div": Rule(.content, 3),
      // The module as it was at first, an RDF bag of items.
      "content:items": Rule(.group), "content:item": Rule(.group), "rdf:bag": Rule(.group),
      "rdf:seq": Rule(.group), "rdf:li": Rule(.group), "rdf:value": Rule(.content, 3),
    ],
    namespaces: ["http://purl.org/rss/1.0/modules/content": "content"])

  /// The page, the feed and the number of the replies.
  private static let discussion = Vocabulary(
    entry: [
      "wfw:commentrss": Rule(.commentsFeed), "slash:comments": Rule(.commentCount),
      "thr:total": Rule(.commentCount), "thr:in-reply-to": Rule(.inReplyTo),
      "feedburner:origlink": Rule(.originalLink), "pheedo:origlink": Rule(.originalLink),
    ],
    namespaces: [
      "http://wellformedweb.org/commentapi": "wfw",
      "http://purl.org/rss/1.0/modules/slash": "slash",
      "http://purl.org/syndication/thread/1.0": "thr",
      "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
      "http://www.pheedo.com/namespace/pheedo": "pheedo",
    ])

  private static let media = Vocabulary(
    entry: [
      "media:group": Rule(.group), "media:content": Rule(.mediaContent),
      "media:community": Rule(.group), "media:title": Rule(.title, 1),
      "media:description": Rule(.summary, 1), "media:category": Rule(.category),
      "media:keywords": Rule(.keywords), "media:text": Rule(.summary, 0),
      "media:credit": Rule(.fallbackAuthor), "media:statistics": Rule(.extra),
      "media:starrating": Rule(.extra),
    ],
    namespaces: [
      "http://search.yahoo.com/mrss": "media",
      "http://www.rssboard.org/media-rss": "media", "http://search.yahoo.com/rss": "media",
    ])

  private static let podcasts = Vocabulary(
    feed: [
      "itunes:summary": Rule(.summary, 1), "itunes:subtitle": Rule(.summary, 0),
      "itunes:author": Rule(.fallbackAuthor), "itunes:title": Rule(.title, 1),
      "itunes:owner": Rule(.group), "itunes:name": Rule(.fallbackAuthor, 2),
      "googleplay:author": Rule(.fallbackAuthor), "googleplay:description": Rule(.summary, 1),
    ],
    entry: [
      "itunes:summary": Rule(.summary, 1), "itunes:subtitle": Rule(.summary, 0),
      "itunes:author": Rule(.fallbackAuthor), "itunes:title": Rule(.title, 1),
      "googleplay:author": Rule(.fallbackAuthor), "googleplay:description": Rule(.summary, 1),
      "itunes:keywords": Rule(.keywords), "itunes:category": Rule(.category),
    ],
    namespaces: [
      "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
      "http://example.com/dtds/podcast-1.0.dtd": "itunes",
      "http://www.google.com/schemas/play-podcasts/1.0": "googleplay",
    ])

  private static let syndication = Vocabulary(
    feed: [
      "sy:updateperiod": Rule(.updatePeriod), "sy:updatefrequency": Rule(.updateFrequency),
    ],
    namespaces: ["http://purl.org/rss/1.0/modules/syndication": "sy"])

  /// What single communities tell; it goes on as it is.
  private static let communities = Vocabulary(
    entry: [
      "discourse:topicpinned": Rule(.extra), "discourse:topicclosed": Rule(.extra),
      "discourse:topicarchived": Rule(.extra), "re:rank": Rule(.extra), "yt:videoid": Rule(.extra),
      "yt:channelid": Rule(.extra),
    ],
    namespaces: [
      "http://www.discourse.org": "discourse", "http://purl.org/atompub/rank/1.0": "re",
      "http://www.youtube.com/xml/schemas/2015": "yt",
    ])
}
