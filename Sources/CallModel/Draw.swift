public import Foundation

/// Which calls to hear, and with what probability each could have been picked. It is stored when it
/// is made, because it can never be reconstructed.
public struct Draw: Sendable, Codable, Hashable, Identifiable {
    /// How the calls were picked.
    public enum Method: String, Sendable, Codable, CaseIterable {
        /// Every call of the frame alike.
        case random
        /// A number from each stratum, every call of the stratum alike.
        case stratified
        /// By a risk score, each call with a probability of its own.
        case risk
    }

    /// One part of the frame.
    public struct Stratum: Sendable, Codable, Hashable {
        /// `all` for a random draw; else the value of the field that the frame was divided by.
        public var name: String
        /// Calls in it.
        public var population: Int
        /// Calls picked from it.
        public var drawn: Int

        /// A stratum.
        public init(name: String, population: Int, drawn: Int) {
            self.name = name
            self.population = population
            self.drawn = drawn
        }
    }

    /// One call of the frame.
    public struct Entry: Sendable, Codable, Hashable {
        /// The call.
        public var call: CallID
        /// The name of its stratum.
        public var stratum: String
        /// The probability with which this draw could pick it, in (0, 1].
        public var inclusionProbability: Double
        /// Its place in the order of hearing, from 0, when it was picked; nil when it was not.
        public var position: Int?
        /// Whether a second listener is to hear it too; only where it was picked.
        public var isDouble: Bool

        /// An entry.
        public init(
            call: CallID, stratum: String, inclusionProbability: Double, position: Int?,
            isDouble: Bool = false
        ) {
            self.call = call
            self.stratum = stratum
            self.inclusionProbability = inclusionProbability
            self.position = position
            self.isDouble = isDouble
        }
    }

    /// Its name.
    public var id: DrawID
    /// When it was made.
    public var madeAt: Date
    /// Who made it.
    public var madeBy: ListenerID
    /// How the calls were picked.
    public var method: Method
    /// What the picking was seeded with; the same seed and frame give the same draw.
    public var seed: String
    /// The first instant of the frame.
    public var frameStart: Date
    /// The first instant after the frame.
    public var frameEnd: Date
    /// What else the frame was limited to (such as `site=North`), empty for nothing.
    public var frameFilter: String
    /// Its parts, by name.
    public var strata: [Stratum]
    /// Every call of the frame, picked or not, by call id.
    public var entries: [Entry]

    /// A draw.
    public init(
        id: DrawID, madeAt: Date, madeBy: ListenerID, method: Method, seed: String,
        frameStart: Date, frameEnd: Date, frameFilter: String, strata: [Stratum], entries: [Entry]
    ) {
        self.id = id
        self.madeAt = madeAt
        self.madeBy = madeBy
        self.method = method
        self.seed = seed
        self.frameStart = frameStart
        self.frameEnd = frameEnd
        self.frameFilter = frameFilter
        self.strata = strata
        self.entries = entries
    }

    /// The calls to hear, in order.
    public var picked: [CallID] {
        entries.compactMap { entry in entry.position.map { (position: $0, call: entry.call) } }
            .sorted { $0.position < $1.position }
            .map(\.call)
    }
}
