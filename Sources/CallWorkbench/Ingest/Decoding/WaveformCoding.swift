public import CallArchive
public import CallModel
import Foundation

/// How waveforms are packed for the archive: each extreme in the eight bits of ITU-T G.711 mu-law,
/// so that a quiet side keeps its shape at a quarter of the size of the numbers.
public enum WaveformCoding {
    /// The name of the packing.
    public static let name = "mu-law extremes"

    /// Points in a second of sound, at most.
    static let pointsPerSecond = 50

    /// Frames in one point at a sample rate.
    static func framesPerPoint(sampleRate: Int) -> Int {
        max(1, (sampleRate + pointsPerSecond - 1) / pointsPerSecond)
    }

    /// The packed points.
    public static func pack(_ waveform: Waveform) -> [UInt8] {
        waveform.extremes.map(compress)
    }

    /// The waveform that was packed, each value within 1/32 of its size; nil where the bytes are of
    /// another packing or do not make whole points.
    public static func unpack(_ blob: WaveformBlob) -> Waveform? {
        guard blob.encoding == name, blob.framesPerPoint > 0, (1...2).contains(blob.channelCount),
            blob.data.count % (2 * blob.channelCount) == 0
        else { return nil }
        return Waveform(
            sampleRate: blob.sampleRate, framesPerPoint: blob.framesPerPoint,
            channelCount: blob.channelCount, extremes: blob.data.map(expand))
    }

    private static let bias = 0x84

    private static func compress(_ value: Int16) -> UInt8 {
        let magnitude = min(abs(Int(value)), 32_635) + bias
        let exponent = 8 - UInt16(magnitude).leadingZeroBitCount
        let mantissa = magnitude >> (exponent + 3) & 15
        return ~UInt8((value < 0 ? 0x80 : 0) | exponent << 4 | mantissa)
    }

    private static func expand(_ byte: UInt8) -> Int16 {
        let code = Int(~byte)
        let magnitude = ((code & 15) << 3 + bias) << (code >> 4 & 7) - bias
        return Int16(code & 0x80 == 0 ? magnitude : -magnitude)
    }
}
