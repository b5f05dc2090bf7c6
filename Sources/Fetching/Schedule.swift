internal import Conversations
internal import Foundation

/// Which feed of a round is asked for next: a pure state machine over what is queued, what is open
/// and which hosts are closed. Every step costs the same, however many feeds one host has.
struct Schedule {
  /// A feed, and the redirects that led it to where it is asked for.
  struct Caller {
    var visit: Visit
    var hops: [Answer.Hop] = []
  }

  /// One URL of the round, with all the feeds that are asked for there.
  struct Item {
    var address: Address
    var callers: [Caller]
    var host: String
    /// How long the redirects took that led here.
    var spent = Duration.zero

    init(_ address: Address, _ callers: [Caller], spent: Duration = .zero) {
      self.address = address
      self.callers = callers
      self.spent = spent
      host = address.limitedHost
    }

    /// What the callers know of what stands there; nil if one knows something else than another: a 304
    /// would tell it nothing.
    var validators: Visit.Validators? {
      let first = callers.first?.visit.validators
      return callers.allSatisfy { $0.visit.validators == first } ? first : nil
    }
  }

  enum Step {
    case fetch(Item)
    /// The host is closed for longer than a round waits.
    case postpone(Item, until: Date)
    /// Nothing can be asked before this moment.
    case sleep(until: Date)
    /// Nothing is left but what is open.
    case idle
  }

  private struct Host {
    var open = 0
    var width = 1
    var held: [Item] = []
    var firstHeld = 0
    var waited: TimeInterval = 0
    /// Attempts in a row that waited in vain for a connection, or for the whole of an answer.
    var unreached = 0
    /// The end of the closure that the round waits for.
    var sleepsUntil: Date?

    mutating func take() -> Item? {
      guard firstHeld < held.count else { return nil }
      defer { firstHeld += 1 }
      return held[firstHeld]
    }

    /// Puts an item before all others.
    mutating func putFirst(_ item: Item) {
      if firstHeld > 0 {
        firstHeld -= 1
        held[firstHeld] = item
      } else {
        held.insert(item, at: 0)
      }
    }

    var isHolding: Bool { firstHeld < held.count }
    /// Whether an item that just came may go before nobody.
    var isFree: Bool { open < width && !isHolding }
  }

  private var items: [Item]
  private var cursor = 0
  /// The addresses of all that has yet to be asked for, and who came to it by redirects.
  private var awaited: [Address: [Caller]] = [:]
  private var hosts: [String: Host] = [:]
  /// Hosts with held items that may have a free slot, in the order in which it came free.
  private var resumable: [String] = []
  private var firstResumable = 0
  /// The hosts that the round waits for.
  private(set) var sleeping: [String] = []
  private(set) var closures: [String: HostClosure]
  private let politeness: Politeness
  private let perHost: Int
  private let patience: Duration

  /// A host may hold up a round by as many waits of full patience.
  private static let waits = 6
  /// After so many attempts in vain a host is left alone for the rest of the round: a dead one with
  /// five hundred feeds would hold it up for an hour.
  private static let attempts = 2

  /// A schedule of items in the order in which they should be asked for.
  init(
    _ items: [Item], closures: [HostClosure], politeness: Politeness, perHost: Int,
    patience: Duration
  ) {
    self.items = items
    awaited = Dictionary(items.map { ($0.address, []) }) { one, _ in one }
    self.closures = Dictionary(closures.map { ($0.host, $0) }) { $0.until > $1.until ? $0 : $1 }
    self.politeness = politeness
    self.perHost = perHost
    self.patience = patience
  }

  /// The next step; to be asked again after each one but `sleep` and `idle`.
  mutating func next(now: Date) -> Step {
    wake(now)
    switch ready(now) {
    case .fetch(let item): return .fetch(whole(item))
    case .postpone(let item, let until): return .postpone(whole(item), until: until)
    case .sleep, .idle, nil: break
    }
    let moments = sleeping.compactMap { hosts[$0]?.sleepsUntil }
    return moments.min().map { .sleep(until: $0) } ?? .idle
  }

  private mutating func ready(_ now: Date) -> Step? {
    while firstResumable < resumable.count {
      let name = resumable[firstResumable]
      if let step = resume(name, now) { return step }
      firstResumable += 1
    }
    while cursor < items.count {
      let item = items[cursor]
      cursor += 1
      if let step = consider(item, now) { return step }
    }
    return nil
  }

  /// Notes that an item's request has ended. A host is asked with its full width only once it has
  /// answered without any limit: what has a budget of one would refuse the second of two.
  mutating func finished(_ item: Item, isLimited: Bool, isUnreached: Bool = false) {
    var host = hosts[item.host] ?? Host()
    host.open -= 1
    host.unreached = isUnreached ? host.unreached + 1 : 0
    host.width = isLimited || isUnreached || item.host == "reddit.com" ? 1 : perHost
    hosts[item.host] = host
    resumable.append(item.host)
  }

  /// Notes what is now known of a host.
  mutating func learn(_ host: String, _ closure: HostClosure?) { closures[host] = closure }

  /// Whether more items wait to be asked for.
  var isHolding: Bool {
    cursor < items.count
      || resumable[firstResumable...].contains { hosts[$0]?.isHolding ?? false }
  }

  /// Takes feeds that were led to an address: to its request if that has yet to be made, else to one
  /// after all others; within a host before all others, for a budget of one that went to the first half
  /// of a request would be spent in vain.
  mutating func follow(
    _ callers: [Caller], from host: String, to address: Address, spent: Duration
  ) {
    if awaited[address] != nil {
      awaited[address]? += callers
      return
    }
    awaited[address] = []
    let item = Item(address, callers, spent: spent)
    if item.host == host {
      hosts[host, default: Host()].putFirst(item)
      resumable.append(host)
    } else {
      items.append(item)
    }
  }

  /// The item with all who came to it by now.
  private mutating func whole(_ item: Item) -> Item {
    var item = item
    item.callers += awaited.removeValue(forKey: item.address) ?? []
    return item
  }

  private mutating func wake(_ now: Date) {
    sleeping.removeAll { name in
      guard let until = hosts[name]?.sleepsUntil else { return true }
      // A clock that was put back would have it wait until the old time has come again.
      guard until <= now || until > now + patience else { return false }
      hosts[name]?.sleepsUntil = nil
      resumable.append(name)
      return true
    }
  }

  private mutating func resume(_ name: String, _ now: Date) -> Step? {
    guard var host = hosts[name], host.isHolding else { return nil }
    if host.unreached >= Self.attempts, let item = host.take() {
      hosts[name] = host
      return .postpone(item, until: now + Politeness.shortest)
    }
    if let until = politeness.closedUntil(closures[name], now: now) {
      if sleeps(name, until, now) { return nil }
      guard let item = host.take() else { return nil }
      hosts[name] = host
      return .postpone(item, until: until)
    }
    guard host.open < host.width, let item = host.take() else { return nil }
    host.open += 1
    hosts[name] = host
    return .fetch(item)
  }

  private mutating func consider(_ item: Item, _ now: Date) -> Step? {
    let name = item.host
    if hosts[name, default: Host()].unreached >= Self.attempts {
      return .postpone(item, until: now + Politeness.shortest)
    }
    if let until = politeness.closedUntil(closures[name], now: now) {
      guard sleeps(name, until, now) else { return .postpone(item, until: until) }
    } else if hosts[name, default: Host()].isFree {
      hosts[name, default: Host()].open += 1
      return .fetch(item)
    }
    // In place: a copy of the queue for each of its items would be quadratic.
    hosts[name, default: Host()].held.append(item)
    return nil
  }

  /// Whether the round waits for a closed host; if so the host is put to sleep.
  private mutating func sleeps(_ name: String, _ until: Date, _ now: Date) -> Bool {
    var host = hosts[name] ?? Host()
    if host.sleepsUntil == until { return true }
    let wait = until.timeIntervalSince(now)
    guard wait <= patience.inSeconds,
      host.waited + wait <= patience.inSeconds * Double(Self.waits)
    else { return false }
    host.waited += wait
    host.sleepsUntil = until
    hosts[name] = host
    if !sleeping.contains(name) { sleeping.append(name) }
    return true
  }
}
