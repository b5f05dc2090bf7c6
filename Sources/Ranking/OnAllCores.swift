internal import Foundation

/// What `body` makes of the items, in their order; each core takes a stretch of them.
package func onAllCores<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ body: @escaping @Sendable (ArraySlice<Item>) -> [Result]
) async -> [Result] {
  let workers = min(ProcessInfo.processInfo.activeProcessorCount, items.count / 200)
  guard workers > 1 else { return body(items[...]) }
  let size = (items.count + workers - 1) / workers
  return await withTaskGroup(of: (Int, [Result]).self) { group in
    for start in stride(from: 0, to: items.count, by: size) {
      let chunk = items[start..<min(start + size, items.count)]
      group.addTask { (start, body(chunk)) }
    }
    var parts: [(Int, [Result])] = []
    for await part in group { parts.append(part) }
    return parts.sorted { $0.0 < $1.0 }.flatMap(\.1)
  }
}
