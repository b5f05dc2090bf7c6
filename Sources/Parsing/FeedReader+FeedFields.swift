internal import Markup

/// What becomes of a field of the feed itself.
extension FeedReader {
  mutating func finishInFeed(_ capture: Capture) {
    let rule = capture.rule
    switch rule.field {
    case .title:
      if let text = field.line(capture), feedFields.accept(.title, rule.rank) {
        feed?.title = text
      }
    case .summary:
      if let text = field.marked(capture, base: bases.current)?.plainText(), !text.isEmpty,
        feedFields.accept(.summary, rule.rank)
      {
        feed?.subtitle = text
      }
    case .link, .atomLink:
      if let home = bases.address(field.raw ?? field.attribute),
        feedFields.accept(.link, rule.rank)
      {
        feed?.home = home
      }
    case .language:
      if let text = field.line(capture.kind), feedFields.accept(.language, rule.rank) {
        feed?.language = text
      }
    case .generator:
      // Atom names the program by an address, too: the one that RSS writes.
      let text = [field.attribute, field.line(capture.kind)].compactMap { $0 }.joined(
        separator: " ")
      if !text.isEmpty, feedFields.accept(.generator, rule.rank) {
        feed?.generator = oneLine(text, limit: 200)
      }
    case .fallbackAuthor:
      if let name = field.line(capture.kind), feedFields.accept(.fallbackAuthor, rule.rank) {
        fallbackAuthor = name
      }
    case .timeToLive:
      if let minutes = field.raw.flatMap(number), minutes > 0 {
        // Whoever says a century means "seldom"; nothing overflows.
        feed?.pace.interval = .seconds(min(minutes, 527_040) * 60)
      }
    case .updatePeriod: readPeriod(field.raw)
    case .updateFrequency: readFrequency(field.raw)
    case .skipHour:
      if let hour = field.raw.flatMap(number), (0...24).contains(hour) {
        // RSS 0.91 counts to 24.
        feed?.pace.skipHours.insert(hour % 24)
      }
    case .skipDay:
      if let day = field.raw.flatMap(weekday) { feed?.pace.skipDays.insert(day) }
    default: break
    }
  }

  private mutating func readPeriod(_ text: String?) {
    let seconds =
      switch text?.lowercased() {
      case "hourly": 3600
      case "daily": 86_400
      case "weekly": 604_800
      case "monthly": 2_592_000
      case "yearly": 31_536_000
      default: 0
      }
    guard seconds > 0, feed?.pace.interval == nil else { return }
    period = seconds
    feed?.pace.interval = .seconds(seconds / frequency)
  }

  private mutating func readFrequency(_ text: String?) {
    guard let count = text.flatMap(number), (1...3600).contains(count) else { return }
    frequency = count
    if let period { feed?.pace.interval = .seconds(period / count) }
  }

  private func weekday(_ name: String) -> Int? {
    ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
      .firstIndex(of: String(name.lowercased().prefix(3))).map { $0 + 1 }
  }
}
