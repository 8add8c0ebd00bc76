import Foundation
import Testing

/// The floors, lowest first: a target imports only from floors below its own.
private let floors: [[String]] = [
    [
        "CSndFile", "CMPG123", "CFLAC", "CALSA", "CSonic", "CSampleRate", "CLibCrypto",
        "CZlib", "CNCurses",
    ],
    ["CallModel"],
    ["CallAudio", "CallTagging", "CallDigest", "CallArchive"],
    ["CallWorkbench", "CallReports"],
    ["WebWorkbench"],
    ["earful"],
]

/// Modules that one target alone may import.
private let keepers: [String: Set<String>] = [
    "CSndFile": ["CallAudio"], "CMPG123": ["CallAudio"], "CFLAC": ["CallAudio"],
    "CALSA": ["CallAudio"], "CSonic": ["CallAudio"], "CSampleRate": ["CallAudio"],
    "CLibCrypto": ["CallAudio"], "CZlib": ["WebWorkbench"],
    "GRDB": ["CallArchive"], "Hummingbird": ["WebWorkbench"], "Mustache": ["WebWorkbench"],
    "NIOCore": ["WebWorkbench"], "ArgumentParser": ["earful"], "CNCurses": ["earful"],
]

private let sources = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources").resolvingSymlinksInPath()

/// A source file and the modules it imports.
private struct SourceFile: Sendable, CustomTestStringConvertible {
    let path: String
    let target: String
    let lines: Int
    let imports: [String]

    var testDescription: String { path }
}

private func sourceFiles() throws -> [SourceFile] {
    let importLine =
        #/^\s*(?:@\w+\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|typealias)\s+)?(\w+)/#
    let prefix = sources.path(percentEncoded: false) + "/"
    let found = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    return try (found?.compactMap { $0 as? URL } ?? [])
        .filter { $0.pathExtension == "swift" }
        .map { url in
            let text = try String(contentsOf: url, encoding: .utf8)
            let path = url.path(percentEncoded: false).replacing(prefix, with: "")
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            return SourceFile(
                path: path, target: String(path.prefix { $0 != "/" }), lines: lines.count,
                imports: lines.compactMap {
                    try? importLine.firstMatch(in: $0).map { String($0.1) }
                })
        }
        .sorted { $0.path < $1.path }
}

@Suite("The floors")
struct FloorTests {
    private static let floorOf = Dictionary(
        uniqueKeysWithValues: floors.enumerated().flatMap { level, targets in
            targets.map { ($0, level) }
        })

    @Test("every target has a floor")
    func everyTargetHasAFloor() throws {
        let targets = Set(try sourceFiles().map(\.target))
        #expect(targets.contains("CallModel"))
        #expect(targets.subtracting(Self.floorOf.keys) == [])
    }

    @Test("no import climbs or goes sideways")
    func importsOnlyGoDown() throws {
        for file in try sourceFiles() {
            let floor = try #require(Self.floorOf[file.target], "\(file.path)")
            for imported in file.imports {
                guard let other = Self.floorOf[imported] else { continue }
                #expect(other < floor, "\(file.path) imports \(imported)")
            }
        }
    }

    @Test("a library has one keeper")
    func librariesHaveOneKeeper() throws {
        for file in try sourceFiles() {
            for imported in file.imports {
                guard let allowed = keepers[imported] else { continue }
                #expect(allowed.contains(file.target), "\(file.path) imports \(imported)")
            }
        }
    }

    @Test("no source file is past 400 lines")
    func filesHoldOneIdea() throws {
        for file in try sourceFiles() {
            #expect(file.lines <= 401, "\(file.path) has \(file.lines) lines: it is two ideas")
        }
    }
}
