internal import Conversations
internal import Foundation

extension FetchRound {
  /// What is due, least recently fetched first; subscriptions to one URL become one item.
  func plan(
    _ visits: [Visit], _ closures: [HostClosure]
  ) -> (items: [Schedule.Item], unusable: [Visit]) {
    let now = clock.now()
    var items: [Schedule.Item] = []
    var unusable: [Visit] = []
    var places: [Address: Int] = [:]
    let due =
      visits
      .filter {
        politeness.isDue($0, now: now, forced: isForced)
          || politeness.isHeldBack($0, by: closures, now: now, patience: patience)
      }
      .sorted { politeness.lastAsked($0, now: now) < politeness.lastAsked($1, now: now) }
    for visit in due {
      guard let address = politeness.address(of: visit) else {
        unusable.append(visit)
        continue
      }
      let caller = Schedule.Caller(visit: visit)
      if let place = places[address] {
        items[place].callers.append(caller)
      } else {
        places[address] = items.count
        items.append(Schedule.Item(address, [caller]))
      }
    }
    return (items, unusable)
  }
}
