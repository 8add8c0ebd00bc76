/// What the speech detector knows of the frames of one channel: a stretch of a minute or two, from
/// `firstFrame` on. Older frames are forgotten, so its size does not depend on the call's length.
struct FrameTrack: Sendable {
    /// What was looked for in a frame.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8
        /// One or two steady tones.
        static let tone = Marks(rawValue: 1)
        /// Looked for tones.
        static let toneSought = Marks(rawValue: 2)
        /// The same tones as in the look before.
        static let heldTone = Marks(rawValue: 8)
        /// A vibrating voice.
        static let voiced = Marks(rawValue: 4)
    }

    /// The level of a frame in which all samples are equal, in dBov.
    static let silence: Float = -100

    /// The number of the first frame that is still known; a multiple of a batch.
    private(set) var firstFrame = 0
    /// The number of the frame that comes next.
    var endFrame: Int { firstFrame + levels.count }
    /// Power of each frame less its offset, in dBov, >= ``silence``.
    var levels: [Float] = []
    /// Sum of squares of each frame, full scale being 32768.
    var energies: [Float] = []
    /// Mean magnitude of each half of each frame.
    var magnitudes: [Float] = []
    /// What was looked for in each frame.
    var marks: [Marks] = []
    /// For each batch the likeness of its spectra; nil where the batch is too quiet for music.
    var likeness: [LineSpectrum.Likeness?] = []

    /// The level in dBov of `count` samples with a sum of squares, full scale being 32768.
    @inline(__always)
    static func level(energy: Float, count: Int) -> Float {
        level(power: energy / (Float(count) * 0x1p30))
    }

    /// The level in dBov of a mean square, that of full scale being 1. Without a branch, so that a
    /// loop takes several at once.
    @inline(__always)
    static func level(power: Float) -> Float {
        let level = Logarithm.decibels(power)
        return power > 0 ? max(silence, level) : silence
    }

    /// Adds the frames of a batch.
    mutating func append(
        energies: ArraySlice<Float>, levels: ArraySlice<Float>, magnitudes: ArraySlice<Float>,
        marks: ArraySlice<Marks>, likeness: LineSpectrum.Likeness?
    ) {
        self.energies.append(contentsOf: energies)
        self.levels.append(contentsOf: levels)
        self.magnitudes.append(contentsOf: magnitudes)
        self.marks.append(contentsOf: marks)
        self.likeness.append(likeness)
    }

    /// Forgets a number of frames from the first on; a multiple of a batch.
    mutating func forget(_ count: Int) {
        levels.removeFirst(count)
        energies.removeFirst(count)
        magnitudes.removeFirst(2 * count)
        marks.removeFirst(count)
        likeness.removeFirst(count / FrameClock.framesPerBatch)
        firstFrame += count
    }
}
