/// Where the frames of 10 ms lie in a recording, and what the speech detector hears of them.
///
/// The detector hears at 8000 to 15999 Hz whatever the recording's rate, so that its answers do not
/// depend on it: a recording at 16 kHz or more is decimated by the whole number that gets there.
struct FrameClock: Sendable {
    /// Frames of 10 ms a second.
    static let framesPerSecond = 100
    /// Frames that are measured together: 320 ms, small enough for the processor's first cache and
    /// the distance between two looks at the spectrum.
    static let framesPerBatch = 32

    /// Of the recording, in hertz.
    let sampleRate: Int
    /// Samples of the recording for each that the detector hears.
    let decimation: Int

    /// A clock for a recording at a sample rate in hertz, > 0.
    init(sampleRate: Int) {
        self.sampleRate = sampleRate
        decimation = max(1, sampleRate / 8000)
    }

    /// The rate at which the detector hears, in hertz.
    var detectorRate: Double { Double(sampleRate) / Double(decimation) }

    /// The first sample of a half frame (5 ms), rounded down where the rate does not divide.
    func sample(ofHalfFrame index: Int) -> Int {
        index * sampleRate / (2 * Self.framesPerSecond)
    }

    /// The first sample of a frame.
    func sample(ofFrame index: Int) -> Int { sample(ofHalfFrame: 2 * index) }

    /// The first sample of a batch.
    func sample(ofBatch index: Int) -> Int { sample(ofFrame: index * Self.framesPerBatch) }

    /// Where the half frames of a batch begin, in samples from its own beginning, and where it ends.
    func halfFrames(ofBatch index: Int) -> [Int] {
        let first = sample(ofBatch: index)
        return (0...2 * Self.framesPerBatch).map {
            sample(ofHalfFrame: 2 * Self.framesPerBatch * index + $0) - first
        }
    }

    /// Whether half frames are whole samples, so that all batches are alike.
    var isEven: Bool { sampleRate % (2 * Self.framesPerSecond) == 0 }
}
