public import CallModel

/// A finished lossless copy of a call's sound: a 16-bit FLAC file of the cache. As long as this value
/// lives the cache does not throw the file out for want of room.
public struct PlayableCopy: Sendable {
    /// Where it lies.
    public let path: String
    /// Whose channel is which in the file. It can differ from the sound's that it was made for: both
    /// orders of two files share one copy.
    public let layout: ChannelLayout
    /// Its size in bytes.
    public let byteCount: Int
    private let lease: CopyLease

    init(_ lease: CopyLease, layout: ChannelLayout) {
        path = lease.path
        byteCount = lease.byteCount
        self.layout = layout
        self.lease = lease
    }
}
