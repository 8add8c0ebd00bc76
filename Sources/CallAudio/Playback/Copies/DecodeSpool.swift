import Foundation
import Synchronization

/// Decoded samples on their way to a playable copy: written once from the first on, readable at once
/// and at any position, and gone with the process.
///
/// They lie in files that have no name any more, in the first folder that takes them; where it has no
/// room left, the rest goes into the next.
final class DecodeSpool: Sendable {
    /// Bytes `start..<end` of the whole, in a file of their own.
    private struct Piece {
        let descriptor: Int32
        let start: Int
        var end: Int
    }

    private let folders: [String]
    /// The most bytes of one piece.
    private let pieceByteCount: Int
    private let pieces = Mutex<(all: [Piece], tried: Int)>(([], 0))

    /// A spool in the first of these folders that can be written to.
    init(folders: [String], pieceByteCount: Int = .max) {
        self.folders = folders
        self.pieceByteCount = pieceByteCount
    }

    deinit {
        for piece in pieces.withLock({ $0.all }) { close(piece.descriptor) }
    }

    /// Adds samples at the end; only one thread writes. Throws `.noRoom` where no folder takes them.
    func append(_ samples: UnsafeBufferPointer<Int16>) throws(AudioError) {
        var rest = UnsafeRawBufferPointer(samples)
        while !rest.isEmpty {
            let piece = try pieces.withLock { state throws(AudioError) in
                try Self.last(of: &state.all, orNextOf: folders, tried: &state.tried)
            }
            let length = piece.end - piece.start
            let wanted = min(rest.count, pieceByteCount - length)
            let written =
                wanted > 0 ? pwrite(piece.descriptor, rest.baseAddress, wanted, length) : 0
            if written < 0, errno == EINTR { continue }
            pieces.withLock { state in
                if written > 0 {
                    state.all[state.all.count - 1].end += written
                } else {
                    // Full or failing: the rest goes elsewhere.
                    state.tried += 1
                }
            }
            if written > 0 { rest = UnsafeRawBufferPointer(rebasing: rest[written...]) }
        }
    }

    /// The piece that is written to, in the folder that is in turn.
    private static func last(
        of pieces: inout [Piece], orNextOf folders: [String], tried: inout Int
    ) throws(AudioError) -> Piece {
        if pieces.count > tried, let last = pieces.last { return last }
        while tried < folders.count {
            if let descriptor = namelessFile(in: folders[tried]) {
                let start = pieces.last?.end ?? 0
                let piece = Piece(descriptor: descriptor, start: start, end: start)
                pieces.append(piece)
                return piece
            }
            tried += 1
        }
        throw AudioError(
            kind: .noRoom, path: folders.first ?? "",
            sentence: "There is no room for the decoded sound, here or in any folder for temporary "
                + "files; free some space, or set TMPDIR to a folder that has some.")
    }

    /// Reads samples from one on; returns how many, fewer where no more is written. Throws
    /// `.unreadable` where the disk fails.
    func read(
        at sample: Int, into buffer: UnsafeMutableBufferPointer<Int16>
    ) throws(AudioError) -> Int {
        let target = UnsafeMutableRawBufferPointer(buffer)
        var filled = 0
        for piece in pieces.withLock({ $0.all }) {
            while filled < target.count {
                let position = sample * 2 + filled
                guard (piece.start..<piece.end).contains(position) else { break }
                let wanted = min(target.count - filled, piece.end - position)
                let got = pread(
                    piece.descriptor, target.baseAddress! + filled, wanted, position - piece.start)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else {
                    throw AudioError(
                        kind: .unreadable, path: folders.first ?? "",
                        sentence: "The decoded sound cannot be read back: "
                            + "\(String(cString: strerror(errno))).")
                }
                filled += got
            }
        }
        return filled / 2
    }

    /// A file that only this process can reach, and that is gone when it is closed.
    private static func namelessFile(in folder: String) -> Int32? {
        let name = String(UInt64.random(in: .min ... .max), radix: 16)
        let path = "\(folder)/\(CopyName.spoolPrefix)\(name)"
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return nil }
        unlink(path)
        return descriptor
    }
}
