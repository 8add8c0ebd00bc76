public import CallModel

/// The random number that a seed gives a call for good, in 0...1: the first 8 bytes of the SHA-256 of
/// `seed|call` (UTF-8) as a big-endian integer, over 2^64 (permanent random numbers, Ohlsson 1995).
///
/// Calls that arrive later do not change those of earlier ones.
public struct PermanentNumber: Sendable, Hashable, Comparable {
    /// The 64 bits, exact and comparable.
    public let bits: UInt64

    /// The number of a call under a seed.
    public init(seed: String, call: CallID) {
        let words = SHA256.words(of: "\(seed)|\(call.rawValue)".utf8)
        bits = UInt64(words[0]) << 32 | UInt64(words[1])
    }

    /// The number as a fraction.
    public var fraction: Double { Double(bits) * 0x1p-64 }

    /// Orders by size.
    public static func < (left: Self, right: Self) -> Bool { left.bits < right.bits }
}
