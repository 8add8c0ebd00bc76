import CallModel
import Dispatch
import Foundation
import Synchronization

/// The sound of a call whose codec cannot be sought: read from its playable copy, which is found in
/// the cache, or made there while what is decoded of it can already be read.
final class CopyMaker: SeekableSound {
    let sampleRate: Int
    let channelCount: Int
    private let order: CopyOrder
    private let recording: Recording?
    private let copies: CopyCache?
    private let state: Mutex<State>
    private let decoded = Gate()
    private let finished = Gate()

    private struct State {
        var readyFrameCount = 0
        var frameCount: Int?
        /// How much is decoded, 0...1.
        var progress = 0.0
        var isSwapped = false
        var place: Place = .nowhere
        /// Why no more will become ready.
        var failure: AudioError?
        /// Why no copy can be made.
        var obstacle: AudioError?
        var isCancelled = false
    }

    /// Where the samples are.
    private enum Place: Sendable {
        case nowhere
        case spool(DecodeSpool)
        /// No folder has room for them: they are decoded again where they are wanted.
        case decodedAgain(DirectSound)
        case copy(DirectSound, CopyLease)
    }

    /// Starts a worker that makes the sound ready. It goes on until it is done or ``cancel()`` is
    /// called, which the owner does. It spools where ``spool(for:)`` says, unless told where.
    init(
        _ order: CopyOrder, recording: Recording?, copies: CopyCache?, spool: DecodeSpool? = nil
    ) {
        self.order = order
        self.recording = recording
        self.copies = copies
        let spool = spool ?? Self.spool(for: copies)
        sampleRate = order.sampleRate
        channelCount = order.channelCount
        state = Mutex(State(frameCount: recording?.frameCount))
        // Not in the pool of tasks: it would occupy one of few threads for seconds.
        DispatchQueue(label: "earful.playable-copy", qos: .userInitiated).async {
            self.work(spool)
        }
    }

    var readyFrameCount: Int { state.withLock { $0.readyFrameCount } }

    var frameCount: Int? { state.withLock { $0.frameCount } }

    var progress: Double { state.withLock { $0.progress } }

    func read(
        at frame: Int, into buffer: UnsafeMutableBufferPointer<Int16>
    ) throws(AudioError) -> Int {
        let (place, isSwapped, ready, failure) = state.withLock {
            ($0.place, $0.isSwapped, $0.readyFrameCount, $0.failure)
        }
        let wanted = frame < 0 ? 0 : min(buffer.count / channelCount, ready - frame)
        guard wanted > 0 else {
            if let failure, frame >= ready { throw failure }
            return 0
        }
        let target = UnsafeMutableBufferPointer(rebasing: buffer[..<(wanted * channelCount)])
        let got: Int
        switch place {
        case .nowhere: got = 0
        case .spool(let spool):
            got = try spool.read(at: frame * channelCount, into: target) / channelCount
        case .copy(let sound, _), .decodedAgain(let sound):
            got = try sound.read(at: frame, into: target)
        }
        if isSwapped {
            for first in stride(from: 0, to: got * 2, by: 2) { target.swapAt(first, first + 1) }
        }
        return got
    }

    func whenReady() async throws { try await decoded.wait() }

    func finishedCopy() async throws -> PlayableCopy? {
        try await finished.wait()
        let (place, isSwapped) = state.withLock { ($0.place, $0.isSwapped) }
        guard case .copy(_, let lease) = place else { return nil }
        let layout = order.source.layout(channelCount: channelCount)
        return PlayableCopy(lease, layout: isSwapped ? layout.swapped : layout)
    }

    func cancel() {
        state.withLock { $0.isCancelled = true }
    }

    // MARK: The worker

    private func work(_ spool: DecodeSpool) {
        do {
            let order = try order.resolved()
            try checkHashes(order.identity.hashes)
            try? copies?.makeFolder()
            let stream = try SideBySide(order.source)
            state.withLock { state in
                state.isSwapped = order.isSwapped
                state.place = .spool(spool)
            }
            // The beginning can be heard while a long copy is still being looked at.
            _ = try decode(stream, of: order, into: spool, upTo: 2 * sampleRate)
            if let lease = copies?.find(order.identity), adopt(lease) {
                decoded.open()
                return finished.open()
            }
            try decodeRest(stream, of: order, into: spool)
            decoded.open()
            if let obstacle = state.withLock({ $0.obstacle }) { throw obstacle }
            if let copies, readyFrameCount > 0 {
                _ = adopt(try keep(spool, order.identity, in: copies))
            }
            finished.open()
        } catch {
            if let failure = error as? AudioError, frameCount != readyFrameCount {
                state.withLock { $0.failure = failure }
            }
            decoded.open(.failure(error))
            finished.open(.failure(error))
        }
    }

    private func checkHashes(_ hashes: [ContentHash]) throws(AudioError) {
        guard let recording else { return }
        guard recording.files.map(\.contentHash).sorted() == hashes.sorted() else {
            throw .changed(path: order.source.path)
        }
    }

    private func checkCancellation() throws {
        if state.withLock({ $0.isCancelled }) { throw CancellationError() }
    }

    /// Reads from a copy from now on; false where it is not one of this sound.
    private func adopt(_ lease: CopyLease) -> Bool {
        guard let stream = try? SideBySide(CallSource(path: lease.path)),
            stream.sampleRate == sampleRate, stream.channelCount == channelCount,
            let frameCount = stream.seekableFrameCount
        else { return false }
        let sound = DirectSound(stream, frameCount: frameCount)
        state.withLock { state in
            state.place = .copy(sound, lease)
            state.readyFrameCount = frameCount
            state.frameCount = frameCount
            state.progress = 1
        }
        return true
    }

    /// A spool on the disk of the recordings, and only where that has no room among the temporary
    /// files, which may lie in memory.
    private static func spool(for copies: CopyCache?) -> DecodeSpool {
        let temporary = FileManager.default.temporaryDirectory.path
        return DecodeSpool(folders: [copies?.folder, temporary].compactMap { $0 })
    }

    /// Decodes into a spool, which can be read meanwhile, until so many frames are ready; false where
    /// the sound ended before. Where no folder has room the sound can be heard all the same, and no
    /// copy be made.
    private func decode(
        _ stream: SideBySide, of order: CopyOrder.Resolved, into spool: DecodeSpool,
        upTo limit: Int
    ) throws -> Bool {
        let expected = recording?.frameCount ?? stream.promisedFrameCount
        let block = UnsafeMutableBufferPointer<Int16>.allocate(
            capacity: SideBySide.blockFrameCount * channelCount)
        defer { block.deallocate() }
        var (count, hasRoom) = state.withLock { ($0.readyFrameCount, $0.obstacle == nil) }
        while count < limit {
            try checkCancellation()
            let got = try stream.read(into: block)
            if got == 0 { return false }
            if hasRoom {
                do {
                    try spool.append(UnsafeBufferPointer(rebasing: block[..<(got * channelCount)]))
                } catch {
                    hasRoom = false
                    let sound = try DirectSound(decodingAgain: order.source)
                    state.withLock { state in
                        state.obstacle = error
                        state.place = .decodedAgain(sound)
                    }
                }
            }
            count += got
            let share = expected.map { Double(count) / Double($0) } ?? stream.readShare
            state.withLock { state in
                state.readyFrameCount = count
                state.progress = min(1, share)
            }
        }
        return true
    }

    private func decodeRest(
        _ stream: SideBySide, of order: CopyOrder.Resolved, into spool: DecodeSpool
    ) throws {
        _ = try decode(stream, of: order, into: spool, upTo: .max)
        // Bytes that changed while they were decoded are no copy of anything.
        let hashes = try stream.files.map { try $0.recordedFile(side: nil).contentHash }
        guard hashes == order.identity.hashes else {
            throw AudioError.changed(path: order.source.path)
        }
        state.withLock { state in
            state.frameCount = state.readyFrameCount
            state.progress = 1
        }
    }

    /// Writes what was decoded into the cache.
    private func keep(
        _ spool: DecodeSpool, _ identity: CopyIdentity, in copies: CopyCache
    ) throws -> CopyLease {
        try copies.make(identity) { partial in
            let writer = try FLACWriter(
                descriptor: partial.descriptor, sampleRate: sampleRate, channelCount: channelCount,
                path: partial.path)
            let block = UnsafeMutableBufferPointer<Int16>.allocate(
                capacity: SideBySide.blockFrameCount * channelCount)
            defer { block.deallocate() }
            var position = 0
            while true {
                try checkCancellation()
                let got = try spool.read(at: position, into: block)
                if got == 0 { break }
                try writer.write(UnsafeBufferPointer(rebasing: block[..<got]))
                position += got
            }
            try writer.finish()
            try check(partial, against: spool, sampleCount: position)
        } pause: {
            try checkCancellation()
            usleep(20_000)
        }
    }

    /// A disk that fills up as the library closes the file is not always reported: what was written
    /// last must come back.
    private func check(
        _ partial: PartialCopy, against spool: DecodeSpool, sampleCount: Int
    ) throws(AudioError) {
        let frameCount = sampleCount / channelCount
        let start = max(0, frameCount - SideBySide.blockFrameCount)
        let count = (frameCount - start) * channelCount
        let stream = try SideBySide(CallSource(path: partial.path))
        let written = UnsafeMutableBufferPointer<Int16>.allocate(capacity: count)
        let wanted = UnsafeMutableBufferPointer<Int16>.allocate(capacity: count)
        defer {
            written.deallocate()
            wanted.deallocate()
        }
        let got = try DirectSound(stream, frameCount: frameCount).read(at: start, into: written)
        guard stream.seekableFrameCount == frameCount, got * channelCount == count,
            try spool.read(at: start * channelCount, into: wanted) == count,
            written.elementsEqual(wanted)
        else {
            throw AudioError(
                kind: .noRoom, path: partial.path,
                sentence: "The playable copy did not reach the disk whole; free some space.")
        }
    }
}

extension CallSource {
    /// The file to name in an error: the only one, or the agent's.
    var path: String {
        switch self {
        case .file(let file, _): file.path
        case .sides(let agent, _): agent.path
        }
    }
}
