// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target: Swift 6, no warnings, imports that say what they use.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A room of the house: a target whose arrows only point at rooms above it in the list below.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], linked: [LinkerSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, swiftSettings: settings, linkerSettings: linked)
}

/// The tests of a room, in the folder that mirrors it.
func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name), "Support"] + dependencies,
    exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "mingle",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "mingle", targets: ["MingleCommand"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    // What the system provides.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev", "zlib1g-dev"]), .brew(["curl"])]),
    .systemLibrary(
      name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),

    // The rooms, from the values everyone passes to the command line.
    room("Conversations"),
    room(
      "Markup", ["CLibXML2"],
      // glibc has iconv in itself.
      linked: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    room("Parsing", ["Markup"]),
    room("Communities", ["Conversations", "Parsing", "Markup"]),
    room("Subscriptions", ["Conversations", "Markup"]),
    room("Fetching", ["CCurl", "Conversations"]),
    room("Profiles", ["Conversations", .product(name: "Yams", package: "Yams")]),
    room("Ranking", ["Conversations", "Profiles", "CStemmer"]),
    room(
      "Storage",
      [
        "Conversations", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    room("Exporting", ["Conversations", "Markup", "Profiles", "Ranking"]),
    room(
      "Mingle",
      [
        "Conversations", "Markup", "Parsing", "Communities", "Subscriptions", "Fetching",
        "Profiles", "Ranking", "Storage", "Exporting",
      ]),
    .executableTarget(
      name: "MingleCommand",
      dependencies: [
        "Mingle", "Conversations", "Exporting", "Profiles", "Ranking", "Storage",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // The tests, a folder a room; Support holds the loopback server and the paths of samples.
    .target(name: "Support", path: "Tests/Support", swiftSettings: settings),
    // What people say of posts, and how well the programme says it too.
    .target(
      name: "Labels", dependencies: ["Communities", "Conversations", "Parsing"],
      path: "Tests/Labels", swiftSettings: settings),
    tests(of: "Conversations"),
    tests(of: "Markup", exclude: ["Goldens", "Places"]),
    tests(of: "Parsing", ["Markup"]),
    tests(of: "Communities", ["Conversations", "Parsing", "Markup"], exclude: ["Goldens"]),
    tests(of: "Subscriptions", ["Conversations"]),
    tests(of: "Fetching", ["Conversations"]),
    tests(of: "Profiles", ["Conversations"]),
    tests(of: "Ranking", ["Conversations", "Labels", "Profiles"], exclude: ["Labels"]),
    tests(
      of: "Storage", ["Conversations", "Labels", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Labels"]),
    tests(of: "Exporting", ["Conversations", "Profiles", "Ranking"]),
    tests(
      of: "Mingle",
      ["Conversations", "Exporting", "Fetching", "Profiles", "Ranking", "Storage"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "MingleCommand", "Conversations", "Storage", "Support",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Goldens"], swiftSettings: settings),
  ]
)
