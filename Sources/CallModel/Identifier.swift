/// The name of one noun, kept apart from the names of every other noun by its type.
///
/// An identifier is non-empty text; it is compared and sorted byte by byte, so that an order by
/// identifier is the same on every machine.
public struct Identifier<Noun>: Hashable, Comparable, Sendable {
    /// The text itself, as it is stored and shown.
    public let rawValue: String

    /// Wraps text that is already known to be an identifier.
    public init(_ rawValue: String) {
        self.rawValue = rawValue
    }

    /// Orders by the bytes of the UTF-8 text, not by a locale.
    public static func < (left: Self, right: Self) -> Bool {
        left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
    }
}

extension Identifier: CustomStringConvertible {
    /// The text itself.
    public var description: String { rawValue }
}

extension Identifier: Codable {
    /// Reads a plain string.
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    /// Writes a plain string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

/// The name of a ``Call``: its external id where the call record gives one, else derived from the
/// content hash of its recording. It never changes once given, because draws are seeded by it.
public typealias CallID = Identifier<Call>
/// The name of a ``Session``.
public typealias SessionID = Identifier<Session>
/// The name of an ``Annotation``, chosen by the client that made it.
public typealias AnnotationID = Identifier<Annotation>
/// The name of a ``SessionEvent``, chosen by the client that made it, so that a retry is harmless.
public typealias EventID = Identifier<SessionEvent>
/// The name of a ``Draw``.
public typealias DrawID = Identifier<Draw>
/// A person who listens; whatever is done is done by one.
public enum Listener {}
/// The name of a ``Listener``.
public typealias ListenerID = Identifier<Listener>
