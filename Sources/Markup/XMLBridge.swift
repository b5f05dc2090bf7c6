internal import CLibXML2

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the callbacks of the C parser hold on to: C function pointers cannot know a generic handler,
/// so they call this class and its one generic child.
///
/// What changes with every event stands behind a pointer: the properties of a class are checked for
/// overlapping access at run time, which took a twentieth of the time of a whole reading.
class XMLBridge {
  private let state = UnsafeMutablePointer<XMLBridgeState>.allocate(capacity: 1)

  static let deepest = 256
  static let tooDeep = "elements nested more than 256 deep"
  static let mostNamespaces = 512
  /// Of elements and attributes, with their prefixes and namespaces.
  static let mostNames = 100_000
  /// Seconds of processor time for one document.
  static let longest = 5.0

  init() { state.initialize(to: XMLBridgeState()) }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  func kind(of name: XMLName) -> Int { 0 }
  func start(_ element: XMLElement) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ kind: Int) {}
  func restart() {}
  var stops: String? { nil }

  /// What was wrong with the document, the first few of it.
  final var problems: [XMLProblem] { state.pointee.problems }
  /// The limit that was broken, for people; the reading stopped there.
  final var excess: String? { state.pointee.excess }
  final var hasSeenElement: Bool { state.pointee.hasSeenElement }

  /// Names are interned anew by every parser.
  final func begin(_ context: xmlParserCtxtPtr) {
    let begun = state.pointee.begun
    state.pointee = XMLBridgeState(context: context, begun: begun)
  }

  /// The parser is about to be freed.
  final func finish() { state.pointee.context = nil }

  final func startElement(
    _ local: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?,
    _ namespace: UnsafePointer<UInt8>?, _ namespaces: Int,
    _ declarations: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ attributes: XMLAttributes
  ) {
    guard let context = state.pointee.context, !state.pointee.isStopped else { return }
    let kind = kind(local, prefix, namespace)
    if let excess = state.pointee.open(kind, namespaces: namespaces) { return stop(excess) }
    start(
      XMLElement(
        kind: kind, local: local, attributes: attributes, context: context,
        declarations: declarations, declarationCount: namespaces))
    // Asking copies the handler, so it is not asked each time.
    if state.pointee.starts % 256 == 0, let stops { stop(stops) }
  }

  final func endElement() {
    guard !state.pointee.isStopped, let kind = state.pointee.close() else { return }
    end(kind)
  }

  final func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !state.pointee.isStopped { text(bytes) }
  }

  final func note(_ problem: XMLProblem) {
    if state.pointee.problems.count < 20 { state.pointee.problems.append(problem) }
  }

  private func stop(_ why: String) {
    state.pointee.excess = why
    state.pointee.isStopped = true
    xmlStopParser(state.pointee.context)
  }

  @inline(__always)
  private func kind(
    _ local: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?,
    _ namespace: UnsafePointer<UInt8>?
  ) -> Int {
    let bits = Int(bitPattern: local) &* 31 &+ Int(bitPattern: namespace)
    let slot = Int((UInt(bitPattern: bits) &* 0x9E37_79B9_7F4A_7C15) >> 55)
    let known = state.pointee.memo[slot]
    if known.local == local, known.namespace == namespace, known.prefix == prefix {
      return known.kind
    }
    let kind = self.kind(
      of: XMLName(
        local: String(cString: local), prefix: prefix.map { String(cString: $0) },
        namespace: namespace.map { String(cString: $0) }))
    state.pointee.memo[slot] = .init(
      local: local, namespace: namespace, prefix: prefix, kind: kind)
    return kind
  }
}

/// Where a reading stands.
private struct XMLBridgeState {
  var context: xmlParserCtxtPtr?
  var problems: [XMLProblem] = []
  var excess: String?
  var isStopped = false
  var starts = 0
  var begun = cpuSeconds()
  /// Kinds by the addresses of interned names; a name whose slot is taken is asked for again.
  var memo = [Name](repeating: Name(), count: 512)
  private var elements: [Element] = []
  /// Namespaces declared by all open elements.
  private var inScope = 0

  struct Name {
    var local: UnsafePointer<UInt8>?
    var namespace: UnsafePointer<UInt8>?
    var prefix: UnsafePointer<UInt8>?
    var kind = 0
  }

  /// An open element.
  private struct Element {
    var kind: Int
    /// How many namespaces it declares.
    var namespaces: Int
  }

  init() {}

  init(context: xmlParserCtxtPtr, begun: Double) {
    self.context = context
    self.begun = begun
  }

  var hasSeenElement: Bool { starts > 0 }

  /// Counts an element as open; returns the limit that is broken by it, for people.
  mutating func open(_ kind: Int, namespaces: Int) -> String? {
    starts += 1
    inScope += namespaces
    elements.append(Element(kind: kind, namespaces: namespaces))
    if elements.count > XMLBridge.deepest { return XMLBridge.tooDeep }
    if inScope > XMLBridge.mostNamespaces { return "more than 512 namespaces" }
    guard starts % 8192 == 0 else { return nil }
    // libxml2's table of names stays small and its chains grow: a million of them are 16 s.
    if let context, xmlDictSize(context.pointee.dict) > XMLBridge.mostNames {
      return "more than 100,000 different names"
    }
    return cpuSeconds() - begun > XMLBridge.longest ? "more than five seconds of work" : nil
  }

  /// The kind of the innermost element, which is closed.
  mutating func close() -> Int? {
    guard let element = elements.popLast() else { return nil }
    inScope -= element.namespaces
    return element.kind
  }
}

/// The one generic part of the way from C to a handler.
final class Bridge<Handler: XMLHandler>: XMLBridge {
  private let held = UnsafeMutablePointer<Handler>.allocate(capacity: 1)

  init(_ handler: consuming Handler) {
    held.initialize(to: handler)
    super.init()
  }

  deinit {
    held.deinitialize(count: 1)
    held.deallocate()
  }

  var handler: Handler { held.pointee }

  override func kind(of name: XMLName) -> Int { held.pointee.kind(of: name) }
  override func start(_ element: XMLElement) { held.pointee.start(element) }
  override func text(_ bytes: UnsafeBufferPointer<UInt8>) { held.pointee.text(bytes) }
  override func end(_ kind: Int) { held.pointee.end(kind) }
  override func restart() { held.pointee.restart() }
  override var stops: String? { held.pointee.stops }
}

/// The processor time of this thread, in seconds: a busy machine must not fail a feed.
private func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
