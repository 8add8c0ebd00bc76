import Foundation
import Testing

/// Compares a text with the one that was kept, byte for byte. With `EARFUL_RECORD_SNAPSHOTS=1` in the
/// environment it keeps the text instead; look at the difference before committing it.
enum Snapshot {
    static func check(
        _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["EARFUL_RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
            return
        }
        guard let kept = try? Data(contentsOf: file) else {
            Issue.record(
                "there is no snapshot \(name); record it with EARFUL_RECORD_SNAPSHOTS=1",
                sourceLocation: sourceLocation)
            return
        }
        guard kept != Data(text.utf8) else { return }
        let old = String(decoding: kept, as: UTF8.self).components(separatedBy: "\n")
        let new = text.components(separatedBy: "\n")
        let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        let at = line ?? min(old.count, new.count)
        Issue.record(
            """
            \(name) differs from line \(at + 1) on:
            kept: \(at < old.count ? old[at] : "(no such line)")
            now:  \(at < new.count ? new[at] : "(no such line)")
            """, sourceLocation: sourceLocation)
    }

    /// Compares a page; links name files by their content, and a page is the same when a script or a
    /// style changed.
    static func check(
        page html: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let text = html.replacing(#/-[0-9a-f]+\.(css|js|svg)/#) { "-HASH.\($0.1)" }
            .replacing(#/\/modules\/[0-9a-f]+\//#, with: "/modules/HASH/")
        try check(text, name, sourceLocation: sourceLocation)
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Snapshots", directoryHint: .isDirectory)
}
