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
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "ranking", targets: ["RankingBenchmark"]),
    .executable(name: "speed", targets: ["SpeedBenchmark"]),
    .executable(name: "order", targets: ["OrderBenchmark"]),
    .executable(name: "parsing", targets: ["ParsingBenchmark"]),
    .executable(name: "throughput", targets: ["ThroughputBenchmark"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "Measuring", swiftSettings: settings),
    // Rooms of the package around this one, through symbolic links: what is measured is their source.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
    .target(
      name: "Markup", dependencies: ["CLibXML2"], swiftSettings: settings,
      // glibc has iconv in itself.
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]),
    .target(name: "Parsing", dependencies: ["Markup"], swiftSettings: settings),
    .executableTarget(
      name: "RankingBenchmark",
      dependencies: [
        "Measuring", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "OrderBenchmark",
      dependencies: [
        "Measuring", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // What no reader that uses libxml2 can be faster than.
    .target(name: "CLimit", dependencies: ["CLibXML2"]),
    .executableTarget(
      name: "ParsingBenchmark",
      dependencies: [
        "CLimit", "Markup", "Measuring", "Parsing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["peers.py"], swiftSettings: settings),
    // A peer of Mingle's here, not its store: its C interface is enough, and builds at once.
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .executableTarget(
      name: "SpeedBenchmark",
      dependencies: [
        "CSQLite", "Measuring", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // Sockets and nothing else: the clients share the processors with it.
    .target(name: "CFeedServer", linkerSettings: [.linkedLibrary("z")]),
    // The server of the tests, which can misbehave.
    .target(
      name: "Support",
      sources: [
        "FolderRoute.swift", "Gzip.swift", "LoopbackServer.swift", "LoopbackService.swift",
        "Reply.swift", "Sockets.swift",
      ], swiftSettings: settings),
    .executableTarget(
      name: "ThroughputBenchmark",
      dependencies: [
        "CFeedServer", "Measuring", "Support",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
  ]
)
