/// Which frames of a recording the frames of a device are, so that what left the loudspeaker can be
/// told at any speed, over skips and loops, and what was dropped before it sounded is not counted.
struct PlayedTimeline: Sendable {
    /// Frames that were handed to the device together.
    struct Span: Sendable, Equatable {
        /// How many; 0 for a bit of the recording that is too short for a frame of its own.
        var deviceFrames: Int
        /// What they hold of the recording.
        var source: Range<Int>
        /// How fast.
        var speed: Double
        /// The largest magnitude in each channel of the recording, as it is heard.
        var peaks: SIMD2<Int32> = .zero
    }

    /// A stretch of the recording that was heard.
    struct Heard: Sendable, Equatable {
        var source: Range<Int>
        var speed: Double
    }

    /// Device frames handed over, and of these those that left the loudspeaker.
    private(set) var submitted = 0
    private(set) var played = 0
    private var queue: [Span] = []
    /// Device frames of the first span in the queue that were played.
    private var playedOfFirst = 0
    /// Where the recording stands once the queue is played.
    private var restingFrame = 0
    private var heard: [Heard] = []
    private var latestPeaks = SIMD2<Int32>.zero

    /// Notes what was handed to the device.
    mutating func submit(_ span: Span) {
        submitted += span.deviceFrames
        queue.append(span)
    }

    /// Notes how many of the submitted device frames left the loudspeaker; never goes back.
    mutating func advance(toPlayed count: Int) {
        var left = min(count, submitted) - played
        guard left > 0 else { return }
        played += left
        var spent = 0
        while spent < queue.count, left > 0 || queue[spent].deviceFrames == 0 {
            let span = queue[spent]
            let taken = min(left, span.deviceFrames - playedOfFirst)
            let start =
                span.deviceFrames > 0 ? span.frame(at: playedOfFirst) : span.source.lowerBound
            playedOfFirst += taken
            left -= taken
            let end = span.frame(at: playedOfFirst)
            if start < end { note(Heard(source: start..<end, speed: span.speed)) }
            latestPeaks = span.peaks
            restingFrame = end
            if playedOfFirst == span.deviceFrames {
                spent += 1
                playedOfFirst = 0
            }
        }
        queue.removeFirst(spent)
    }

    /// Forgets what is queued and stands at a frame.
    mutating func restart(at frame: Int) {
        dropQueued()
        restingFrame = frame
    }

    /// Forgets what is queued and stands where the loudspeaker was.
    mutating func dropQueued() {
        submitted = played
        queue.removeAll()
        playedOfFirst = 0
        latestPeaks = .zero
    }

    /// The frame that leaves the loudspeaker when so many more of the submitted ones have.
    func frame(ahead count: Int = 0) -> Int {
        guard let (span, offset) = place(ahead: count) else {
            return queue.last?.source.upperBound ?? restingFrame
        }
        return span.frame(at: offset)
    }

    /// The peaks of what leaves the loudspeaker then; zero in silence and rest.
    func peaks(ahead count: Int = 0) -> SIMD2<Int32> {
        place(ahead: count)?.span.peaks ?? (queue.isEmpty ? .zero : latestPeaks)
    }

    /// What was heard since the last call.
    mutating func takeHeard() -> [Heard] {
        defer { heard.removeAll() }
        return heard
    }

    private func place(ahead count: Int) -> (span: Span, offset: Int)? {
        var offset = playedOfFirst + max(0, count)
        for span in queue {
            if offset < span.deviceFrames { return (span, offset) }
            offset -= span.deviceFrames
        }
        return nil
    }

    private mutating func note(_ piece: Heard) {
        if let last = heard.last, last.speed == piece.speed,
            last.source.upperBound == piece.source.lowerBound
        {
            heard[heard.count - 1].source = last.source.lowerBound..<piece.source.upperBound
        } else {
            heard.append(piece)
        }
    }
}

extension PlayedTimeline.Span {
    /// The recording's frame after so many of the device's.
    fileprivate func frame(at deviceFrame: Int) -> Int {
        guard deviceFrame < deviceFrames else { return source.upperBound }
        return source.lowerBound + source.count * deviceFrame / deviceFrames
    }
}
