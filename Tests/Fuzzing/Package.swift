// swift-tools-version: 6.2
import PackageDescription

/// The rules of the house, as in the package around this one.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let package = Package(
  name: "fuzzing",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "fuzz", targets: ["Fuzzing"])],
  targets: [
    // Rooms of the package around this one, through symbolic links.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .target(name: "Markup", dependencies: ["CLibXML2"], swiftSettings: settings),
    .target(name: "Parsing", dependencies: ["Markup"], swiftSettings: settings),
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "Fuzzing", dependencies: ["CFuzzer", "Markup", "Parsing"], swiftSettings: settings),
  ]
)
