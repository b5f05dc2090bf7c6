import Foundation
import GRDB
import Support
import Testing

/// What goes wrong on the machine itself: disks, rights, limits, files that are none.
@Suite struct LocalFaultTests {
  private let server: LoopbackServer
  private let folder: TemporaryFolder
  private let tool: Tool
  private var database: URL { folder.url.appending(path: ".mingle/mingle.db") }

  init() throws {
    server = try LoopbackServer(routes: ["/1": .reply(.feed(leverFeed))])
    folder = try TemporaryFolder.workspace(feeds: [server.address("/1")])
    tool = Tool(in: folder)
  }

  private func expectSound() throws {
    let result = try DatabaseQueue(path: database.path).read {
      try String.fetchOne($0, sql: "PRAGMA integrity_check")
    }
    #expect(result == "ok")
  }

  /// Only root may mount a disk of its own, and not in every container.
  private static let mayMount: Bool = {
    guard geteuid() == 0, let folder = try? TemporaryFolder() else { return false }
    let outcome = try? Tool(in: folder).shell(
      "mkdir disk && mount -t tmpfs -o size=1m tmpfs disk && umount disk")
    return outcome?.code == 0
  }()

  @Test(.enabled("needs the right to mount a disk") { Self.mayMount })
  func onAFullDiskWhatWasStoredStays() throws {
    let items = (0..<3000).map { "<item><guid>\($0)</guid><title>Item \($0)</title></item>" }
    server.route(
      "/2", .reply(.feed("<rss><channel><title>Large</title>\(items.joined())</channel></rss>")))
    let list = try folder.text("feeds.opml").replacing(
      "  </body>",
      with: "    <outline type=\"rss\" text=\"F\" xmlUrl=\"\(server.address("/2"))\"/>\n  </body>")
    try folder.write(list, to: "feeds.opml")
    try folder.write("connections: 1\n", to: "settings.yaml")
    #expect(
      try tool.shell("mkdir .mingle && mount -t tmpfs -o size=640k tmpfs .mingle").code == 0)
    defer { _ = try? tool.shell("umount .mingle") }
    let full = try tool("fetch")
    #expect(full.messages.contains("mingle: disk full while writing "))
    #expect(full.code == 3)
    let today = try tool("today")
    #expect(today.output.contains("My lever machine leaks"))
    #expect(today.messages.contains("disk full while writing "))
    #expect(today.code == 1)
    #expect(try tool("today", "--no-fetch").code == 0)
    try expectSound()
    // There is room again.
    #expect(try tool.shell("mount -o remount,size=20m .mingle").code == 0)
    let fetch = try tool("fetch", "--force")
    #expect(fetch.output == "2 feeds: 2 read; 3000 new posts\n")
    #expect(fetch.code == 0)
    try expectSound()
  }

  @Test(
    .enabled("needs /dev/full") { FileManager.default.fileExists(atPath: "/dev/full") },
    arguments: [
      "fetch", "today", "feeds list --json", "posts", "report", "doctor", "export --today",
    ])
  func anOutputThatTakesNothingIsTold(command: String) throws {
    #expect(try tool("fetch").code == 0)
    let outcome = try tool.shell("mingle \(command) >/dev/full")
    #expect(outcome.messages == "mingle: cannot write the output: No space left on device\n")
    #expect(outcome.code == 3)
  }

  /// Said before anything is asked for: what comes could not be kept.
  @Test(arguments: [".mingle/mingle.db", ".mingle"])
  func aProtectedDatabaseIsReadAndNotWritten(name: String) throws {
    #expect(try tool("fetch").code == 0)
    let path = folder.url.appending(path: name).path
    let asked = server.requests.count
    try FileManager.default.setAttributes(
      [.posixPermissions: name == ".mingle" ? 0o500 : 0o400], ofItemAtPath: path)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }
    let fetch = try tool("fetch", "--force")
    #expect(fetch.messages.hasPrefix("mingle: cannot write \(database.path): "))
    #expect(fetch.code == 3)
    #expect(server.requests.count == asked)
    for command in [
      ["today", "--no-fetch"], ["feeds", "list"], ["export", "--today"], ["posts"],
    ] {
      let outcome = try tool.run(command)
      #expect(!outcome.output.isEmpty, "\(command)")
      #expect(outcome.code == 0, "\(command)")
    }
  }

  /// A disk that was taken away from a running fetch, put into another machine that may only read it.
  @Test(
    .enabled("needs the right to mount a disk") { Self.mayMount },
    arguments: ["", "; rm .mingle/mingle.db-shm"])
  func whatAKilledRunLeftIsReadWhereNobodyMayWrite(removing line: String) throws {
    server.route("/2", .silence)
    try folder.write("connections: 1\n", to: "settings.yaml")
    try folder.write(
      "<opml><body><outline type=\"rss\" text=\"1\" xmlUrl=\"\(server.address("/1"))\"/>"
        + "<outline type=\"rss\" text=\"2\" xmlUrl=\"\(server.address("/2"))\"/></body></opml>",
      to: "feeds.opml")
    let run = try tool.start(["fetch"])
    while run.isRunning, try tool("posts").output.isEmpty { Thread.sleep(forTimeInterval: 0.005) }
    run.signal(SIGKILL)
    _ = try run.finish()
    let mount = "mkdir -p ro; mount --bind . ro && mount -o remount,ro,bind ro"
    #expect(try tool.shell("true\(line); \(mount)").code == 0)
    defer { _ = try? tool.shell("umount ro") }
    for command in ["posts", "today --no-fetch", "doctor"] {
      let outcome = try tool.shell("cd ro; mingle \(command)")
      #expect(outcome.messages == "", "\(command)")
      #expect(outcome.code == 0, "\(command)")
    }
    #expect(try tool.shell("cd ro; mingle posts").output.contains("My lever machine leaks"))
    let fetch = try tool.shell("cd ro; mingle fetch")
    #expect(fetch.messages.contains("mingle: cannot write "))
    #expect(fetch.code == 3)
  }

  @Test(arguments: ["", "-wal", "-shm"]) func aLogThatIsLostOrForeignHarmsNothing(text: String)
    throws
  {
    #expect(try tool("fetch").code == 0)
    for suffix in ["-wal", "-shm"] {
      try folder.write(
        String(repeating: "x", count: text == suffix ? 40_000 : 0), to: ".mingle/mingle.db\(suffix)"
      )
    }
    #expect(try tool("fetch", "--force").output == "1 feed: 1 read; 0 new posts\n")
    try expectSound()
  }

  @Test func aNewerDatabaseIsLeftAsItIs() throws {
    #expect(try tool("fetch").code == 0)
    let queue = try DatabaseQueue(path: database.path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: later')") }
    try queue.close()
    let before = try Data(contentsOf: database)
    for command in [["today"], ["fetch"], ["report"], ["doctor"]] {
      let outcome = try tool.run(command)
      #expect((outcome.messages + outcome.output).contains("made by a newer Mingle"), "\(command)")
      #expect(outcome.code == 3, "\(command)")
    }
    #expect(try Data(contentsOf: database) == before)
  }

  /// What is stored is listed at once, while another run waits for a slow server.
  @Test func todayAnswersDuringAFetch() throws {
    #expect(try tool("fetch").code == 0)
    server.route("/1", .silence)
    let asked = server.requests.count
    let fetch = try tool.start(["fetch", "--force"])
    while fetch.isRunning, server.requests.count == asked { Thread.sleep(forTimeInterval: 0.005) }
    let today = try tool("today", "--no-fetch")
    #expect(today.output.contains("My lever machine leaks"))
    #expect(today.messages == "")
    #expect(today.code == 0)
    #expect(fetch.isRunning)
    // Longer than a second run waits.
    let second = try tool("fetch")
    #expect(second.messages.hasPrefix("mingle: another fetch is running (pid "))
    #expect(second.messages.hasSuffix("); this one used what is stored\n"))
    #expect(second.code == 0)
    #expect(server.requests.count == asked + 1)
    fetch.signal(SIGINT)
    #expect(try fetch.finish().code == 130)
  }

  /// Reading a pipe that nobody writes into would wait for ever.
  @Test(arguments: ["feeds.opml", "profile.yaml", "settings.yaml", ".mingle/mingle.db"])
  func aPipeInPlaceOfAFileIsTold(name: String) throws {
    _ = try tool.shell("mkdir -p .mingle; rm -f \(name); mkfifo \(name)")
    for command in ["fetch", "today --no-fetch", "doctor"] {
      let outcome = try tool.shell("timeout -s KILL 20 mingle \(command) --workspace .")
      let told = outcome.messages + outcome.output
      #expect(
        told.contains("is not a regular file") || command == "fetch" && name == "profile.yaml"
          || command == "today --no-fetch" && name == "feeds.opml", "\(command)")
      #expect(outcome.code < 128, "\(command)")
    }
  }

  @Test(arguments: ["ulimit -n 32", "ulimit -v 600000"])
  func scarceHandlesAndMemoryAreLivedWith(limit: String) throws {
    for number in 2...40 { server.route("/\(number)", .reply(.feed(leverFeed))) }
    let lines = (2...40).map {
      "<outline type=\"rss\" text=\"F\" xmlUrl=\"\(server.address("/\($0)"))\"/>"
    }
    try folder.write("<opml><body>\(lines.joined())</body></opml>", to: "feeds.opml")
    let outcome = try tool.shell("\(limit); exec mingle fetch")
    #expect(outcome.output == "39 feeds: 39 read; 39 new posts\n")
    #expect(outcome.messages == "")
    try expectSound()
  }

  @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
  func closedStandardFilesHarmNothing(closing: String) throws {
    #expect(try tool.shell("mingle fetch \(closing)").code == 0)
    try expectSound()
    #expect(try tool("posts").output.contains("My lever machine leaks"))
  }

  @Test(arguments: ["today", "fetch --force", "posts", "feeds list", "report", "doctor"])
  func aReaderThatGoesAwayIsNoFault(command: String) throws {
    let outcome = try tool.shell("(mingle \(command); echo $? >code) | true; cat code")
    #expect(outcome.output == "0\n")
    #expect(outcome.messages == "")
  }

  @Test(arguments: [
    "LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=nowhere", "TERM=dumb", "TERM=", "COLUMNS=0", "COLUMNS=20",
    "COLUMNS=100000", "TZ=nowhere", "LANG=",
  ])
  func everyPlaceGetsTheSameDocument(environment: String) throws {
    #expect(try tool("fetch").code == 0)
    let expected = try tool("posts", "--json").output
    let outcome = try tool.shell("\(environment) mingle posts --json")
    #expect(outcome.output == expected)
    #expect(outcome.code == 0)
    #expect(try tool.shell("\(environment) mingle today --no-fetch").code == 0)
  }

  /// Nothing is written into a folder that nobody named.
  @Test(arguments: [
    "env -u HOME", "HOME=/proc/none", "HOME=relative",
    "XDG_CONFIG_HOME=relative XDG_DATA_HOME=relative",
  ])
  func withoutAHomeNothingIsWritten(environment: String) throws {
    let empty = try TemporaryFolder()
    let outcome = try Tool(in: empty).shell("\(environment) mingle today")
    #expect(outcome.messages.hasPrefix("mingle: there is no workspace here: "))
    #expect(outcome.code == 2)
    #expect(try FileManager.default.contentsOfDirectory(atPath: empty.path) == [])
  }
}
