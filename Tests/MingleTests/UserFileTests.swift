import Foundation
import Mingle
import Support
import Testing

@Suite struct UserFileTests {
  @Test func readsWhatIsThere() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("text", to: "file")
    #expect(try UserFile.read(file, as: "file", limit: 4) == Array("text".utf8))
    #expect(try UserFile.read(folder.url.appending(path: "none"), as: "none", limit: 4) == nil)
  }

  @Test func refusesWhatIsNoFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("text", to: "file")
    let pipe = folder.url.appending(path: "pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    func message(_ url: URL, limit: Int = 4) -> String? {
      #expect(throws: UsageFailure.self) { try UserFile.read(url, as: "it", limit: limit) }?
        .description
    }
    #expect(message(folder.url) == "it is a folder, not a file")
    // Reading a pipe would wait for ever.
    #expect(message(pipe) == "it is not a regular file")
    #expect(message(file, limit: 3) == "it is too large: 4 bytes, and at most 3 are read")
  }

  /// A dotfiles folder is full of links: the file they lead to is the one that people keep.
  @Test func aLinkStaysALink() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("old", to: "real/file")
    let link = folder.url.appending(path: "link")
    try FileManager.default.createSymbolicLink(
      atPath: link.path, withDestinationPath: "real/file")
    try UserFile.replace(link, with: Array("new".utf8))
    #expect(try file.readText() == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "real/file")
  }

  /// It was replaced by a file that everybody might write, for such are the rights of a link.
  @Test func aLinkToWhatIsNotThereIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let link = folder.url.appending(path: "link")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "away/file")
    #expect(
      throws: FileFailure(
        "cannot write \(link.path): it is a link to away/file, which is not there")
    ) { try UserFile.replace(link, with: Array("new".utf8)) }
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "away/file")
  }

  /// Somebody else saved it while a change was being made: theirs stays.
  @Test func aFileThatIsNotAsReadAnyMoreIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("old", to: "file")
    let isWritten = try UserFile.replace(file, with: Array("new".utf8)) {
      (try? UserFile.read(file, as: "file", limit: 9)) == Array("older".utf8)
    }
    #expect(!isWritten)
    #expect(try file.readText() == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
  }

  @Test func aDeviceIsWrittenIntoAndNotReplaced() throws {
    try UserFile.replace(URL(filePath: "/dev/null"), with: Array("new".utf8))
    var status = stat()
    #expect(stat("/dev/null", &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func replacesAFileAndKeepsItsMode() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("old", to: "file")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    try UserFile.replace(file, with: Array("new".utf8))
    #expect(try folder.url.appending(path: "file").readText() == "new")
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
  }
}

extension URL {
  fileprivate func readText() throws -> String { try String(contentsOf: self, encoding: .utf8) }
}
