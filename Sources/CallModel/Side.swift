/// One of the two parties of a call.
public enum Side: String, Sendable, Codable, CaseIterable, Hashable {
    /// The person of the contact centre.
    case agent
    /// The person who called or was called.
    case customer

    /// The other party.
    public var other: Side { self == .agent ? .customer : .agent }
}

/// Which channel of a recording holds which side.
public enum ChannelLayout: String, Sendable, Codable, CaseIterable, Hashable {
    /// One channel: the sides are not known, and side measures are absent.
    case mono
    /// Two channels, the first of them the agent's.
    case agentFirst
    /// Two channels, the first of them the customer's.
    case customerFirst

    /// One channel or two.
    public var channelCount: Int { self == .mono ? 1 : 2 }

    /// The zero-based channel of a side; nil for mono.
    public func channel(of side: Side) -> Int? {
        switch self {
        case .mono: nil
        case .agentFirst: side == .agent ? 0 : 1
        case .customerFirst: side == .agent ? 1 : 0
        }
    }

    /// The side on a zero-based channel; nil for mono.
    public func side(ofChannel channel: Int) -> Side? {
        switch self {
        case .mono: nil
        case .agentFirst: channel == 0 ? .agent : .customer
        case .customerFirst: channel == 0 ? .customer : .agent
        }
    }

    /// The layout with the sides exchanged; mono stays mono.
    public var swapped: ChannelLayout {
        switch self {
        case .mono: .mono
        case .agentFirst: .customerFirst
        case .customerFirst: .agentFirst
        }
    }
}
