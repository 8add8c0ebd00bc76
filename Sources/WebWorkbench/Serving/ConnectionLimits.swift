import NIOCore

/// What one connection may cost, so that slow, stalled and half-open clients hold nothing up.
struct ConnectionLimits: Sendable, Hashable {
    /// From the opening of a connection to the end of its first request's head.
    var head = TimeAmount.seconds(10)
    /// From the end of an answer to the end of the next request's head.
    var idle = TimeAmount.seconds(75)
    /// The longest pause within a body.
    var bodyPause = TimeAmount.seconds(15)
    /// A body may take this long, and longer only if it comes faster than ``bodyBytesPerSecond``.
    var body = TimeAmount.seconds(30)
    /// The slowest average of a long body.
    var bodyBytesPerSecond = 16 * 1024
    /// The longest time that one part of an answer waits to be taken.
    var write = TimeAmount.seconds(20)
    /// Connections at once; more wait to be accepted.
    var connections = 512
    /// All header fields of a request together, in bytes.
    var headerBytes = 32 * 1024
    /// One header field, in bytes.
    var fieldBytes = 8 * 1024
    /// Header fields of a request.
    var fields = 100
    /// How often the deadlines are looked at.
    var step = TimeAmount.seconds(1)
}
