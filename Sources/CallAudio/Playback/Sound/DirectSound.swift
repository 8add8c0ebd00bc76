import CallModel
import Synchronization

/// A sound that is read from its files, which are decoded where they are wanted.
///
/// The block that was decoded last is kept: small reads and short steps back find what they want in it.
final class DirectSound: SeekableSound, @unchecked Sendable {
    /// Held by whoever touches the stream, the block or the positions.
    private let lock = Mutex(())
    private let stream: SideBySide
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
    init(_ stream: SideBySide, frameCount: Int) {
        self.stream = stream
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
            let wanted = min(buffer.count / channelCount, length - frame)
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
        let isThere = next == frame
        next = nil
        range = 0..<0
        if !isThere { try stream.seek(to: frame) }
        let got = try stream.read(into: block)
        range = frame..<(frame + got)
        next = frame + got
    }
}
