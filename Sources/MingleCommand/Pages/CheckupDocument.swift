internal import Exporting
internal import Mingle
internal import Storage

/// `doctor --json`.
struct CheckupDocument: Encodable {
  var isWell: Bool
  var database: Database
  var profile: File
  var settings: File
  var feedList: File
  var remarks: [String]
  /// What was saved from a damaged database; null if nothing was.
  @OrNull var recovered: Recovered?

  struct Database: Encodable {
    var path: String
    var state: String
    var faults: [String]
    @OrNull var contents: Contents?
  }

  struct Contents: Encodable {
    var feeds: Int
    var posts: Int
    var conversations: Int
    var acts: Int

    init(_ contents: StoreContents) {
      feeds = contents.feeds
      posts = contents.posts
      conversations = contents.conversations
      acts = contents.acts
    }
  }

  struct File: Encodable {
    var path: String
    var isWell: Bool
    var problems: [String]

    init(_ file: Checkup.File) {
      path = file.path
      isWell = file.isWell
      problems = file.problems.map(\.text)
    }
  }

  struct Recovered: Encodable {
    var path: String
    var contents: Contents
  }

  init(_ checkup: Checkup, _ recovery: Recovery?) {
    isWell = checkup.isWell
    database = Database(
      path: checkup.database.path, state: checkup.database.state.rawValue,
      faults: checkup.database.faults, contents: checkup.database.contents.map(Contents.init))
    profile = File(checkup.profile)
    settings = File(checkup.settings)
    feedList = File(checkup.feedList)
    remarks = checkup.remarks
    recovered = recovery.map { Recovered(path: $0.path, contents: Contents($0.contents)) }
  }
}
