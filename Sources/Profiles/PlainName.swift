extension String {
  /// A community's or author's name as it is compared: `/r/Espresso` is `r/espresso`, `u/Ann` and
  /// `@ann` are `ann`.
  package var plainName: String {
    let name = lowercased().drop { $0 == "/" || $0 == "@" }
    return String(name.hasPrefix("u/") ? name.dropFirst(2) : name)
  }
}
