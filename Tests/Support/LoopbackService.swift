internal import Foundation
internal import Synchronization

/// The threads of a loopback server: one that accepts, and one for each connection.
///
/// A file handle is closed only by the thread that uses it, and under the lock: its number may be
/// another test's socket a moment later. Whoever else wants it to end hangs it up.
final class LoopbackService: Sendable {
  struct State {
    var routes: [String: Behaviour] = [:]
    var folder: URL?
    var requests: [LoopbackServer.Request] = []
    var open: [Int: Int32] = [:]
    var connections = 0
    var busy = 0
    var mostBusy = 0
    var isStopped = false
  }

  let state: Mutex<State>
  private let listener: Int32
  private let hasEnded = DispatchSemaphore(value: 0)

  init(listener: Int32, routes: [String: Behaviour]) {
    self.listener = listener
    state = Mutex(State(routes: routes))
    Thread.detachNewThread { [self] in
      while !state.withLock({ $0.isStopped }) {
        if let socket = Sockets.accept(listener) { take(socket) }
      }
      Sockets.close(listener)
      hasEnded.signal()
    }
  }

  /// Hangs up on everybody; afterwards connections are refused.
  func stop() {
    state.withLock {
      $0.isStopped = true
      for socket in $0.open.values { Sockets.hangUp(socket) }
    }
    Sockets.hangUp(listener)
    hasEnded.wait()
  }

  private func take(_ socket: Int32) {
    let number = state.withLock { state -> Int? in
      guard !state.isStopped else { return nil }
      defer { state.connections += 1 }
      state.open[state.connections] = socket
      return state.connections
    }
    guard let number else { return Sockets.close(socket) }
    Thread.detachNewThread { [self] in
      var reader = Sockets.HeadReader(socket: socket)
      while let head = reader.next(), handle(head, socket, number) {}
      state.withLock {
        $0.open[number] = nil
        Sockets.close(socket)
      }
    }
  }

  /// Answers one request; returns whether another may follow.
  private func handle(_ head: [UInt8], _ socket: Int32, _ connection: Int) -> Bool {
    guard let request = LoopbackServer.Request(head, connection: connection) else { return false }
    let behaviour = state.withLock { state in
      state.requests.append(request)
      state.busy += 1
      state.mostBusy = max(state.mostBusy, state.busy)
      return Self.behaviour(for: request, in: &state)
    }
    defer { state.withLock { $0.busy -= 1 } }
    return perform(behaviour, request, socket)
  }

  private static func behaviour(for request: LoopbackServer.Request, in state: inout State)
    -> Behaviour
  {
    let bare = String(request.path.prefix { $0 != "?" })
    for path in [request.path, bare] {
      guard let behaviour = state.routes[path] else { continue }
      guard case .sequence(let steps) = behaviour, let first = steps.first else { return behaviour }
      if steps.count > 1 { state.routes[path] = .sequence(Array(steps.dropFirst())) }
      return first
    }
    return state.folder.flatMap { FolderRoute.behaviour(in: $0, path: bare) }
      ?? .reply(.status(404))
  }

  private func perform(_ behaviour: Behaviour, _ request: LoopbackServer.Request, _ socket: Int32)
    -> Bool
  {
    switch behaviour {
    case .reply(let reply): return Sockets.send(reply, to: socket) && reply.keepsConnection
    case .validated(let reply):
      let answer = reply.validated(against: request)
      return Sockets.send(answer, to: socket) && answer.keepsConnection
    case .sequence(let steps):
      return steps.first.map { perform($0, request, socket) } ?? false
    case .choose(let choose): return perform(choose(request), request, socket)
    case .silence:
      Sockets.waitForEnd(socket)
      return false
    case .hangUp: return false
    case .reset:
      Sockets.resetOnClose(socket)
      return false
    case .raw(let bytes):
      _ = Sockets.write(bytes, to: socket)
      return false
    }
  }
}
