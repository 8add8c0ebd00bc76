import CallArchive
import CallModel
import CallWorkbench

/// A waveform as `waveform-data.js` reads it, in one of several zooms, each a quarter of the one
/// before.
///
/// Little-endian: `EARW`, version 1 (1 byte), channels (1), two bytes of nothing, frames of the whole
/// call (8), sample rate (4), frames in a point (4); then for each point and channel the minimum and
/// the maximum, in the eight bits in which they are stored (``WaveformCoding``).
struct WaveformBytes: Sendable {
    /// Zooms that are given.
    static let levels = 0...4

    let bytes: [UInt8]

    /// Nil where the stored waveform is of another coding, or there is no such level.
    init?(_ stored: WaveformBlob, frameCount: Int, level: Int) {
        guard Self.levels.contains(level), let waveform = WaveformCoding.unpack(stored) else {
            return nil
        }
        let zoomed = waveform.coarser(by: 1 << (2 * level))
        var bytes = Array("EARW".utf8) + [1, UInt8(zoomed.channelCount), 0, 0]
        func add(_ value: Int, bytes count: Int) {
            for shift in 0..<count {
                bytes.append(UInt8(truncatingIfNeeded: value >> (8 * shift)))
            }
        }
        add(frameCount, bytes: 8)
        add(zoomed.sampleRate, bytes: 4)
        add(zoomed.framesPerPoint, bytes: 4)
        bytes += level == 0 ? Array(stored.data) : WaveformCoding.pack(zoomed)
        self.bytes = bytes
    }
}
