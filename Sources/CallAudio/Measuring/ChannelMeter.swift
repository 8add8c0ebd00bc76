import Foundation

/// Takes everything that one channel's samples are needed for, batch by batch: levels, clipping, and
/// the features of its frames for the speech detector.
struct ChannelMeter: Sendable {
    /// Frames after which a voice is looked for again where there was none.
    private static let voiceInterval = 4
    /// Frames after which a voice is looked for again where there was one.
    private static let voiceRest = 9
    /// Frames after which tones are looked for again: 30 ms, within every DTMF digit of 60 ms.
    private static let toneInterval = 3
    /// Looks without tones, after which a sound is looked at half as often.
    private static let toneless = 2
    /// Under this nothing is worth a closer look, in dBov: 10 dB over mu-law's idle noise.
    private static let leastLevel: Float = -62
    /// How far over the floor that was seen so far a closer look begins, in dB.
    private static let overFloor: Float = 6
    /// How fast the floor may rise, in dB a frame.
    private static let floorRise: Float = 0.03
    /// How far under the latest loud frames voices and tones are looked for, in dB: vowels and tones
    /// are what is loudest.
    private static let underCrest: Float = 12
    /// How fast those are forgotten, in dB a frame.
    private static let crestFall: Float = 0.5
    /// The quietest batch whose spectrum is asked about music, in dBov.
    private static let leastMusicLevel: Float = -56

    /// A mean this far off zero is an offset of the equipment, in samples: -66 dBov.
    private static let leastOffset = 16

    /// The likeness under which a batch is unlike music.
    private static let unlikeMusic: Float = 0.3
    /// Batches that are passed over after one unlike music.
    private static let batchesPassedOver = 1

    private let clock: FrameClock
    private let filter: DecimatingFilter?
    private let history: Int
    /// The batch that is being gathered, after the samples that the filter still hears.
    private var samples: [Int16]
    private var heard: [Int16]
    private var gathered = 0
    /// Where the half frames of the batch begin.
    private var bounds: [Int]
    private var batch = 0
    /// Of all samples, for the offset.
    private var sum = 0
    private var count = 0
    /// What the samples lie off zero by.
    private var offset: Int16 = 0

    private var clipping = ClippingMeter()
    private var tones: ToneFit
    private let voicing: Voicing
    private var halfBand: HalfBand
    private var spectrum: LineSpectrum
    /// Of the batch's frames, as in the track.
    private var energies = [Float](repeating: 0, count: FrameClock.framesPerBatch)
    private var levels = [Float](repeating: 0, count: FrameClock.framesPerBatch)
    private var magnitudes = [Float](repeating: 0, count: 2 * FrameClock.framesPerBatch)
    private var marks = [FrameTrack.Marks](repeating: [], count: FrameClock.framesPerBatch)
    private var floor: Float = -40
    private var crest: Float = FrameTrack.silence
    private var passOver = 0
    /// Frames until a voice is looked for again.
    private var rest = 0
    /// Looks without tones since the sound began or last had any.
    private var tonelessLooks = 0

    /// The largest magnitude so far.
    private(set) var peak = 0
    /// The frames that the detector has not forgotten.
    var track = FrameTrack()

    /// A meter for one channel of a recording.
    init(clock: FrameClock) {
        self.clock = clock
        bounds = clock.halfFrames(ofBatch: 0)
        let rate = clock.detectorRate
        filter =
            clock.decimation > 1 ? DecimatingFilter(decimation: clock.decimation, rate: rate) : nil
        history = filter?.history ?? 0
        let longest = clock.sample(ofFrame: FrameClock.framesPerBatch) + 2
        samples = [Int16](repeating: 0, count: history + longest)
        heard = [Int16](repeating: 0, count: filter == nil ? 0 : longest / clock.decimation + 2)
        tones = ToneFit(rate: rate / 2)
        voicing = Voicing(rate: rate / 2)
        halfBand = HalfBand(longest: longest / clock.decimation + 2)
        spectrum = LineSpectrum(rate: rate)
    }

    /// Samples at full scale in runs of three or more.
    var clippedCount: Int { clipping.count }
    /// The largest sample in dBov; nil where all are zero.
    var peakDBOV: Double? { peak == 0 ? nil : 20 * log10(Double(peak) / 32768) }

    /// Gathers `count` samples, each `step` apart from the next, behind those gathered before; never
    /// more than the batch still needs.
    mutating func gather(_ source: UnsafePointer<Int16>, step: Int, count: Int) {
        samples.withUnsafeMutableBufferPointer { samples in
            guard let base = samples.baseAddress else { return }
            let target = base + history + gathered
            if step == 1 {
                target.update(from: source, count: count)
            } else {
                Self.pickEverySecond(source, into: target, count: count)
            }
        }
        gathered += count
    }

    private static func pickEverySecond(
        _ source: UnsafePointer<Int16>, into target: UnsafeMutablePointer<Int16>, count: Int
    ) {
        let bytes = UnsafeRawPointer(source)
        let output = UnsafeMutableRawPointer(target)
        // The last vector may hold a sample more than was lent, so it is left to the loop.
        let vectors = max(0, (count &- 1) / 8)
        for index in 0..<vectors {
            let pairs = bytes.loadUnaligned(
                fromByteOffset: 32 &* index, as: SIMD16<Int16>.self)
            output.storeBytes(of: pairs.evenHalf, toByteOffset: 16 &* index, as: SIMD8<Int16>.self)
        }
        for index in 8 &* vectors..<count { target[index] = source[2 &* index] }
    }

    /// Measures the batch that was gathered: whole, or the last one of the recording.
    mutating func measureBatch() {
        if batch > 0, !clock.isEven { bounds = clock.halfFrames(ofBatch: batch) }
        let frames =
            gathered == bounds[bounds.count - 1]
            ? FrameClock.framesPerBatch
            : (0..<FrameClock.framesPerBatch).count { bounds[2 * $0] < gathered }
        samples.withUnsafeBufferPointer { samples in
            guard let base = samples.baseAddress else { return }
            // A tenth of a second out of three tells the mean well enough.
            let some = min(gathered, clock.sampleRate / 10)
            sum += SampleSums.sum(base + history, some)
            count += some
            let mean = sum / max(1, count)
            offset =
                count < clock.sampleRate / 2 || abs(mean) < Self.leastOffset
                ? 0 : Int16(clamping: mean)
            measureSamples(base + history, frames: frames)
        }
        let likeness = listen(frames: frames)
        track.append(
            energies: energies[..<frames], levels: levels[..<frames],
            magnitudes: magnitudes[..<(2 * frames)], marks: marks[..<frames], likeness: likeness)
        samples.withUnsafeMutableBufferPointer { samples in
            guard let base = samples.baseAddress, history > 0 else { return }
            base.update(from: base + gathered, count: history)
        }
        gathered = 0
        batch += 1
    }

    /// Levels, extremes and clipping: whatever must not miss a sample.
    private mutating func measureSamples(
        _ base: UnsafePointer<Int16>, frames: Int
    ) {
        energies.withUnsafeMutableBufferPointer { energies in
            levels.withUnsafeMutableBufferPointer { levels in
                magnitudes.withUnsafeMutableBufferPointer { magnitudes in
                    for frame in 0..<frames {
                        let from = bounds[2 &* frame]
                        let length = min(gathered, bounds[2 &* frame &+ 2]) &- from
                        let half = min(length, bounds[2 &* frame &+ 1] &- from)
                        let samples = base + from
                        var taken = SampleSums.magnitudes(samples, middle: half, count: length)
                        if taken.peak >= peak {
                            peak = max(peak, Self.peak(samples, length))
                        }
                        if taken.peak >= ClippingMeter.leastFullScale &- 1 {
                            clipping.pass(samples, length)
                        } else {
                            clipping.passQuiet()
                        }
                        if offset != 0 {
                            taken.early = SampleSums.magnitude(samples, half, offset: offset)
                            taken.late = SampleSums.magnitude(
                                samples + half, length &- half, offset: offset)
                        }
                        var energy: Float = 0
                        if taken.early | taken.late != 0 {
                            let shift = SampleSums.shift(
                                peak: taken.peak &+ 1 &+ abs(Int(offset)), count: length)
                            energy = SampleSums.energy(
                                samples, length, shift: shift, offset: offset)
                        }
                        energies[frame] = energy
                        // The mean power at first: all of them become levels at once.
                        levels[frame] = energy / (Float(length) * 0x1p30)
                        magnitudes[2 &* frame] = Float(taken.early) / Float(max(1, half))
                        magnitudes[2 &* frame &+ 1] =
                            Float(taken.late) / Float(max(1, length &- half))
                    }
                    for frame in 0..<frames {
                        levels[frame] = FrameTrack.level(power: levels[frame])
                    }
                }
            }
        }
    }

    private static func peak(_ samples: UnsafePointer<Int16>, _ count: Int) -> Int {
        let (low, high) = SampleSums.extremes(samples, count)
        return max(Int(high), -Int(low))
    }

    /// Voices, tones and lines: looked for where they decide something. Returns the batch's likeness.
    private mutating func listen(frames: Int) -> LineSpectrum.Likeness? {
        guard let filter else {
            return samples.withUnsafeBufferPointer { samples in
                guard let base = samples.baseAddress else { return nil }
                return listen(to: base + history, count: gathered, frames: frames)
            }
        }
        let heardCount = gathered / clock.decimation
        samples.withUnsafeBufferPointer { samples in
            heard.withUnsafeMutableBufferPointer { heard in
                guard let base = samples.baseAddress, let target = heard.baseAddress else { return }
                filter.filter(base + history, into: target, count: heardCount)
            }
        }
        return heard.withUnsafeBufferPointer { heard in
            guard let base = heard.baseAddress else { return nil }
            relevel(base, count: heardCount, frames: frames)
            return listen(to: base, count: heardCount, frames: frames)
        }
    }

    /// Takes the levels of the frames from what the detector hears, as if this were the recording.
    private mutating func relevel(_ base: UnsafePointer<Int16>, count: Int, frames: Int) {
        for frame in 0..<frames where levels[frame] > FrameTrack.silence {
            let from = frame * count / frames
            let length = (frame + 1) * count / frames - from
            guard length > 0 else { continue }
            let (low, high) = SampleSums.extremes(base + from, length)
            let shift = SampleSums.shift(
                peak: max(Int(high), -Int(low)) + abs(Int(offset)), count: length)
            levels[frame] = FrameTrack.level(
                energy: SampleSums.energy(base + from, length, shift: shift, offset: offset),
                count: length)
        }
    }

    private mutating func listen(to base: UnsafePointer<Int16>, count: Int, frames: Int)
        -> LineSpectrum.Likeness?
    {
        let loudest = levels[..<frames].max() ?? FrameTrack.silence
        marks.withUnsafeMutableBufferPointer { $0.update(repeating: []) }
        var hasHalfBand = false
        var (floor, crest) = (floor, crest)
        for frame in 0..<frames {
            let level = levels[frame]
            if level > FrameTrack.silence { floor = min(level, floor + Self.floorRise) }
            crest = max(level, crest - Self.crestFall)
            if level > max(Self.leastLevel, floor + Self.overFloor) {
                rest -= 1
                if level > crest - Self.underCrest {
                    if !hasHalfBand { halfBand.take(base, count: count, offset: offset) }
                    hasHalfBand = true
                    marks[frame] = look(at: frame, frames: frames)
                }
            } else {
                rest = 0
                tonelessLooks = 0
                tones.forget()
            }
        }
        (self.floor, self.crest) = (floor, crest)
        guard loudest > Self.leastMusicLevel, count >= spectrum.sampleCount else {
            spectrum.forget()
            return nil
        }
        // After a batch unlike music others are passed over: of speech that saves most of the work.
        guard passOver == 0 else {
            passOver -= 1
            return LineSpectrum.Likeness()
        }
        let likeness = spectrum.compare(base)
        passOver = (likeness.short ?? 0) < Self.unlikeMusic ? Self.batchesPassedOver : 0
        return likeness
    }

    private mutating func look(at frame: Int, frames: Int) -> FrameTrack.Marks {
        var marks: FrameTrack.Marks = []
        let from = frame * halfBand.count / frames
        if rest <= 0,
            let isVoiced = halfBand.look(
                from: from, needed: voicing.sampleCount, voicing.isVoiced)
        {
            if isVoiced { marks.insert(.voiced) }
            rest = isVoiced ? Self.voiceRest : Self.voiceInterval
        }
        let interval = Self.toneInterval * (tonelessLooks > Self.toneless ? 2 : 1)
        guard frame % interval == 1 else { return marks }
        // The frame stands in the middle of the 30 ms.
        let start = from - halfBand.count / frames
        switch halfBand.look(from: start, needed: tones.sampleCount, { tones.look($0) }) {
        case nil: return marks
        case .noTone:
            tonelessLooks += 1
            marks.insert(.toneSought)
            return marks
        case .tone: marks.formUnion([.toneSought, .tone])
        case .heldTone: marks.formUnion([.toneSought, .tone, .heldTone])
        }
        tonelessLooks = 0
        return marks
    }
}
