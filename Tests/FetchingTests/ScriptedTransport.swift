import Conversations
import Fetching
import Foundation
import Synchronization

/// A transport that answers from a script and keeps count.
final class ScriptedTransport: Transport {
  struct Log {
    var asked: [String] = []
    var validators: [Visit.Validators?] = []
    var open: [String: Int] = [:]
    var mostOpen: [String: Int] = [:]
    var mostOpenInAll = 0
  }

  let log = Mutex(Log())
  private let answer: @Sendable (Request) async -> Result<Answer, TransportFailure>

  init(
    _ answer: @escaping @Sendable (Request) async -> Result<Answer, TransportFailure> = {
      .success(Answer(address: $0.address, status: 200))
    }
  ) {
    self.answer = answer
  }

  func send(_ request: Request) async -> Result<Answer, TransportFailure> {
    let host = request.address.limitedHost
    log.withLock { log in
      log.asked.append(request.address.text)
      log.validators.append(request.validators)
      log.open[host, default: 0] += 1
      log.mostOpen[host] = max(log.mostOpen[host] ?? 0, log.open[host] ?? 0)
      log.mostOpenInAll = max(log.mostOpenInAll, log.open.values.reduce(0, +))
    }
    for _ in 0..<3 { await Task.yield() }
    let result = await answer(request)
    log.withLock { $0.open[host, default: 0] -= 1 }
    return result
  }

  var asked: [String] { log.withLock { $0.asked } }
}

/// A clock that stands until somebody sleeps.
final class ScriptedClock: Sendable {
  private let moment = Mutex(noon)
  let slept = Mutex<[Duration]>([])

  var now: Date { moment.withLock { $0 } }

  func turn(to date: Date) { moment.withLock { $0 = date } }

  var wallClock: FetchRound.WallClock {
    var clock = FetchRound.WallClock()
    clock.now = { [self] in now }
    clock.sleep = { [self] wait in
      slept.withLock { $0.append(wait) }
      moment.withLock { $0 += wait.inSeconds }
    }
    return clock
  }
}

/// What a round came to, a line an outcome: its feed and what became of it.
func lines(
  _ round: FetchRound, _ visits: [Visit], closures: [HostClosure] = []
) async throws -> [String] {
  var lines: [String] = []
  try await round.run(visits, closures: closures) { outcome in
    let end =
      switch outcome.result {
      case .answered(let answer): "\(answer.status)"
      case .failed(let failure): failure.description
      case .waiting(let until): "waiting \(Int(until.timeIntervalSince(noon)))"
      }
    lines.append("\(outcome.visit.feed) \(end)")
  }
  return lines
}

func round(_ transport: any Transport, clock: ScriptedClock = ScriptedClock()) -> FetchRound {
  var round = FetchRound(politeness: Politeness(), transport: transport)
  round.clock = clock.wallClock
  return round
}

func visits(_ feeds: [String]) -> [Visit] { feeds.map(Visit.init(feed:)) }
