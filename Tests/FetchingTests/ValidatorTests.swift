import Conversations
import Fetching
import Foundation
import Testing

@Suite struct ValidatorTests {
  @Test(arguments: ["\"abc\"", "W/\"abc\"", "abc", "\"a, b\"", "\"\u{e9}\"", "W/\"\""])
  func validatorsAreKeptByteForByte(_ etag: String) {
    var story = Story()
    story.meet(answer(200, ["ETag": etag, "Last-Modified": "Yesterday, 25 o'clock"]), .feed())
    #expect(story.etag == etag)
    #expect(story.lastModified == "Yesterday, 25 o'clock")
    #expect(story.visit.validators?.address == address(feedURL))
  }

  @Test func theFirstVisitIsUnconditionalAndTheSecondIsNot() {
    var story = Story()
    #expect(story.visit.validators == nil)
    story.meet(answer(200, ["ETag": "\"1\""]), .feed())
    #expect(story.visit.validators?.etag == Array("\"1\"".utf8))
  }

  @Test func aNewBodyReplacesBothValidators() {
    var story = Story()
    story.meet(answer(200, ["ETag": "\"1\"", "Last-Modified": "x"]), .feed())
    story.meet(answer(200, ["ETag": "\"2\""]), .feed())
    #expect(story.etag == "\"2\"")
    #expect(story.lastModified == nil)
    story.meet(answer(200), .feed())
    #expect(story.visit.validators == nil)
  }

  @Test func notModifiedReplacesOnlyWhatItCarries() {
    var story = Story()
    story.meet(answer(200, ["ETag": "\"1\"", "Last-Modified": "x"]), .feed())
    story.meet(answer(304, ["ETag": "\"2\""]))
    #expect(story.etag == "\"2\"")
    #expect(story.lastModified == "x")
    story.meet(answer(304, ["Last-Modified": "y"]))
    #expect(story.etag == "\"2\"")
    #expect(story.lastModified == "y")
    story.meet(answer(304, ["ETag": ""]))
    #expect(story.etag == "\"2\"")
  }

  @Test func aBodyThatIsNoFeedChangesNoValidator() {
    var story = Story()
    story.meet(answer(200, ["ETag": "\"good\""]), .feed())
    story.meet(answer(200, ["ETag": "\"poison\""]), .rejected("this is a web page, not a feed"))
    #expect(story.etag == "\"good\"")
    #expect(story.visit.problem == "this is a web page, not a feed")
    #expect(story.visit.failures == 1)
    story.meet(answer(500, ["ETag": "\"error\""]))
    story.fail(.truncated("x"))
    #expect(story.etag == "\"good\"")
    #expect(story.visit.failures == 3)
    story.meet(answer(304))
    #expect(story.visit.failures == 0)
    #expect(story.visit.problem == "")
  }

  /// Half a document, or a part that nobody asked for, would stay so behind the next 304.
  @Test func whatIsNotWholeGivesNoValidatorsAndNoFreshness() {
    var story = Story()
    let long: KeyValuePairs = ["ETag": "\"2\"", "Cache-Control": "max-age=86400"]
    story.meet(answer(200, long), .cutFeed)
    #expect(story.visit.validators == nil)
    #expect(story.wait == hour)
    #expect(story.visit.problem == "")
    story.meet(answer(200, ["ETag": "\"1\""]), .feed(interval: .seconds(7200)))
    story.meet(answer(200, long), .cutFeed)
    #expect(story.etag == "\"1\"")
    #expect(story.wait == 2 * hour)
    story.meet(answer(206, long), .feed())
    #expect(story.etag == "\"1\"")
    #expect(story.visit.problem == "HTTP 206: only a part of the document")
  }

  /// Asked without validators, a 304 is no answer: those of the visit were not offered.
  @Test func notModifiedWithoutAQuestionIsAFailure() {
    var story = Story()
    story.meet(answer(200, ["ETag": "\"1\""]), .feed())
    let visit = story.politeness.settle(
      FetchOutcome(
        visit: story.visit, result: .answered(answer(304)), at: noon, isConditional: false))
    #expect(visit.failures == 1)
    #expect(visit.validators == story.visit.validators)
    story.meet(answer(304, from: "https://new.example/feed"))
    #expect(story.visit.problem.hasPrefix("HTTP 304"))
  }

  @Test func aFeedThatWasNeverReadHasNothingUnmodified() {
    var story = Story()
    story.meet(answer(304))
    #expect(story.visit.problem == "HTTP 304: not modified, although nothing was known of it")
    #expect(story.visit.failures == 1)
  }

  @Test func aValidatorNoServerWouldTakeBackIsForgotten() {
    var story = Story()
    story.meet(answer(200, ["ETag": String(repeating: "x", count: 5000)]), .feed())
    #expect(story.visit.validators == nil)
  }

  @Test func validatorsBelongToTheURLThatGaveThem() {
    var story = Story()
    let moved = "https://beans.example/new"
    story.meet(answer(200, ["ETag": "\"1\""], from: moved, hops: [(302, feedURL, moved)]), .feed())
    #expect(story.visit.validators?.address == address(moved))
    #expect(story.politeness.address(of: story.visit) == address(feedURL))
  }
}
