/// The places of one form in a segment, as bytes.
///
/// For each post: how many posts further it is, how often the form stands in it (and whether only in
/// the body), then how many words further each place is. Most take three or four bytes.
enum Postings {
  /// The bytes of `places`, which must be sorted; and in how many posts they are.
  static func encode(_ places: ArraySlice<Place>) -> (bytes: [UInt8], posts: Int) {
    var writer = VarintWriter()
    var posts = 0
    var last = 0
    var index = places.startIndex
    while index < places.endIndex {
      let post = places[index].post
      var end = index
      var inTitle = 0
      while end < places.endIndex, places[end].post == post {
        if !places[end].isInBody { inTitle += 1 }
        end += 1
      }
      writer.write(UInt64(post - last))
      writer.write(UInt64(end - index) << 1 | (inTitle == 0 ? 1 : 0))
      if inTitle > 0 { writer.write(UInt64(inTitle)) }
      var before = 0
      for place in index..<end {
        if place == index + inTitle { before = 0 }
        writer.write(UInt64(places[place].position - before))
        before = places[place].position
      }
      posts += 1
      last = post
      index = end
    }
    return (writer.bytes, posts)
  }

  /// The places that `bytes` tell of, in their order. Of damaged bytes some places are told, but none
  /// of a post at or behind `posts`.
  static func decode(_ bytes: UnsafeRawBufferPointer, posts: Int) -> [Place] {
    var reader = VarintReader(bytes)
    var places: [Place] = []
    places.reserveCapacity(bytes.count / 3)
    var post = 0
    while !reader.isAtEnd {
      post += Int(truncatingIfNeeded: reader.read() & 0xFFFF_FFFF)
      guard post < posts else { break }
      let head = reader.read()
      var inTitle = head & 1 == 0 ? reader.read() : 0
      var left = head >> 1
      var position: UInt64 = 0
      var isInBody = inTitle == 0
      while left > 0, !reader.isAtEnd {
        position = (position &+ reader.read()) & 0x7FFF_FFFF
        places.append(Place(post: post, inBody: isInBody, position: Int(position)))
        left -= 1
        if !isInBody {
          inTitle -= 1
          if inTitle == 0 { (isInBody, position) = (true, 0) }
        }
      }
    }
    return places
  }
}
