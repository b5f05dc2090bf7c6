internal import Foundation

/// File systems that are on other machines: their locks do not keep two machines apart, and SQLite
/// (sqlite.org/howtocorrupt.html, 2.1) may then lose or damage what is stored.
package enum NetworkFileSystem {
  /// What the kernel calls them. Of FUSE only some are on other machines.
  private static let kinds: Set<String> = [
    "9p", "afs", "afpfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs",
    "nfs", "nfs4", "smb3", "smbfs", "webdav",
    "fuse.ceph", "fuse.curlftpfs", "fuse.davfs2", "fuse.gcsfuse", "fuse.glusterfs",
    "fuse.juicefs", "fuse.mfs", "fuse.rclone", "fuse.s3fs", "fuse.smbnetfs", "fuse.sshfs",
  ]

  /// The kind of network file system that the file at `path` is on, or will be; nil if it is on none.
  package static func kind(at path: String) -> String? {
    var place = URL(fileURLWithPath: path).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" {
      place.deleteLastPathComponent()
    }
    #if os(Linux)
      guard let table = try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8) else {
        return nil
      }
      return kind(of: place.resolvingSymlinksInPath().path, mounts: table)
    #else
      var status = statfs()
      guard statfs(place.path, &status) == 0, Int32(status.f_flags) & MNT_LOCAL == 0 else {
        return nil
      }
      return withUnsafeBytes(of: &status.f_fstypename) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
    #endif
  }

  /// The same by a table of mounts as Linux writes it: of all that `folder` is under, the longest path
  /// counts, and of two that are the same the later.
  package static func kind(of folder: String, mounts table: String) -> String? {
    var found: (path: String, kind: String)?
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2 else { continue }
      let path = fields[1].replacing("\\040", with: " ").replacing("\\011", with: "\t")
        .replacing("\\134", with: "\\")
      let isAbove = path == "/" || folder == path || folder.hasPrefix(path + "/")
      if isAbove, path.utf8.count >= found?.path.utf8.count ?? 0 {
        found = (String(path), String(fields[2]))
      }
    }
    return found.flatMap { kinds.contains($0.kind) ? $0.kind : nil }
  }
}
