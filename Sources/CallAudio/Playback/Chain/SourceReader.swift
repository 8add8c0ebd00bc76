/// Reads the frames of a recording in the order in which they are to be heard: over skips, round a
/// loop, up to the end of a region.
struct SourceReader {
    /// What a reading gave.
    enum Outcome: Equatable {
        /// Frames that lie beside one another in the recording.
        case frames(Range<Int>)
        /// The frames there are still being made.
        case notReady
        /// There is nothing after.
        case end
    }

    /// The next frame to be read.
    private(set) var cursor: Int
    private let sound: any SeekableSound
    private let skips: [Range<Int>]
    private let loop: Range<Int>?
    private let end: Int?
    /// Frames over which a jump fades from the one place to the other.
    private let fadeFrames: Int
    /// What is left of the place that a jump left, still to be faded out.
    private var leaving: [Int16] = []
    private var hasRead = false

    /// Reads from a frame on, over `skips` (in order), either round `loop` or up to `end`.
    init(
        _ sound: any SeekableSound, from frame: Int, skips: [Range<Int>] = [],
        loop: Range<Int>? = nil, end: Int? = nil
    ) {
        self.sound = sound
        self.skips = skips
        self.loop = loop
        self.end = end
        cursor = frame
        fadeFrames = sound.sampleRate / 250
    }

    /// Whether there is something to be read at a frame, or known to be nothing.
    static func isReady(_ sound: any SeekableSound, at frame: Int) -> Bool {
        let ready = sound.readyFrameCount
        return frame < ready || sound.frameCount.map { ready >= $0 } ?? false
    }

    /// Reads at most so many frames into a buffer that holds them. Throws `AudioError`.
    mutating func read(
        _ count: Int, into buffer: UnsafeMutableBufferPointer<Int16>
    ) throws(AudioError) -> Outcome {
        // Once round at most: a loop of which nothing can be read is an end, not a treadmill.
        for _ in 0..<3 {
            if let end, cursor >= end { return .end }
            if let target = jumpTarget {
                try leave(for: target, scratch: buffer)
                continue
            }
            let got = try sound.read(
                at: cursor, into: .init(rebasing: buffer[..<(bounded(count) * channels)]))
            if got > 0 {
                fade(buffer)
                hasRead = true
                cursor += got
                return .frames(cursor - got..<cursor)
            }
            guard Self.isReady(sound, at: cursor) else { return .notReady }
            guard let loop, loop.lowerBound < cursor, hasRead else { return .end }
            cursor = loop.lowerBound
        }
        return .end
    }

    private var channels: Int { sound.channelCount }

    private var jumpTarget: Int? {
        if let loop, cursor >= loop.upperBound { return loop.lowerBound }
        return skips.first { $0.contains(cursor) }?.upperBound
    }

    /// How many frames lie before the next jump, or the end.
    private func bounded(_ count: Int) -> Int {
        var limit = cursor + count
        if let next = skips.first(where: { $0.lowerBound > cursor }) {
            limit = min(limit, next.lowerBound)
        }
        if let loop { limit = min(limit, loop.upperBound) }
        if let end { limit = min(limit, end) }
        return limit - cursor
    }

    /// Jumps; what would have come next is kept, to be faded out over what comes instead. Nothing is
    /// faded where nothing was heard before.
    private mutating func leave(
        for target: Int, scratch buffer: UnsafeMutableBufferPointer<Int16>
    ) throws(AudioError) {
        leaving.removeAll(keepingCapacity: true)
        if hasRead {
            let room = min(fadeFrames, buffer.count / channels) * channels
            let got = try sound.read(at: cursor, into: .init(rebasing: buffer[..<room]))
            leaving.append(contentsOf: buffer[..<(got * channels)])
            leaving.append(
                contentsOf: repeatElement(0, count: fadeFrames * channels - leaving.count))
        }
        cursor = target
    }

    /// Mixes what was left into the frames that begin at the cursor, ever less of it.
    private mutating func fade(_ buffer: UnsafeMutableBufferPointer<Int16>) {
        guard !leaving.isEmpty else { return }
        // A stretch shorter than the fade is not faded to its end; the rest of it is dropped.
        for index in 0..<min(leaving.count, bounded(fadeFrames) * channels, buffer.count) {
            let share = Float(index / channels + 1) / Float(fadeFrames + 1)
            let mixed = Float(leaving[index]) * (1 - share) + Float(buffer[index]) * share
            buffer[index] = Int16(mixed.rounded())
        }
        leaving.removeAll(keepingCapacity: true)
    }
}
