extension Digest {
    /// What could not be heard.
    public struct Unhearable: Sendable, Codable, Hashable {
        /// Calls without any recording.
        public var withoutRecording: Int
        /// Calls whose recording does not decode.
        public var undecodable: Int
        /// Calls whose recording was deleted before anybody heard it.
        public var retired: Int
        /// Calls of which a part is missing.
        public var incomplete: Int
        /// The seconds missing from those.
        public var missingSeconds: Double

        /// What the tally counted.
        public init(_ tally: Tally.Unhearable) {
            withoutRecording = tally.withoutRecording
            undecodable = tally.undecodable
            retired = tally.retired
            incomplete = tally.incomplete
            missingSeconds = tally.missingSeconds
        }
    }
}
