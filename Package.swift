// swift-tools-version: 6.2
import PackageDescription

// The floors of Earful, lowest first. A target imports only from floors below its own, and never a
// sibling; `Tests/ArchitectureTests` reads the sources and fails on an import that climbs.

let package = Package(
    name: "earful",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "earful", targets: ["earful"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        // Without its traits: no reader of configurations, no second Foundation.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        // What Hummingbird stands on, where it is spoken to directly.
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.34.1"),
        .package(url: "https://github.com/apple/swift-async-algorithms.git", from: "1.0.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.14.0"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.0.0"),
    ],
    targets: [
        // Floor 0: C libraries of the system.
        .systemLibrary(
            name: "CSndFile", pkgConfig: "sndfile", providers: [.apt(["libsndfile1-dev"])]),
        .systemLibrary(
            name: "CMPG123", pkgConfig: "libmpg123", providers: [.apt(["libmpg123-dev"])]),
        .systemLibrary(name: "CFLAC", pkgConfig: "flac", providers: [.apt(["libflac-dev"])]),
        .systemLibrary(name: "CALSA", pkgConfig: "alsa", providers: [.apt(["libasound2-dev"])]),
        .systemLibrary(name: "CSonic", providers: [.apt(["libsonic-dev"])]),
        .systemLibrary(
            name: "CSampleRate", pkgConfig: "samplerate", providers: [.apt(["libsamplerate0-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // Without pkg-config, whose definitions of macros the package manager refuses.
        .systemLibrary(name: "CNCurses", providers: [.apt(["libncurses-dev"])]),

        // Floor 1: the nouns.
        .target(name: "CallModel"),

        // Floor 2: one engine each; none knows another.
        .target(
            name: "CallAudio",
            dependencies: [
                "CallModel", "CSndFile", "CMPG123", "CFLAC", "CALSA", "CSonic", "CSampleRate",
                "CLibCrypto",
            ]),
        .target(
            name: "CallTagging",
            dependencies: [
                "CallModel", .product(name: "Yams", package: "Yams"),
                .product(name: "HashTreeCollections", package: "swift-collections"),
            ]),
        .target(name: "CallDigest", dependencies: ["CallModel"]),
        .target(
            name: "CallArchive",
            dependencies: ["CallModel", .product(name: "GRDB", package: "GRDB.swift")]),

        // Floor 3: use cases, and their words.
        .target(
            name: "CallWorkbench",
            dependencies: [
                "CallModel", "CallAudio", "CallTagging", "CallDigest", "CallArchive",
                .product(name: "Yams", package: "Yams"),
                .product(name: "HashTreeCollections", package: "swift-collections"),
            ]),
        .target(name: "CallReports", dependencies: ["CallModel"]),

        // Floor 4: the workbench in a browser.
        .target(
            name: "WebWorkbench",
            dependencies: [
                "CallModel", "CallAudio", "CallTagging", "CallDigest", "CallArchive",
                "CallWorkbench", "CallReports", "CZlib",
                .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOFoundationCompat", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            // In the program itself, so that it stays one file that can be put anywhere.
            resources: [.embedInCode("Resources")]),

        // Floor 5: the one executable.
        .executableTarget(
            name: "earful",
            dependencies: [
                "CallModel", "CallAudio", "CallTagging", "CallArchive", "CallWorkbench",
                "CallReports", "WebWorkbench", "CNCurses",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        // What `Scripts/bench` runs to measure seeks: no product, but built so that it does not rot.
        .executableTarget(
            name: "seek-table", dependencies: ["CallModel", "CallAudio"],
            path: "Benchmarks/seek-table"),
        // The same for the time from a key to its sound.
        .executableTarget(
            name: "key-presses", dependencies: ["CallModel", "CallAudio"],
            path: "Benchmarks/key-presses"),

        // Tests mirror the sources.
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "CallModelTests", dependencies: ["CallModel"]),
        .testTarget(
            name: "CallAudioTests", dependencies: ["CallModel", "CallAudio", "CSndFile"]),
        .testTarget(name: "CallTaggingTests", dependencies: ["CallModel", "CallTagging"]),
        .testTarget(name: "CallDigestTests", dependencies: ["CallModel", "CallDigest"]),
        .testTarget(
            name: "CallArchiveTests",
            dependencies: [
                "CallModel", "CallArchive", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .testTarget(
            name: "CallWorkbenchTests",
            dependencies: [
                "CallModel", "CallAudio", "CallTagging", "CallArchive", "CallWorkbench",
            ]),
        .testTarget(
            name: "CallReportsTests", dependencies: ["CallModel", "CallReports"],
            exclude: ["Snapshots"]),
        .testTarget(
            name: "WebWorkbenchTests",
            dependencies: [
                "CallModel", "CallAudio", "CallArchive", "CallWorkbench", "CallReports",
                "WebWorkbench",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            exclude: ["Snapshots"]),
        .testTarget(
            name: "EarfulTests",
            dependencies: [
                "CallModel", "CallAudio", "CallTagging", "CallWorkbench", "CallReports", "earful",
            ],
            exclude: ["Snapshots"]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .treatAllWarnings(as: .error),
    ]
}
