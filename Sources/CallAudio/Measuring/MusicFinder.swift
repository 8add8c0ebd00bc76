/// Tells which batches of a channel are music: its spectra stay alike from window to window, and it
/// does not pause as speech does.
struct MusicFinder {
    private let track: FrameTrack
    private var levels = LevelHistogram()
    private var short: Float = 0
    private var asked = 0
    /// Likeness over 1.28 s where it is known, and the short likeness of the same batches.
    private var held: Float = 0
    private var heldShort: Float = 0

    private init(_ track: FrameTrack) { self.track = track }

    /// For each batch whether it is music.
    static func music(in track: FrameTrack) -> [Bool] {
        var finder = MusicFinder(track)
        let scores = finder.scores()
        var music = [Bool](repeating: false, count: scores.count)
        var start = 0
        while start < scores.count {
            var end = start
            var sure = 0
            while end < scores.count, let score = scores[end], score > DetectorTuning.maybeMusic {
                if score > DetectorTuning.sureMusic { sure += 1 }
                end += 1
            }
            if sure >= DetectorTuning.sureMusicBatches,
                end - start >= DetectorTuning.musicBatches
            {
                for batch in finder.trimmed(start..<end) { music[batch] = true }
            }
            start = end + 1
        }
        return music
    }

    /// A stretch without what its neighbourhood alone made music of.
    private func trimmed(_ stretch: Range<Int>) -> Range<Int> {
        func isAlike(_ batch: Int) -> Bool {
            (track.likeness[batch]?.short ?? 0) > DetectorTuning.edgeLikeness
        }
        guard let first = stretch.first(where: isAlike), let last = stretch.last(where: isAlike)
        else { return stretch }
        return first..<last + 1
    }

    /// For each batch its mean likeness less what its pauses tell against it; nil where it is too
    /// quiet, or a hum.
    private mutating func scores() -> [Float?] {
        let count = track.likeness.count
        let reach = DetectorTuning.musicReach
        for batch in 0..<min(reach, count) { take(batch, 1) }
        return (0..<count).map { batch in
            if batch + reach < count { take(batch + reach, 1) }
            if batch > reach { take(batch - reach - 1, -1) }
            guard track.likeness[batch] != nil, asked >= DetectorTuning.askedBatches,
                held <= DetectorTuning.humShare * heldShort || held == 0,
                let loud = levels.level(atShare: 0.9)
            else { return nil }
            let pauses = levels.share(under: loud - DetectorTuning.pauseDepth)
            return short / Float(asked) - DetectorTuning.pauseWeight * pauses
        }
    }

    private mutating func take(_ batch: Int, _ sign: Int) {
        let first = batch * FrameClock.framesPerBatch
        let end = min(first + FrameClock.framesPerBatch, track.levels.count)
        for frame in stride(from: first, to: end, by: 4) {
            if sign > 0 {
                levels.add(track.levels[frame])
            } else {
                levels.remove(track.levels[frame])
            }
        }
        guard let likeness = track.likeness[batch], let alike = likeness.short else { return }
        short += Float(sign) * alike
        asked += sign
        if let long = likeness.long {
            held += Float(sign) * long
            heldShort += Float(sign) * alike
        }
    }
}
