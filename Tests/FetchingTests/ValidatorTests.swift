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
    #expect(story.politeness.request(for: story.visit)?.validators == story.visit.validators)
  }

  @Test func theFirstVisitIsUnconditionalAndTheSecondIsNot() {
    var story = Story()
    #expect(story.politeness.request(for: story.visit)?.validators == nil)
    story.meet(answer(200, ["ETag": "\"1\""]), .feed())
    #expect(story.politeness.request(for: story.visit)?.validators?.etag == Array("\"1\"".utf8))
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
    #expect(story.politeness.request(for: story.visit)?.address == address(feedURL))
  }
}
