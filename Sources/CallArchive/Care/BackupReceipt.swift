public import Foundation

/// A backup that was made, read back and found sound.
public struct BackupReceipt: Sendable, Hashable {
    /// The file.
    public var file: URL
    /// Its size in bytes.
    public var byteCount: Int
    /// Calls in it.
    public var calls: Int
    /// Sittings in it.
    public var sessions: Int
    /// Events in it.
    public var events: Int
}
