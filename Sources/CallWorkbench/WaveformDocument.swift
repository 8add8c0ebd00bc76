import CallAudio
public import Foundation

/// A recording's waveform as other programs read it.
public enum WaveformDocument {
    /// How it is written.
    public enum Format: String, Sendable, CaseIterable {
        /// BBC audiowaveform's binary form.
        case dat
        /// BBC audiowaveform's JSON.
        case json
    }

    /// Decodes a file once and writes the waveform of each channel, in values of 8 or 16 bits.
    ///
    /// Throws `AudioError` where the file does not decode.
    public static func of(
        _ path: String, framesPerPoint: Int, bits: Int, format: Format
    ) throws -> Data {
        let decoder = try CallDecoder(CallSource(path: path))
        var meter = WaveformMeter(
            sampleRate: decoder.sampleRate, channelCount: decoder.channelCount,
            framesPerPoint: framesPerPoint)
        _ = try decoder.decode(into: &meter)
        let file = WaveformFile(
            waveform: meter.finish(), resolution: bits == 16 ? .sixteenBits : .eightBits)
        return switch format {
        case .dat: Data(file.binary())
        case .json: Data((file.json() + "\n").utf8)
        }
    }
}
