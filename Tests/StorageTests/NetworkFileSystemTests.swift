import Storage
import Testing

@Suite struct NetworkFileSystemTests {
  private static let mounts = """
    overlay / overlay rw 0 0
    tmpfs /tmp tmpfs rw 0 0
    server:/export /home nfs4 rw 0 0
    /dev/sda1 /home/ann ext4 rw 0 0
    //nas/team /mnt/our\\040team cifs rw 0 0
    ann@host:/ /mnt/far fuse.sshfs rw 0 0
    /dev/sdb1 /mnt/stick fuseblk rw 0 0
    gocryptfs /mnt/secret fuse.gocryptfs rw 0 0
    /dev/sdc1 /mnt/twice ext4 rw 0 0
    server:/b /mnt/twice nfs rw 0 0
    """

  @Test(
    arguments: [
      ("/srv/w/.mingle", nil), ("/tmp/w", nil), ("/home/bob/w", "nfs4"), ("/home", "nfs4"),
      ("/homes/bob", nil), ("/home/ann/w", nil), ("/mnt/our team/w", "cifs"),
      ("/mnt/far/w", "fuse.sshfs"), ("/mnt/stick/w", nil), ("/mnt/secret", nil),
      ("/mnt/twice/w", "nfs"),
    ] as [(String, String?)])
  func theMountThatAFolderIsUnderCounts(folder: String, kind: String?) {
    #expect(NetworkFileSystem.kind(of: folder, mounts: Self.mounts) == kind)
  }

  @Test func aTableThatIsNoneTellsNothing() {
    #expect(NetworkFileSystem.kind(of: "/a", mounts: "\n x \n") == nil)
  }
}
