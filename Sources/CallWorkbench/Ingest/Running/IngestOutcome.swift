public import CallModel

/// What became of one file, as an object a line for scripts; what is not known is absent.
public struct IngestOutcome: Sendable, Codable, Hashable {
    /// What became of it.
    public enum Status: String, Sendable, Codable, CaseIterable {
        /// Its sound is in now.
        case new
        /// It was known with other content; the new content is in.
        case changed
        /// It was in alone, and is one of the two sides of its call now.
        case paired
        /// It was in before and did not change.
        case unchanged
        /// Its sound was known from another place, where it lies no more.
        case moved
        /// Its sound is known from another place, where it still lies.
        case duplicate
        /// It is still being written; a later ingest takes it.
        case waiting
        /// It does not decode, for a reason of its own; its call is known without sound.
        case undecodable
        /// It could not be taken in; a later ingest tries again.
        case failed
    }

    /// Where it lies: relative to the workspace where inside, else absolute.
    public var path: String
    /// What became of it.
    public var status: Status
    /// The call it belongs to.
    public var call: CallID?
    /// The length of the call's sound, in seconds.
    public var durationSeconds: Double?
    /// How many sides the call's sound tells apart: 2, or 1 where they are mixed.
    public var sides: Int?
    /// How much of the call can be heard, 0...1; nil where nobody says how long the call was.
    public var completeness: Double?
    /// What a listener must know; nil where there is nothing.
    public var flaws: [RecordingFlaw]?
    /// The file that holds the other side.
    public var partner: String?
    /// Why it did not go in, in a sentence.
    public var reason: String?

    init(path: String, status: Status, call: CallID? = nil, reason: String? = nil) {
        self.path = path
        self.status = status
        self.call = call
        self.reason = reason
    }
}
