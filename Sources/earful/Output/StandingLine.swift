import Foundation
import Synchronization

/// A line on standard error that is drawn over again and again, where that is a terminal; nothing
/// elsewhere.
final class StandingLine: Sendable {
    private let isShown = Console.showsProgress
    /// The line that stands there.
    private let standing = Mutex("")

    /// Draws the line.
    func draw(_ line: String) {
        standing.withLock { standing in
            guard isShown, line != standing else { return }
            let padding = String(repeating: " ", count: max(0, standing.count - line.count))
            write("\r" + line + padding)
            standing = line
        }
    }

    /// Takes it away.
    func erase() { standing.withLock { erase(&$0) } }

    /// Takes it away and writes a remark in its place.
    func note(_ remark: String) {
        standing.withLock { standing in
            erase(&standing)
            Console.note(remark)
        }
    }

    private func erase(_ standing: inout String) {
        guard !standing.isEmpty else { return }
        write("\r" + String(repeating: " ", count: standing.count) + "\r")
        standing = ""
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
