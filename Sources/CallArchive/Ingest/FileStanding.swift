public import CallModel
public import Foundation

/// What the archive knows of a file from a look at it alone.
public enum FileStanding: Sendable, Hashable {
    /// Nothing was ever seen at its path.
    case new
    /// The file that is known from this path, by size and time.
    case unchanged(call: CallID)
    /// A file was seen at this path with another size or time, or failed with another.
    case changed
    /// The same file failed before.
    case failed(FailedFile)
}

/// A file that could not be taken in, left for another attempt.
public struct FailedFile: Sendable, Hashable {
    /// Where it lies: relative to the workspace, else absolute.
    public var path: String
    /// Its size in bytes at the last attempt.
    public var byteCount: Int
    /// When its content last changed, in nanoseconds since 1970 UTC.
    public var modifiedNanoseconds: Int64
    /// Why, in a sentence.
    public var reason: String
    /// When it was last tried.
    public var failedAt: Date
    /// How often it was tried since its content last changed, >= 1.
    public var attempts: Int
    /// The call that it holds the sound of, where that is known.
    public var call: CallID?
}
