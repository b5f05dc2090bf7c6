import Conversations
import Exporting
import Foundation
import Testing

@Suite struct JSONTests {
  @Test func hasEveryFieldOfTheContract() throws {
    let text = try format("json").text(of: listing([listed()]))
    #expect(
      text == """
        {
          "conversations" : [
            {
              "also_at" : [

              ],
              "author" : "u/ann",
              "claimed_by" : null,
              "community" : "r/espresso",
              "excerpt" : "We have little room.",
              "external_url" : null,
              "feed" : "https://www.reddit.com/r/espresso/new/.rss",
              "id" : "\(listed().conversation.id)",
              "last_activity" : "2027-01-15T06:00:00Z",
              "posts" : 1,
              "published" : "2027-01-15T06:00:00Z",
              "reasons" : [
                {
                  "because" : "“lever machine” in the title",
                  "points" : 52.5,
                  "profile_line" : 4,
                  "signal" : "keyword"
                },
                {
                  "because" : "last activity 2 hours ago",
                  "points" : 7,
                  "profile_line" : null,
                  "signal" : "freshness"
                }
              ],
              "relevance" : 52.5,
              "replies" : 3,
              "score" : 59.5,
              "snoozed_until" : null,
              "state" : "saved",
              "title" : "Which lever machine?",
              "url" : "https://www.reddit.com/r/espresso/comments/zz1/x/",
              "voices" : [

              ]
            }
          ],
          "generated_at" : "2027-01-15T08:00:00Z",
          "profile" : {
            "fingerprint" : "abc",
            "path" : "profile.yaml"
          },
          "replies" : [

          ],
          "window" : {
            "since" : "2027-01-14T08:00:00Z",
            "until" : "2027-01-15T08:00:00Z"
          }
        }

        """)
  }

  @Test func nothingActsOnATerminal() throws {
    let text = try format("json").text(of: listing([listed(title: "a\u{9B}b\u{202E}c\u{7F}é")]))
    #expect(text.contains("\"title\" : \"a\\u009bb\\u202ec\\u007fé\""))
  }

  @Test func unknownIsNull() throws {
    let text = try format("json").text(of: listing([listed(author: nil, replies: nil)]))
    #expect(text.contains("\"replies\" : null"))
    #expect(text.contains("\"author\" : null"))
  }
}
