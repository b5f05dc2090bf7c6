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
class XMLBridge {
  var context: xmlParserCtxtPtr?
  var problems: [XMLProblem] = []
  /// The limit that was broken, for people; the reading stops there.
  var excess: String?
  var hasSeenElement = false
  /// The kinds of the open elements.
  private var open: [Int] = []
  /// Namespaces declared by the open elements, and by all of them.
  private var declared: [Int] = []
  private var inScope = 0
  private var starts = 0
  private var begun = cpuSeconds()
  /// Kinds by the addresses of interned names; a name whose slot is taken is asked for again.
  private var memo = [Slot](repeating: Slot(), count: 512)

  private struct Slot {
    var local: UnsafePointer<UInt8>?
    var namespace: UnsafePointer<UInt8>?
    var prefix: UnsafePointer<UInt8>?
    var kind = 0
  }

  static let deepest = 256
  static let tooDeep = "elements nested more than 256 deep"
  static let mostNamespaces = 512
  /// Seconds of processor time for one document.
  static let longest = 5.0

  func kind(of name: XMLName) -> Int { 0 }
  func start(_ element: XMLElement) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func end(_ kind: Int) {}
  func restart() {}
  var stops: String? { nil }

  /// Names are interned anew by every parser.
  func begin(_ context: xmlParserCtxtPtr) {
    self.context = context
    memo = [Slot](repeating: Slot(), count: 512)
    problems = []
    open = []
    declared = []
    inScope = 0
    hasSeenElement = false
  }

  final func startElement(
    _ local: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?,
    _ namespace: UnsafePointer<UInt8>?, _ namespaces: Int,
    _ declarations: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, _ attributes: XMLAttributes
  ) {
    guard let context, excess == nil else { return }
    hasSeenElement = true
    inScope += namespaces
    declared.append(namespaces)
    let kind = self.kind(local, prefix, namespace)
    open.append(kind)
    starts += 1
    if open.count > Self.deepest { return stop(Self.tooDeep) }
    if inScope > Self.mostNamespaces { return stop("more than 512 namespaces") }
    if starts % 8192 == 0, cpuSeconds() - begun > Self.longest {
      return stop("more than five seconds of work")
    }
    start(
      XMLElement(
        kind: kind,
        localName: UnsafeBufferPointer(start: local, count: Int(xmlStrlen(local))),
        attributes: attributes, context: context, declarations: declarations,
        declarationCount: namespaces))
    // Asking copies the handler, so it is not asked each time.
    if starts % 256 == 0, let stops { stop(stops) }
  }

  final func endElement() {
    guard excess == nil, let kind = open.popLast() else { return }
    inScope -= declared.popLast() ?? 0
    end(kind)
  }

  final func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard excess == nil else { return }
    text(bytes)
  }

  private func stop(_ why: String) {
    excess = why
    xmlStopParser(context)
  }

  @inline(__always)
  private func kind(
    _ local: UnsafePointer<UInt8>, _ prefix: UnsafePointer<UInt8>?,
    _ namespace: UnsafePointer<UInt8>?
  ) -> Int {
    let bits = Int(bitPattern: local) &* 31 &+ Int(bitPattern: namespace)
    let slot = Int((UInt(bitPattern: bits) &* 0x9E37_79B9_7F4A_7C15) >> 55)
    let known = memo[slot]
    if known.local == local, known.namespace == namespace, known.prefix == prefix {
      return known.kind
    }
    let kind = self.kind(
      of: XMLName(
        local: String(cString: local), prefix: prefix.map { String(cString: $0) },
        namespace: namespace.map { String(cString: $0) }))
    memo[slot] = Slot(local: local, namespace: namespace, prefix: prefix, kind: kind)
    return kind
  }
}

/// The one generic part of the way from C to a handler.
final class Bridge<Handler: XMLHandler>: XMLBridge {
  var handler: Handler

  init(_ handler: Handler) { self.handler = handler }

  override func kind(of name: XMLName) -> Int { handler.kind(of: name) }
  override func start(_ element: XMLElement) { handler.start(element) }
  override func text(_ bytes: UnsafeBufferPointer<UInt8>) { handler.text(bytes) }
  override func end(_ kind: Int) { handler.end(kind) }
  override func restart() { handler.restart() }
  override var stops: String? { handler.stops }
}

/// The processor time of this thread, in seconds: a busy machine must not fail a feed.
private func cpuSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
