import CallAudio
import CallModel

/// Decodes one call and measures it in the same pass.
enum CallMeasurement {
    /// What a job makes of its files; `alive` gets the seconds decoded so far, after every block, and
    /// what it throws ends the decoding.
    ///
    /// Throws ``AudioError`` where they do not decode.
    static func run(_ job: DecodeJob, alive: (Double) throws -> Void) throws -> MeasuredCall {
        let decoder = try CallDecoder(job.source)
        let rate = decoder.sampleRate
        var consumers = ConsumerPair(
            ProfileMeter(
                sampleRate: rate, layout: decoder.layout, thresholds: job.thresholds,
                recordedHolds: job.holds),
            WaveformMeter(
                sampleRate: rate, channelCount: decoder.channelCount,
                framesPerPoint: WaveformCoding.framesPerPoint(sampleRate: rate)))
        let decoded = try decoder.decode(into: &consumers) { frames in
            try alive(Double(frames) / Double(rate))
        }
        return MeasuredCall(
            decoded: decoded, profile: consumers.first.finish(), waveform: consumers.second.finish()
        )
    }
}

/// What a worker made of a call.
struct MeasuredCall: Sendable {
    var decoded: DecodedCall
    var profile: Profile
    var waveform: Waveform
}
