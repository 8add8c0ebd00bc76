/// The numbers that the speech detector decides by, each with its reason.
///
/// Levels are those of frames of 10 ms in dBov. They were set on telephone speech with human labels
/// and on synthesised calls with exact truth, and moved only where physics leaves room.
enum DetectorTuning {
    /// Percentiles are read from every fourth frame: neighbours say the same.
    static let sampling = 4
    /// Sounding frames from which a noise floor is read at least; else the last one known holds.
    static let noiseFrames = 50
    /// Frames to either side from which the noise floor of an instant is read (10 s): long enough to
    /// meet a pause even in a fluent monologue.
    static let noiseReach = 1000
    /// The share of frames that lie under the noise floor: speakers pause in a fifth of the time or
    /// more, and half of that leaves room for reverberation.
    static let noiseShare: Float = 0.1
    /// The share of digital silence from which a side is taken for gated: its pauses are in the
    /// silence, and what sounds may all be speech.
    static let gateShare: Float = 0.1
    /// How far the noise floor of a gated side lies under its loud frames at least, in dB.
    static let gateDepth: Float = 35
    /// Sound must rise this far over the noise floor to belong to speech, in dB: noise of 80
    /// independent samples varies by 0.7 dB, so 5 dB are seven times that.
    static let overNoise: Float = 5
    /// Some of a burst must rise this far over the noise floor, in dB.
    static let peakOverNoise: Float = 9
    /// Frames of a burst that must reach its peak level: one may be a click.
    static let peakFrames = 3

    /// Frames to either side from which the talker's level is read (15 s).
    static let speechReach = 1500
    /// The share of sounding frames under the talker's level: vowels are the loudest fifth.
    static let speechShare: Float = 0.8
    /// Frames from which a talker's level is read at least; else the last one known holds.
    static let speechFrames = 40
    /// How far speech reaches down from the talker's level, in dB: the weakest consonants lie 25 to
    /// 30 dB under the vowels (Fletcher 1953); breath and clicks lie lower.
    static let underSpeech: Float = 26
    /// How far its decay reaches down, in dB.
    static let tailUnderSpeech: Float = 36
    /// The longest attack that is taken in before a burst, in frames.
    static let attack = 4
    /// The longest decay that is taken in after a burst, in frames.
    static let decay = 10
    /// Under this nothing is speech, in dBov: the idle noise of mu-law and A-law is -72 dBov, and
    /// speech this weak cannot be understood on a telephone.
    static let leastLevel: Float = -60

    /// Weak frames within a burst: the closure of a short stop consonant (50 ms).
    static let burstGap = 5
    /// How near to a voiced burst an unvoiced one must lie, in frames: consonants lie within a
    /// syllable (250 ms) of their vowel.
    static let consonantReach = 25
    /// The share of looks that must show tones for a burst to be one.
    static let toneShare: Float = 0.75
    /// The share of looks that must show the tones of the look before.
    static let heldToneShare: Float = 0.5
    /// Bursts under this must have a flat top instead, in frames: they see two or three looks, some
    /// of them half beside the tone.
    static let shortBurst = 12
    /// The share of looks that must show tones in those.
    static let shortToneShare: Float = 0.3
    /// How far under a burst's loudest frame its flat top reaches, in dB.
    static let flatTop: Float = 3
    /// The share of frames that a flat top spans: all but the first and the last of a digit.
    static let flatShare: Float = 0.6

    /// Frames over which steadiness is judged (0.6 s): no vowel of a conversation is held as long.
    static let steadyReach = 60
    /// Sound whose level varies less than this is no speech, as a standard deviation in dB.
    static let steadiness: Float = 1.2

    /// Sound this far under the other side's is its echo or crosstalk, in dB, unless the side talks
    /// as softly itself: echo control leaves less than -30 dB, and two talkers differ by less than 20.
    static let echoLoss: Float = 22
    /// How fast the other side's sound dies away where it may echo, in dB a frame: echo returns
    /// within 200 ms, in which this falls by 8 dB.
    static let echoDecay: Float = 0.4
    /// Sound less than this under the talker's own level is the talker's own, in dB.
    static let ownSpeech: Float = 12

    /// Batches of 320 ms to either side over which music is judged (2.6 s).
    static let musicReach = 8
    /// Batches that must have been loud enough, and asked, among those.
    static let askedBatches = 5
    /// How much of the likeness of spectra may be left after 1.28 s: a hum keeps it all, a tune does
    /// not.
    static let humShare: Float = 0.9
    /// Frames this far under the loud ones are pauses, in dB.
    static let pauseDepth: Float = 20
    /// What pauses weigh against likeness: speech pauses for a third of the time, music hardly ever.
    static let pauseWeight: Float = 1
    /// Likeness less pauses, over which a batch is music: of speech (40 recordings, and two kinds of
    /// synthesis) less than one batch in 2000 lies over it, of hold music 98 in 100.
    static let sureMusic: Float = 0.25
    /// Batches over that in a stretch of music.
    static let sureMusicBatches = 6
    /// The same, for batches between sure ones.
    static let maybeMusic: Float = 0.1
    /// The shortest stretch of music, in batches (3.8 s).
    static let musicBatches = 12
    /// The likeness within the first and the last batch of music.
    static let edgeLikeness: Float = 0.4
    /// The longest sound, in frames, that is music because it runs into music: its beginning or end,
    /// which share too little of the stretch that is judged.
    static let musicEdge = 120

    /// Pauses up to this do not part two segments, in frames: pauses of 0.2 s are bridged (DIHARD),
    /// and a pause looks up to 40 ms longer, as what is weak at its edges counts to it.
    static let bridgedPause = 24
    /// What is added before a segment, in frames: the first of its attack lies under the threshold.
    static let lead = 1
    /// The shortest segment, in frames: the shortest words last 0.1 s.
    static let shortestSegment = 10
}
