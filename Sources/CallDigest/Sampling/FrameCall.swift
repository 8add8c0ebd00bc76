public import CallModel

/// One call that could be picked.
public struct FrameCall: Sendable, Hashable {
    /// The call.
    public var id: CallID
    /// The value of the field that the frame is divided by.
    public var stratum: String
    /// Its risk score, finite and >= 0; needed where calls are picked by risk.
    public var risk: Double?

    /// A call of a frame.
    public init(id: CallID, stratum: String = "all", risk: Double? = nil) {
        self.id = id
        self.stratum = stratum
        self.risk = risk
    }
}
