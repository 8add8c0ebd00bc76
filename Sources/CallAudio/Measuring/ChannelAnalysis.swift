/// What the detector works out about one channel of the stretch that it knows.
struct ChannelAnalysis {
    /// Frames between the instants for which floors and talkers' levels are worked out.
    static let grid = 50

    /// A run of frames in which something sounds.
    struct Burst {
        var start: Int
        var end: Int
        var peaks = 0
        var voiced = false
        var tones = 0
        var heldTones = 0
        var toneLooks = 0
        var isSpeech = false
    }

    let levels: [Float]
    let marks: [FrameTrack.Marks]
    /// Music by batch.
    let music: [Bool]
    /// Frames that cannot be speech: music, steady sound.
    private(set) var excluded: [Bool]
    /// Noise floor by grid point, in dBov.
    private(set) var noise: [Float]
    /// The talker's level by grid point, in dBov; nil where nothing is known of it.
    private(set) var speech: [Float?] = []
    /// The frames that are signalling tones.
    private var isTone: [Bool] = []

    /// Works out what depends on this channel alone.
    init(_ track: FrameTrack) {
        levels = track.levels
        marks = track.marks
        music = MusicFinder.music(in: track)
        excluded = Self.steady(levels)
        for (batch, isMusic) in music.enumerated() where isMusic {
            let first = batch * FrameClock.framesPerBatch
            for frame in first..<min(first + FrameClock.framesPerBatch, levels.count) {
                excluded[frame] = true
            }
        }
        noise = []
        noise = Self.noiseFloor(levels, music: music)
    }

    private static func steady(_ levels: [Float]) -> [Bool] {
        let reach = DetectorTuning.steadyReach
        var steady = [Bool](repeating: false, count: levels.count)
        guard levels.count >= reach else { return steady }
        let most = DetectorTuning.steadiness * DetectorTuning.steadiness * Float(reach)
        var sum: Float = 0
        var squares: Float = 0
        var marked = 0
        levels.withUnsafeBufferPointer { levels in
            for frame in 0..<levels.count {
                // Sums of differences to -50 dBov keep their digits.
                let level = levels[frame] + 50
                sum += level
                squares += level * level
                if frame >= reach {
                    let old = levels[frame - reach] + 50
                    sum -= old
                    squares -= old * old
                }
                guard frame >= reach - 1, squares - sum * sum / Float(reach) < most else {
                    continue
                }
                for index in max(marked, frame - reach + 1)...frame { steady[index] = true }
                marked = frame + 1
            }
        }
        return steady
    }

    private static func noiseFloor(_ levels: [Float], music: [Bool]) -> [Float] {
        var histogram = LevelHistogram()
        var added = 0
        var removed = 0
        var silent = 0
        var floor = FrameTrack.silence
        func count(_ frame: Int, _ sign: Int) {
            guard levels[frame] > FrameTrack.silence else {
                silent += sign
                return
            }
            guard !music[frame / FrameClock.framesPerBatch] else { return }
            if sign > 0 { histogram.add(levels[frame]) } else { histogram.remove(levels[frame]) }
        }
        return stride(from: 0, to: levels.count, by: grid).map { centre in
            while added < min(levels.count, centre + DetectorTuning.noiseReach) {
                count(added, 1)
                added += DetectorTuning.sampling
            }
            while removed < centre - DetectorTuning.noiseReach {
                count(removed, -1)
                removed += DetectorTuning.sampling
            }
            guard histogram.count >= DetectorTuning.noiseFrames / DetectorTuning.sampling,
                let level = histogram.level(atShare: DetectorTuning.noiseShare)
            else { return floor }
            floor = level
            // Where the pauses are digital zero, the quietest sound may be speech.
            if Float(silent) > DetectorTuning.gateShare * Float(silent + histogram.count),
                let loud = histogram.level(atShare: DetectorTuning.speechShare)
            {
                floor = min(floor, loud - DetectorTuning.gateDepth)
            }
            return floor
        }
    }

    /// Works out the talker's level: from the frames that stand out of the noise and are not
    /// `foreign`; `known` is the level that was last known before this stretch.
    mutating func findSpeechLevel(foreign: [Bool], known: Float?) {
        var histogram = LevelHistogram()
        var added = 0
        var removed = 0
        var speech = known
        func counts(_ frame: Int) -> Bool {
            let least = max(noise[frame / Self.grid] + 10, DetectorTuning.leastLevel)
            return levels[frame] > least && !excluded[frame] && !foreign[frame]
        }
        self.speech = stride(from: 0, to: levels.count, by: Self.grid).map { centre in
            while added < min(levels.count, centre + DetectorTuning.speechReach) {
                if counts(added) { histogram.add(levels[added]) }
                added += DetectorTuning.sampling
            }
            while removed < centre - DetectorTuning.speechReach {
                if counts(removed) { histogram.remove(levels[removed]) }
                removed += DetectorTuning.sampling
            }
            if histogram.count >= DetectorTuning.speechFrames / DetectorTuning.sampling {
                speech = histogram.level(atShare: DetectorTuning.speechShare)
            }
            return speech
        }
    }

    /// The runs of frames that are speech; those that are tones are kept apart.
    mutating func findBursts(foreign: [Bool]) -> [Burst] {
        var bursts: [Burst] = []
        for start in stride(from: 0, to: levels.count, by: Self.grid) {
            let point = start / Self.grid
            var least = max(noise[point] + DetectorTuning.overNoise, DetectorTuning.leastLevel)
            if let speech = speech[point] {
                least = max(least, speech - DetectorTuning.underSpeech)
            }
            let peak = max(least, noise[point] + DetectorTuning.peakOverNoise)
            for frame in start..<min(start + Self.grid, levels.count) {
                guard levels[frame] > least, !excluded[frame], !foreign[frame] else { continue }
                if let last = bursts.last, frame <= last.end + DetectorTuning.burstGap {
                    bursts[bursts.count - 1].end = frame + 1
                } else {
                    bursts.append(Burst(start: frame, end: frame + 1))
                }
                let index = bursts.count - 1
                if levels[frame] > peak { bursts[index].peaks += 1 }
                let mark = marks[frame]
                if mark.contains(.voiced) { bursts[index].voiced = true }
                if mark.contains(.toneSought) { bursts[index].toneLooks += 1 }
                if mark.contains(.tone) { bursts[index].tones += 1 }
                if mark.contains(.heldTone) { bursts[index].heldTones += 1 }
            }
        }
        isTone = [Bool](repeating: false, count: levels.count)
        for burst in bursts where isTone(burst) {
            for frame in burst.start..<burst.end { isTone[frame] = true }
        }
        judge(&bursts)
        for index in bursts.indices { extend(&bursts[index]) }
        return bursts
    }

    /// Whether a frame is music or a signalling tone.
    func isForeignToSpeech(_ frame: Int) -> Bool {
        isTone[frame] || music[frame / FrameClock.framesPerBatch]
    }

    /// Takes in the attack before and the decay after a burst.
    private func extend(_ burst: inout Burst) {
        let point = burst.start / Self.grid
        guard let speech = speech[point] else { return }
        let least = max(
            noise[point] + DetectorTuning.overNoise, DetectorTuning.leastLevel,
            speech - DetectorTuning.tailUnderSpeech)
        let earliest = max(0, burst.start - DetectorTuning.attack)
        while burst.start > earliest, levels[burst.start - 1] > least { burst.start -= 1 }
        let latest = min(levels.count, burst.end + DetectorTuning.decay)
        while burst.end < latest, levels[burst.end] > least { burst.end += 1 }
    }

    /// Whether most looks showed tones, and those held; of a short burst, whose looks are few, whether
    /// it has the flat top that a key or a beep has and a syllable has not.
    private func isTone(_ burst: Burst) -> Bool {
        let looks = Float(burst.toneLooks)
        guard burst.tones > 0 else { return false }
        guard burst.end - burst.start < DetectorTuning.shortBurst else {
            return Float(burst.tones) >= DetectorTuning.toneShare * looks
                && Float(burst.heldTones) >= DetectorTuning.heldToneShare * looks
        }
        let top = levels[burst.start..<burst.end].max() ?? 0
        let flat = levels[burst.start..<burst.end].count { $0 > top - DetectorTuning.flatTop }
        return Float(burst.tones) >= DetectorTuning.shortToneShare * looks
            && Float(flat) >= DetectorTuning.flatShare * Float(burst.end - burst.start)
    }

    /// Whether a burst is the beginning or the end of music that it runs into.
    private func isEdgeOfMusic(_ burst: Burst) -> Bool {
        guard burst.end - burst.start <= DetectorTuning.musicEdge else { return false }
        let before = max(0, burst.start - DetectorTuning.burstGap - 1)
        let after = min(levels.count - 1, burst.end + DetectorTuning.burstGap)
        return music[before / FrameClock.framesPerBatch]
            || music[after / FrameClock.framesPerBatch]
    }

    private func judge(_ bursts: inout [Burst]) {
        bursts.removeAll {
            $0.peaks < DetectorTuning.peakFrames || isTone($0) || isEdgeOfMusic($0)
        }
        for index in bursts.indices { bursts[index].isSpeech = bursts[index].voiced }
        for index in bursts.indices where !bursts[index].voiced {
            let burst = bursts[index]
            var neighbour = index - 1
            while neighbour >= 0,
                bursts[neighbour].end + DetectorTuning.consonantReach >= burst.start
            {
                if bursts[neighbour].voiced { bursts[index].isSpeech = true }
                neighbour -= 1
            }
            neighbour = index + 1
            while neighbour < bursts.count,
                bursts[neighbour].start <= burst.end + DetectorTuning.consonantReach
            {
                if bursts[neighbour].voiced { bursts[index].isSpeech = true }
                neighbour += 1
            }
        }
        bursts.removeAll { !$0.isSpeech }
    }
}
