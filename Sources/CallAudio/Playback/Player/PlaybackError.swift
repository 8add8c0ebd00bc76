/// Why there is no sound: a full sentence with the remedy.
public struct PlaybackError: Error, Sendable, Hashable {
    /// What sort of obstacle it is.
    public enum Kind: String, Sendable {
        /// No device of that name can be opened.
        case noDevice
        /// The device takes none of the formats that can be made for it.
        case unfit
        /// The device went away, or refused to go on.
        case lost
        /// The recording cannot be read on.
        case unreadable
        /// One side alone was asked for, and the recording does not know sides.
        case sidesUnknown
    }

    /// What sort of obstacle it is.
    public var kind: Kind
    /// What happened and what to do.
    public var sentence: String

    /// An obstacle.
    public init(kind: Kind, sentence: String) {
        self.kind = kind
        self.sentence = sentence
    }
}

extension PlaybackError {
    /// Whether the device is what hinders, rather than the recording.
    public var isOfTheDevice: Bool { [.noDevice, .unfit, .lost].contains(kind) }
}

extension PlaybackError: CustomStringConvertible {
    /// The sentence.
    public var description: String { sentence }
}

extension PlaybackError {
    private static let remedy =
        "Choose another with --device NAME, or with device: under listening: in "
        + "Annotations/settings.yml; `earful doctor` lists what there is."

    /// No device of that name; `reason` is a clause without a full stop.
    static func noDevice(_ name: String, _ reason: String) -> PlaybackError {
        PlaybackError(
            kind: .noDevice,
            sentence: "The sound device \"\(name)\" cannot be opened: \(reason). \(remedy)")
    }

    /// Nothing that the device takes; `reason` is a clause without a full stop.
    static func unfit(_ name: String, _ reason: String) -> PlaybackError {
        PlaybackError(
            kind: .unfit,
            sentence: "The sound device \"\(name)\" cannot play this recording: \(reason). "
                + remedy)
    }

    /// A device that was there before; `reason` is a clause without a full stop.
    static func lost(_ name: String, _ reason: String) -> PlaybackError {
        PlaybackError(
            kind: .lost,
            sentence: "The sound device \"\(name)\" stopped playing: \(reason). "
                + "Play again when it is back. \(remedy)")
    }

    /// A recording that cannot be read on.
    init(_ error: AudioError) {
        self.init(kind: .unreadable, sentence: "\(error)")
    }

    /// The libraries that change speed and sample rate refused.
    static let noMemory = PlaybackError(
        kind: .unfit,
        sentence: "There is no memory to change the speed or the sample rate of the sound. "
            + "Close other programs.")

    /// A mono recording, asked for one side.
    static let sidesUnknown = PlaybackError(
        kind: .sidesUnknown,
        sentence: "This recording has one channel, so agent and customer cannot be heard apart.")
}
