/// Makes of a recording what a device takes: reads in the order of hearing, mixes the sides, changes
/// the speed, the sample rate and the coding. Knows for every frame that comes out which part of the
/// recording it is.
struct PlaybackChain {
    /// What was made.
    enum Outcome {
        /// Frames for the device are in ``bytes``; these are they.
        case spans([PlayedTimeline.Span])
        /// The sound that comes next is still being made.
        case notReady
        /// Nothing comes any more.
        case end
    }

    /// The frames that the last call made, as the device takes them.
    private(set) var bytes: [UInt8] = []
    private var reader: SourceReader
    private var mixer: SideMixer
    private let encoder: FrameEncoder
    private let stretcher: TimeStretcher?
    private let resampler: Resampler?
    private let speed: Double
    /// Device frames for each frame of the recording at 1x.
    private let ratio: Double
    private let channelCount: Int
    private var map = FedMap()
    /// Fed frames that the stretcher used up for what was read from it, estimated.
    private var used = 0.0
    /// Frames that came out of the stretcher (or past it), and out of the chain.
    private var stretchedFrames = 0
    private var madeFrames = 0
    private var isFinished = false
    private var fadeInLeft: Int
    private let fadeInFrames: Int
    private var input: [Int16] = []
    private var lanes: [Int16] = []

    /// A chain from a frame of the recording on, to the end of a region where one is given. A chain
    /// that follows on sound that was cut off fades in.
    ///
    /// Throws ``PlaybackError`` where a library has no memory for it.
    init(
        _ score: PlayerScore, settings: PlaybackSettings, from frame: Int, region: Range<Int>?,
        for format: DeviceFormat, fadesIn: Bool
    ) throws(PlaybackError) {
        let sound = score.sound
        let rate = sound.sampleRate
        channelCount = sound.channelCount
        // A region that somebody asked for is played whole.
        let isSkipping = settings.isSkipping && settings.loop == nil && region == nil
        reader = SourceReader(
            sound, from: frame,
            skips: isSkipping ? score.plan.skippable.map { $0.frames(sampleRate: rate) } : [],
            loop: region == nil ? settings.loop : nil, end: region?.upperBound)
        mixer = SideMixer(
            layout: score.layout, sampleRate: rate, sides: settings.sides,
            gainsDB: settings.isLevelling ? score.plan.gainsDB : [],
            deviceChannels: format.channelCount)
        encoder = FrameEncoder(format: format, laneCount: mixer.laneCount)
        speed = settings.speed
        ratio = Double(format.rate) / Double(rate)
        stretcher =
            speed == 1
            ? nil
            : TimeStretcher(sampleRate: rate, channelCount: mixer.laneCount, speed: speed)
        resampler =
            format.rate == rate ? nil : Resampler(ratio: ratio, channelCount: mixer.laneCount)
        fadeInFrames = rate / 250
        fadeInLeft = fadesIn ? fadeInFrames : 0
        guard speed == 1 || stretcher != nil, format.rate == rate || resampler != nil else {
            throw .noMemory
        }
    }

    /// Makes about so many device frames, at least one. Throws `AudioError`.
    mutating func make(_ deviceFrames: Int) throws(AudioError) -> Outcome {
        let wanted = max(1, Int(Double(deviceFrames) / ratio))
        bytes.removeAll(keepingCapacity: true)
        while true {
            if takeStretched(wanted) { return .spans(spans()) }
            if isFinished { return .end }
            switch try feed(max(1, Int(Double(wanted) * speed))) {
            case .frames: if stretcher == nil, encodeLanes(isLast: false) { return .spans(spans()) }
            case .notReady: return .notReady
            case .end:
                isFinished = true
                if let stretcher {
                    stretcher.finish()
                } else {
                    lanes.removeAll(keepingCapacity: true)
                    if encodeLanes(isLast: true) { return .spans(spans()) }
                }
            }
        }
    }

    /// Reads and mixes; what the mixer made is in `lanes`, or in the stretcher.
    private mutating func feed(_ count: Int) throws(AudioError) -> SourceReader.Outcome {
        if input.count < count * channelCount {
            input = [Int16](repeating: 0, count: count * channelCount)
        }
        var outcome = SourceReader.Outcome.end
        var failure: AudioError?
        var peaks = SIMD2<Int32>.zero
        input.withUnsafeMutableBufferPointer { buffer in
            do throws(AudioError) {
                outcome = try reader.read(count, into: buffer)
                if case .frames(let range) = outcome {
                    let frames = buffer[..<(range.count * channelCount)]
                    peaks = mixer.mix(.init(rebasing: frames), into: &lanes)
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        guard case .frames(let range) = outcome else { return outcome }
        map.feed(range, peaks: peaks)
        fadeIn()
        stretcher?.write(&lanes)
        return outcome
    }

    private mutating func fadeIn() {
        guard fadeInLeft > 0 else { return }
        let frames = min(fadeInLeft, lanes.count / mixer.laneCount)
        for index in 0..<(frames * mixer.laneCount) {
            let done = fadeInFrames - fadeInLeft + index / mixer.laneCount
            lanes[index] = Int16(Int(lanes[index]) * (done + 1) / (fadeInFrames + 1))
        }
        fadeInLeft -= frames
    }

    /// Takes what the stretcher has, if it has anything; whether frames for the device came of it.
    private mutating func takeStretched(_ count: Int) -> Bool {
        guard let stretcher else { return false }
        let isLast = isFinished && stretcher.availableFrames <= count
        guard stretcher.availableFrames > 0 else { return false }
        stretcher.read(count, into: &lanes)
        // What is used up is known but for what the library holds back; within that, the frames
        // that came out tell by the speed.
        let waiting = Double(stretcher.availableFrames) * speed
        let most = Double(map.fed) - waiting
        let least = isFinished ? most : most - Double(stretcher.heldFrames)
        used = min(max(used + Double(lanes.count / mixer.laneCount) * speed, least), most)
        return encodeLanes(isLast: isLast)
    }

    /// Brings what is in `lanes` to the rate and the coding of the device; whether anything came out.
    private mutating func encodeLanes(isLast: Bool) -> Bool {
        stretchedFrames += lanes.count / mixer.laneCount
        if let resampler {
            var resampled: [Float] = []
            resampler.process(
                lanes.map { Float($0) / 32768 }, isLast: isLast, into: &resampled)
            encoder.append(resampled, to: &bytes)
            framesMade = resampled.count / mixer.laneCount
        } else {
            encoder.append(lanes, to: &bytes)
            framesMade = lanes.count / mixer.laneCount
        }
        madeFrames += framesMade
        isLastMade = isLast
        return framesMade > 0
    }

    /// Device frames that the last encoding made, and whether they are the last.
    private var framesMade = 0
    private var isLastMade = false

    private mutating func spans() -> [PlayedTimeline.Span] {
        let stretched = stretcher == nil ? Double(stretchedFrames) : used
        // What the resampler still holds was taken in but has not come out.
        let held = Double(stretchedFrames) - Double(madeFrames) / ratio
        let place = isLastMade ? Double(map.fed) : stretched - max(0, held) * speed
        return map.spans(upTo: Int(place.rounded()), deviceFrames: framesMade, speed: speed)
    }
}
