package import Conversations
internal import Markup

/// The team's feed list: an OPML file, read as a whole, whose lines may be wrong one by one.
package struct FeedList: Sendable {
  /// The feeds in the order of the list, each once.
  package let subscriptions: [Subscription]
  /// The feeds of the list that are read from nowhere, in its order, each once; each is among the
  /// problems too.
  package let refused: [RefusedSubscription]
  /// The lines that no feed could be made of, and those that say what was said before.
  package let problems: [Diagnostic]
  /// The name of the file, for messages.
  package let file: String
  /// The bytes that it was read from.
  package let bytes: [UInt8]
  /// The places of subscriptions, by the name as listed and by the address.
  private let places: [String: Int]
  /// For each subscription the number of its outline element in the document.
  let outlines: [Int]
  /// Why the bytes must not be edited; nil if they may.
  let obstacle: Diagnostic?

  /// The most bytes a feed list may have; one of 10,000 feeds has about two million.
  package static let limit = 10_000_000

  /// Reads a feed list; throws if it is no OPML at all.
  package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw Diagnostic(
        path: file, message: "this feed list is empty",
        remedy: "Delete it, then a new one is made by: mingle init")
    }
    let text = decode(bytes)
    var reader = OutlineReader(file: file)
    let reading: XMLReading
    do {
      reading = try readXML(text, handler: &reader)
    } catch {
      throw Diagnostic(unreadable: error, file: file)
    }
    guard reader.isOPML else {
      throw Diagnostic(
        path: file, message: "this is not a feed list: there is no <opml> element",
        remedy: "Move it away, then a new one is made by: mingle init")
    }
    let broken = reading.problems.map { problem in
      Diagnostic(
        path: file, line: problem.line, column: problem.column, message: problem.message,
        remedy: "Mend the line; what could be read of it was used.")
    }
    self.file = file
    self.bytes = bytes
    subscriptions = reader.subscriptions
    outlines = reader.outlines
    refused = reader.refused
    problems = broken + reader.problems
    obstacle = broken.first ?? Self.foreignEncoding(text, file)
    var places: [String: Int] = [:]
    for (index, subscription) in subscriptions.enumerated() {
      places[subscription.feed] = index
      if case .web(let address) = subscription.location, places[address.text] == nil {
        places[address.text] = index
      }
    }
    self.places = places
  }

  /// The subscription to `feed`, named as listed or by any spelling of the same URL.
  package func subscription(to feed: String) -> Subscription? {
    let place = places[feed] ?? Address(feed).flatMap { places[$0.text] }
    return place.map { subscriptions[$0] }
  }

  /// Why a feed of the list is not read; nil if it is, or is not in the list.
  package func refusal(of feed: String) -> String? {
    refused.first { $0.feed == feed }?.reason
  }

  private static func foreignEncoding(
    _ text: DecodedText, _ file: String
  ) -> Diagnostic? {
    guard text.encoding != "utf-8" else { return nil }
    return Diagnostic(
      path: file, message: "this feed list is written in \(text.encoding)",
      remedy: "Save it as UTF-8, then it can be changed from here.")
  }
}

extension Diagnostic {
  fileprivate init(unreadable failure: XMLFailure, file: String) {
    let remedy =
      "A feed list is an OPML file: mend the line, or delete it and make a new one by: "
      + "mingle init"
    switch failure {
    case .tooLarge(let what):
      self.init(path: file, message: "this feed list is too large: \(what)", remedy: remedy)
    case .unreadable(let problem):
      self.init(
        path: file, line: problem.line, column: problem.column,
        message: "this is not XML: \(problem.message)", remedy: remedy)
    }
  }
}
