public import CallModel

/// What a look at a file tells without reading it: enough to know an unchanged file again.
public struct FileStamp: Sendable, Hashable {
    /// Where it lies: relative to the workspace, else absolute; non-empty.
    public var path: String
    /// Its size in bytes, >= 0.
    public var byteCount: Int
    /// When its content last changed, in nanoseconds since 1970 UTC.
    public var modifiedNanoseconds: Int64
    /// Its number in the file system; nil where that has none.
    public var inode: UInt64?

    /// A stamp.
    public init(path: String, byteCount: Int, modifiedNanoseconds: Int64, inode: UInt64? = nil) {
        self.path = path
        self.byteCount = byteCount
        self.modifiedNanoseconds = modifiedNanoseconds
        self.inode = inode
    }

    /// The last component of the path.
    var name: String { FilePathEnding.name(of: path) }
}

/// A file whose bytes are known.
public struct FileLocation: Sendable, Hashable {
    /// Where it lies, and how it looked there.
    public var stamp: FileStamp
    /// The SHA-256 of its bytes.
    public var contentHash: ContentHash

    /// A location.
    public init(stamp: FileStamp, contentHash: ContentHash) {
        self.stamp = stamp
        self.contentHash = contentHash
    }
}
