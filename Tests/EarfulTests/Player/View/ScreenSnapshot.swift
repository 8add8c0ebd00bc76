import Foundation
import Testing

@testable import earful

/// Compares a picture with the one that was kept. With `EARFUL_RECORD_SNAPSHOTS=1` in the environment
/// it keeps the picture instead.
enum ScreenSnapshot {
    static func check(
        _ player: Rehearsal, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let grid = PlayerView.picture(of: player.model)
        let text = grid.text + "\n"
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Snapshots").appending(path: name)
        if ProcessInfo.processInfo.environment["EARFUL_RECORD_SNAPSHOTS"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let differing = zip(
            kept.split(separator: "\n", omittingEmptySubsequences: false),
            text.split(separator: "\n", omittingEmptySubsequences: false)
        ).first { $0 != $1 }
        #expect(
            kept == text, "\(name): \(differing.map { "\($0.0)\n\($0.1)" } ?? "")",
            sourceLocation: sourceLocation)
    }
}
