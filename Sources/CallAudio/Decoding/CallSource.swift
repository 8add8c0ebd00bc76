public import CallModel

/// One audio file to decode.
public struct AudioSource: Sendable, Codable, Hashable {
    /// Where it lies.
    public var path: String
    /// What it is if its content does not say; nil leaves that to the extension.
    public var headerless: HeaderlessFormat?
    /// How much later than the call's first instant it begins.
    public var offset: CallTime

    /// A file.
    public init(path: String, headerless: HeaderlessFormat? = nil, offset: CallTime = .zero) {
        self.path = path
        self.headerless = headerless
        self.offset = offset
    }
}

/// The sound of one call, still undecoded.
public enum CallSource: Sendable, Codable, Hashable {
    /// One file. The layout says whose its first channel is if it has two; a mono file stays mono.
    /// Its offset has no meaning and is not used.
    case file(AudioSource, layout: ChannelLayout)
    /// Two mono files of one sample rate, each a side. To swap the sides, swap the files.
    case sides(agent: AudioSource, customer: AudioSource)

    /// One file, by its path.
    public init(path: String, layout: ChannelLayout = .agentFirst) {
        self = .file(AudioSource(path: path), layout: layout)
    }

    /// Whose channel is which, where so many come out.
    func layout(channelCount: Int) -> ChannelLayout {
        switch self {
        case .file(_, let wanted):
            channelCount == 1 ? .mono : wanted == .mono ? .agentFirst : wanted
        case .sides: .agentFirst
        }
    }
}
