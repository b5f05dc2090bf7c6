internal import Foundation

extension Workspace {
  /// Makes the files that the folder does not have yet, and the folder itself; returns the names of
  /// the files that were made. What stands there is never touched.
  package func initialize() throws(FileFailure) -> [String] {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw FileFailure("cannot make the folder \(folder.path): \(error.localizedDescription)")
    }
    var made: [String] = []
    for (url, text) in [(profile, Self.firstProfile), (feedList, Self.firstFeedList)]
    where !FileManager.default.fileExists(atPath: url.path) {
      try UserFile.replace(url, with: Array(text.utf8))
      made.append(url.lastPathComponent)
    }
    return made
  }

  private static let firstProfile = """
    # What your business loves to talk about. Mingle reads this file anew each time; after an edit,
    # `mingle profile check` tells every mistake with its line, and `mingle today` shows the effect.

    business: My Business
    about: One sentence that says what you do and know.

    # The words and phrases of conversations that you can honestly take part in, each with a weight
    # from 1 (mild) to 5 (our thing). Forms are found by themselves: "roast" finds "roasting" too.
    keywords:
      espresso machine: 5      # a phrase: the words stand next to each other
      grinder: 2               # a word, in all its forms
      =AeroPress: 3            # "=": this very spelling, capitals and all

    # Conversations with these words are not shown.
    never: [giveaway, =hiring]

    # How much you trust a room: above 1 lifts its conversations, below 1 lowers them.
    communities:
      r/espresso: 1.5

    # What only you can say; it stands beside conversations that it fits.
    # voices:
    #   - about: grinder NEAR/8 repair
    #     say: We keep spare burrs for grinders that nobody makes any more.

    # Whom people compare you with: a conversation that names one is listed.
    # competitors: [Some Other Roaster]

    # How you show up yourselves: who speaks of you is listed, and what you wrote is not.
    # us:
    #   names: [My Business]
    #   authors: [u/my_business]
    #   sites: [mybusiness.example]

    """

  private static let firstFeedList = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- The feeds that Mingle reads. Add one with: mingle feeds add r/espresso
         or by hand: an address, or the path of a feed file in this folder. -->
    <opml version="2.0">
      <head>
        <title>Our communities</title>
      </head>
      <body>
        <outline text="Coffee">
          <outline type="rss" text="r/espresso" xmlUrl="https://www.reddit.com/r/espresso/new/.rss"
                   htmlUrl="https://www.reddit.com/r/espresso/"/>
          <outline type="rss" text="Coffee Stack Exchange" xmlUrl="https://coffee.stackexchange.com/feeds"
                   htmlUrl="https://coffee.stackexchange.com/"/>
        </outline>
      </body>
    </opml>

    """
}
