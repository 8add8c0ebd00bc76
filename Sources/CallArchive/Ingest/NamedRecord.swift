public import CallModel

/// What the archive knows of the call that a file belongs to, before the file is decoded.
public struct NamedRecord: Sendable, Hashable {
    /// The call.
    public var call: CallID
    /// What its sources say, merged.
    public var record: CallRecord
    /// The names or paths of its recordings as its log row gave them, in the row's order.
    public var fileNames: [String]
    /// Where the files of its recording lie; empty without a recording.
    public var locations: [FileLocation]
}
