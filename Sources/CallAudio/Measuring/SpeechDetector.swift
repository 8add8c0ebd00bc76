/// Decides where somebody speaks and where music plays, minutes of frames at a time.
///
/// Each decision sees 20 s before and after its instant on every channel; frames older than that are
/// forgotten, so the memory that it takes does not depend on the length of the call.
///
/// Method: the noise floor is a low percentile of the frames' levels, the talker's level a high one;
/// what stands out of the first and not too far under the second is a burst. A burst is speech
/// if a voice vibrates in it or right beside it. Tones, steady sound and music are not; nor is what
/// the other side's louder sound leaves behind on this one.
struct SpeechDetector {
    /// Frames that a decision sees before and after.
    static let context = 63 * FrameClock.framesPerBatch
    /// Frames that are decided at a time.
    static let chapter = 504 * FrameClock.framesPerBatch

    /// What was found on a channel.
    struct Findings {
        var speech = FrameRanges(gap: DetectorTuning.bridgedPause)
        var music = FrameRanges(gap: 0)
        var noise = LevelHistogram()
        var silentFrames = 0
        var activeLevel: ActiveSpeechLevel
        /// The talker's level at the end of what was decided.
        var speechLevel: Float?
    }

    /// By channel.
    private(set) var findings: [Findings]
    /// The first frame that is not decided.
    private var decided = 0

    /// A detector for one channel or two of a recording at a sample rate in hertz.
    init(channelCount: Int, sampleRate: Int) {
        findings = [Findings](
            repeating: Findings(activeLevel: ActiveSpeechLevel(sampleRate: sampleRate)),
            count: channelCount)
    }

    /// Whether the frames before `end` are enough for the next decisions.
    func isReady(upTo end: Int) -> Bool { end >= decided + Self.chapter + Self.context }

    /// Decides what can be decided; all of it where no more frames will come. Returns how many frames
    /// may be forgotten.
    mutating func decide(_ tracks: [FrameTrack], isLast: Bool) -> Int {
        guard let track = tracks.first, !track.levels.isEmpty else { return 0 }
        let first = track.firstFrame
        let end = track.endFrame
        let until = isLast ? end : end - Self.context
        var channels = tracks.map { ChannelAnalysis($0) }
        let foreign = findForeign(&channels)
        for index in channels.indices {
            let bursts = channels[index].findBursts(foreign: foreign[index])
            commit(
                channels[index], bursts, channel: index, offset: first,
                frames: decided - first..<until - first)
            followLevel(
                tracks[index], channels[index], foreign[index], index,
                frames: decided - first..<until - first)
        }
        decided = until
        return max(0, until - Self.context - first)
    }

    /// Which frames of each channel hold the other's sound, and every talker's level.
    private func findForeign(_ channels: inout [ChannelAnalysis]) -> [[Bool]] {
        guard channels.count == 2 else {
            return channels.indices.map { index in
                let none = [Bool](repeating: false, count: channels[index].levels.count)
                channels[index].findSpeechLevel(
                    foreign: none, known: findings[index].speechLevel)
                return none
            }
        }
        var foreign = [
            Self.farBelow(channels[0].levels, channels[1].levels),
            Self.farBelow(channels[1].levels, channels[0].levels),
        ]
        for index in 0..<2 {
            channels[index].findSpeechLevel(
                foreign: foreign[index], known: findings[index].speechLevel)
        }
        for index in 0..<2 {
            let channel = channels[index]
            for frame in channel.levels.indices where foreign[index][frame] {
                guard let own = channel.speech[frame / ChannelAnalysis.grid] else { continue }
                if channel.levels[frame] > own - DetectorTuning.ownSpeech {
                    foreign[index][frame] = false
                }
            }
        }
        return foreign
    }

    /// The frames whose level lies far under what the other side's sound has left in the line.
    private static func farBelow(_ levels: [Float], _ other: [Float]) -> [Bool] {
        var tail = FrameTrack.silence
        return levels.indices.map { frame in
            tail = max(other[frame], tail - DetectorTuning.echoDecay)
            return levels[frame] < tail - DetectorTuning.echoLoss
        }
    }

    private mutating func commit(
        _ channel: ChannelAnalysis, _ bursts: [ChannelAnalysis.Burst], channel index: Int,
        offset: Int, frames: Range<Int>
    ) {
        var quietFrom = frames.lowerBound
        for burst in bursts {
            let start = max(burst.start, frames.lowerBound)
            let end = min(burst.end, frames.upperBound)
            if burst.end + 20 > frames.lowerBound {
                countNoise(
                    channel, index,
                    quietFrom..<max(quietFrom, min(burst.start - 10, frames.upperBound)))
                quietFrom = max(quietFrom, burst.end + 20)
            }
            if start < end { findings[index].speech.append(start + offset..<end + offset) }
        }
        if quietFrom < frames.upperBound {
            countNoise(channel, index, quietFrom..<frames.upperBound)
        }
        for (batch, isMusic) in channel.music.enumerated() where isMusic {
            let start = max(batch * FrameClock.framesPerBatch, frames.lowerBound)
            let end = min((batch + 1) * FrameClock.framesPerBatch, frames.upperBound)
            if start < end { findings[index].music.append(start + offset..<end + offset) }
        }
        if let point = channel.speech.indices.last, frames.upperBound > 0 {
            findings[index].speechLevel =
                channel.speech[min(point, (frames.upperBound - 1) / ChannelAnalysis.grid)]
        }
    }

    /// The active level of the side's own sound: music, tones and echo are passed over.
    private mutating func followLevel(
        _ track: FrameTrack, _ channel: ChannelAnalysis, _ foreign: [Bool], _ index: Int,
        frames: Range<Int>
    ) {
        var start = frames.lowerBound
        for frame in frames where foreign[frame] || channel.isForeignToSpeech(frame) {
            follow(start..<frame)
            start = frame + 1
        }
        follow(start..<frames.upperBound)

        func follow(_ range: Range<Int>) {
            guard !range.isEmpty else { return }
            findings[index].activeLevel.follow(
                energies: track.energies[range],
                magnitudes: track.magnitudes[2 * range.lowerBound..<2 * range.upperBound])
        }
    }

    private mutating func countNoise(
        _ channel: ChannelAnalysis, _ index: Int, _ frames: Range<Int>
    ) {
        for frame in frames where !channel.isForeignToSpeech(frame) {
            if channel.levels[frame] <= FrameTrack.silence {
                findings[index].silentFrames += 1
            } else {
                findings[index].noise.add(channel.levels[frame])
            }
        }
    }
}
