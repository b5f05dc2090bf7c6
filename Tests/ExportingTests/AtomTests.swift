import Conversations
import Exporting
import Testing

@Suite struct AtomTests {
  @Test func writesAFeed() throws {
    let list = listing([
      listed(title: "<b>Levers</b> & \u{202E}more", external: "https://blog.example/levers")
    ])
    let id = list.conversations[0].conversation.id.text
    #expect(
      try format("atom").text(of: list) == """
        <?xml version="1.0" encoding="utf-8"?>
        <feed xmlns="http://www.w3.org/2005/Atom">
          <id>urn:mingle:conversations:\(digest(of: "Harbor & Bean"))</id>
          <title>Conversations for Harbor &amp; Bean</title>
          <updated>2027-01-15T08:00:00Z</updated>
          <author><name>Harbor &amp; Bean</name></author>
          <generator>Mingle</generator>
          <entry>
            <id>urn:mingle:conversation:\(id)</id>
            <title>&lt;b&gt;Levers&lt;/b&gt; &amp; more</title>
            <updated>2027-01-15T06:00:00Z</updated>
            <published>2027-01-15T06:00:00Z</published>
            <link rel="alternate" href="https://www.reddit.com/r/espresso/comments/zz1/x/"/>
            <link rel="related" href="https://blog.example/levers"/>
            <author><name>u/ann</name></author>
            <category term="r/espresso"/>
            <content type="text">“We have little room.” Score 59.5: “lever machine” in the title (+52.5); last activity 2 hours ago (+7)</content>
          </entry>
        </feed>

        """)
  }
}
