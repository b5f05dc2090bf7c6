/// What a business wants to talk about, as its people wrote it in `profile.yaml`.
package struct Profile: Sendable, Hashable {
  /// The file as it was named to the reader.
  package var path: String
  package var business: String
  package var about: String
  /// The Snowball name of the language whose word forms are told apart, such as `english`.
  package var language: String
  package var keywords: [Keyword]
  package var never: [Exclusion]
  package var communities: [Trust]
  package var voices: [Voice]
  package var competitors: [Competitor]
  package var us: Us

  /// Something the business loves to talk about.
  package struct Keyword: Sendable, Hashable {
    /// The expression as written.
    package var text: String
    package var query: Query
    /// From 1 (mild) to 5 (our thing).
    package var weight: Double
    package var line: Int

    package init(text: String, query: Query, weight: Double, line: Int) {
      self.text = text
      self.query = query
      self.weight = weight
      self.line = line
    }
  }

  /// Something whose conversations are not shown.
  package struct Exclusion: Sendable, Hashable {
    /// The expression as written.
    package var text: String
    package var query: Query
    package var line: Int

    package init(text: String, query: Query, line: Int) {
      self.text = text
      self.query = query
      self.line = line
    }
  }

  /// How much a community's conversations count: 1 is the same as elsewhere.
  package struct Trust: Sendable, Hashable {
    package var community: String
    /// From 0 (never mind what is said there) to 10.
    package var factor: Double
    package var line: Int

    package init(community: String, factor: Double, line: Int) {
      self.community = community
      self.factor = factor
      self.line = line
    }
  }

  /// What only the business can say, and what it is about.
  package struct Voice: Sendable, Hashable {
    /// The expression as written.
    package var about: String
    package var query: Query
    package var say: String
    package var line: Int

    package init(about: String, query: Query, say: String, line: Int) {
      self.about = about
      self.query = query
      self.say = say
      self.line = line
    }
  }

  /// Somebody whose customers may want to hear of us; who speaks of them is listed.
  package struct Competitor: Sendable, Hashable {
    /// The expression as written.
    package var text: String
    package var query: Query
    package var line: Int

    package init(text: String, query: Query, line: Int) {
      self.text = text
      self.query = query
      self.line = line
    }
  }

  /// How the business itself shows up in conversations.
  package struct Us: Sendable, Hashable {
    /// What it is called; a name that starts with “=” is meant with its capitals.
    package var names: [String]
    package var authors: [String]
    /// Hosts, or hosts with the start of a path.
    package var sites: [String]
    /// The line of the profile where it is said; nil if it is nowhere.
    package var line: Int?

    package init(
      names: [String] = [], authors: [String] = [], sites: [String] = [], line: Int? = nil
    ) {
      self.names = names
      self.authors = authors
      self.sites = sites
      self.line = line
    }
  }

  package init(
    path: String = "profile.yaml", business: String = "", about: String = "",
    language: String = "english", keywords: [Keyword] = [], never: [Exclusion] = [],
    communities: [Trust] = [], voices: [Voice] = [], competitors: [Competitor] = [],
    us: Us = Us()
  ) {
    self.path = path
    self.business = business
    self.about = about
    self.language = language
    self.keywords = keywords
    self.never = never
    self.communities = communities
    self.voices = voices
    self.competitors = competitors
    self.us = us
  }

  /// How much a community is trusted, if the profile says so; names are compared plain.
  package func trust(in community: String) -> Trust? {
    let name = community.plainName
    return communities.first { $0.community.plainName == name }
  }
}
