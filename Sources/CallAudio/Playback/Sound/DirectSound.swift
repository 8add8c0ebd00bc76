import CallModel
import Synchronization

/// A sound that is read from its files, which are decoded where they are wanted.
///
/// Files that cannot be sought are decoded from their first frame again whenever one is wanted that
/// has gone by: exact, and slow.
///
/// The block that was decoded last is kept: small reads and short steps back find what they want in it.
final class DirectSound: SeekableSound, @unchecked Sendable {
    /// Held by whoever touches the stream, the block or the positions.
    private let lock = Mutex(())
    private var stream: SideBySide
    /// Opens the files anew, where they cannot be sought.
    private let reopen: (() throws(AudioError) -> SideBySide)?
    private let block: UnsafeMutableBufferPointer<Int16>
    /// The frames that stand in the block.
    private var range = 0..<0
    /// The frame that the stream gives next; nil after a failure.
    private var next: Int? = 0
    private let length: Int
    let sampleRate: Int
    let channelCount: Int

    /// The sound of a stream of which any frame can be sought, and its length. Nobody else reads the
    /// stream from then on.
    convenience init(_ stream: SideBySide, frameCount: Int) {
        self.init(stream, frameCount: frameCount, reopen: nil)
    }

    /// The sound of a source that cannot be sought, read over and over.
    convenience init(decodingAgain source: CallSource) throws(AudioError) {
        self.init(try SideBySide(source), frameCount: .max) { () throws(AudioError) in
            try SideBySide(source)
        }
    }

    private init(
        _ stream: SideBySide, frameCount: Int, reopen: (() throws(AudioError) -> SideBySide)?
    ) {
        self.stream = stream
        self.reopen = reopen
        length = frameCount
        sampleRate = stream.sampleRate
        channelCount = stream.channelCount
        block = .allocate(capacity: SideBySide.blockFrameCount * channelCount)
    }

    deinit { block.deallocate() }

    var frameCount: Int? { length }
    var readyFrameCount: Int { length }

    func read(
        at frame: Int, into buffer: UnsafeMutableBufferPointer<Int16>
    ) throws(AudioError) -> Int {
        try lock.withLock { _ throws(AudioError) in
            let wanted = frame < 0 ? 0 : min(buffer.count / channelCount, length - frame)
            var filled = 0
            while filled < wanted {
                let position = frame + filled
                if !range.contains(position) { try decode(from: position) }
                let count = min(wanted - filled, range.upperBound - position)
                guard count > 0 else { break }
                let start = (position - range.lowerBound) * channelCount
                (buffer.baseAddress! + filled * channelCount).update(
                    from: block.baseAddress! + start, count: count * channelCount)
                filled += count
            }
            return filled
        }
    }

    private func decode(from frame: Int) throws(AudioError) {
        var position = next ?? .max
        next = nil
        range = 0..<0
        if let reopen {
            if frame < position {
                stream = try reopen()
                position = 0
            }
        } else if frame != position {
            try stream.seek(to: frame)
            position = frame
        }
        var got = 0
        repeat {
            position += got
            got = try stream.read(into: block)
        } while got > 0 && position + got <= frame
        range = position..<(position + got)
        next = position + got
    }
}
