/// What a document is that is no text at all, for people; nil if it may be text.
func foreignKind(of bytes: [UInt8]) -> String? {
  let kinds: [([UInt8], String)] = [
    ([0xFF, 0xD8, 0xFF], "a JPEG image"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
    (Array("GIF8".utf8), "a GIF image"), (Array("%PDF".utf8), "a PDF document"),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive"), ([0x1F, 0x8B], "compressed data (gzip)"),
    (Array("OggS".utf8), "an Ogg recording"), (Array("ID3".utf8), "an MP3 recording"),
    (Array("SQLite format 3".utf8), "a database"),
  ]
  return kinds.first { bytes.starts(with: $0.0) }?.1
}
