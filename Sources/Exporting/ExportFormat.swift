/// A way to write a listing for the world outside.
package protocol ExportFormat: Sendable {
  /// The name by which people choose it, in lower case.
  var name: String { get }
  func text(of listing: Listing) throws -> String
}

/// The formats there are, the usual one first.
package let exportFormats: [any ExportFormat] = [
  Markdown(), JSON(), CSV(), Atom(), HTML(),
]
