/// Which frames of the recording went into the chain, in their order, so that what comes out of a
/// stretcher or a resampler can be told by how much was taken in.
struct FedMap {
    /// Frames that went in, in all.
    private(set) var fed = 0
    private var pieces: [(source: Range<Int>, peaks: SIMD2<Int32>)] = []
    /// Frames that were taken out of the map, and the frame of the recording after the last of them.
    private var taken = 0
    private var lastFrame = 0

    /// Notes what went in.
    mutating func feed(_ source: Range<Int>, peaks: SIMD2<Int32>) {
        fed += source.count
        pieces.append((source, peaks))
    }

    /// Turns device frames that used up the recording to a count of fed frames into spans.
    mutating func spans(
        upTo used: Int, deviceFrames: Int, speed: Double
    ) -> [PlayedTimeline.Span] {
        var left = max(0, min(used, fed) - taken)
        guard left > 0 else {
            // Nothing new was used up: the place is that of what comes next.
            let place = pieces.first?.source.lowerBound ?? lastFrame
            return [span(place..<place, deviceFrames, speed, pieces.first?.peaks ?? .zero)]
        }
        var spans: [PlayedTimeline.Span] = []
        var (framesLeft, sourceLeft) = (deviceFrames, left)
        while left > 0 {
            let count = min(left, pieces[0].source.count)
            let source = pieces[0].source.lowerBound..<pieces[0].source.lowerBound + count
            // The last piece gets what rounding left over.
            let frames = count == left ? framesLeft : framesLeft * count / sourceLeft
            spans.append(span(source, frames, speed, pieces[0].peaks))
            framesLeft -= frames
            sourceLeft -= count
            left -= count
            taken += count
            lastFrame = source.upperBound
            pieces[0].source = source.upperBound..<pieces[0].source.upperBound
            if pieces[0].source.isEmpty { pieces.removeFirst() }
        }
        return spans
    }

    private func span(
        _ source: Range<Int>, _ frames: Int, _ speed: Double, _ peaks: SIMD2<Int32>
    ) -> PlayedTimeline.Span {
        .init(deviceFrames: frames, source: source, speed: speed, peaks: peaks)
    }
}
