/// The numbers of the items of the lists that are open, innermost last.
struct ListNumbers {
  /// The number of the next item of each list; nil for one with points.
  private var numbers: [Int?] = []

  /// Begins a list, with what it says that it begins with.
  mutating func open(_ tag: HTMLTag, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard tag.isNamed("ol", in: bytes) else {
      numbers.append(nil)
      return
    }
    let start = tag.attribute("start", in: bytes).flatMap { range in
      range.count < 7 ? Int(String(decoding: bytes[range], as: UTF8.self)) : nil
    }
    numbers.append(start ?? 1)
  }

  mutating func close() { numbers.removeLast() }

  /// The number of the item that begins; nil for a point.
  mutating func next() -> Int? {
    guard let last = numbers.last, let number = last else { return nil }
    numbers[numbers.count - 1] = number + 1
    return number
  }
}
