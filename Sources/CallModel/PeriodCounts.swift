import Synchronization

/// What was counted in a period and scope, as far as other periods are compared with it. It is small
/// whatever the number of calls, and can be kept.
///
/// A comparison asks whether what causes calls changed. For that even a period of which every call was
/// heard is a sample (Deming 1975, Am Stat 29:146), so ``PainPoint/share`` takes no call for more than
/// one; ``PainPoint/shown`` speaks of the calls there were.
public struct PeriodCounts: Sendable, Codable, Hashable {
    /// A share with what it rests on.
    public struct Share: Sendable, Codable, Hashable {
        /// The share, with its range.
        public var estimate: Estimate
        /// The effective number of calls, at most the number heard.
        public var effective: Double

        /// A share.
        public init(estimate: Estimate, effective: Double) {
            self.estimate = estimate
            self.effective = effective
        }
    }

    /// Calls touched, of all calls: whole ones where all weigh alike, else as many as they are worth.
    public struct Load: Sendable, Codable, Hashable {
        /// Calls touched.
        public var affected: Double
        /// All calls.
        public var calls: Double

        /// A load.
        public init(affected: Double, calls: Double) {
            self.affected = affected
            self.calls = calls
        }
    }

    /// One pain point.
    public struct PainPoint: Sendable, Codable, Hashable {
        /// Counted calls in which it was heard.
        public var calls = 0
        /// Its share of the calls there were; nil where there is no base for a range.
        public var shown: Estimate?
        /// Its share as a sample of causes; nil where there is no base for a range.
        public var share: Share?
        /// Calls as tests of counts take them; nil where there is no base for a range.
        public var load: Load?
        /// Who called.
        public var callers = People()
        /// Whose calls they were.
        public var agents = People()

        /// One that nobody heard.
        public init() {}
    }

    /// Listeners who heard the same calls together.
    public struct Hearers: Sendable, Codable, Hashable {
        /// Who; sorted.
        public var listeners: [ListenerID]
        /// Counted calls that just these heard.
        public var calls: Int

        /// Listeners.
        public init(listeners: [ListenerID], calls: Int) {
            self.listeners = listeners
            self.calls = calls
        }
    }

    /// The period.
    public var period: Period
    /// Calls of the period and scope, heard or not; nil where the call log does not say.
    public var population: Int?
    /// On which days those began; nil where the call log does not say.
    public var loggedDays: Tally.LoggedDays?
    /// What the call log says of holds.
    public var holds = LoggedHolds()
    /// Counted calls of the scope.
    public var counted: Int
    /// Calls that the counted ones speak for; nil where there is no base for a range.
    public var covered: Double?
    /// Who heard the counted calls.
    public var hearers: [Hearers]
    /// The agents of the counted calls.
    public var agents: People
    /// The pain points marked in the scope, by key; on hand-picked calls too.
    public var painPoints: [String: PainPoint]
    /// What is to be said of every other pain point.
    public var unheard: PainPoint
    /// Counted calls by reason (a half where two listeners disagree).
    public var reasons: [String: Double]
    /// Counted calls to which nobody gave a reason.
    public var withoutReason: Double

    /// Counts of a period in which nobody listened.
    public init(period: Period, population: Int? = nil, loggedDays: Tally.LoggedDays? = nil) {
        self.period = period
        self.population = population
        self.loggedDays = loggedDays
        counted = 0
        hearers = []
        agents = People()
        painPoints = [:]
        unheard = PainPoint()
        reasons = [:]
        withoutReason = 0
    }

    /// What was counted of a pain point.
    public subscript(key: String) -> PainPoint { painPoints[key] ?? unheard }
}

/// A number of people who are told apart and not named: only whether two are one can be asked.
public struct People: Sendable, Hashable {
    /// Numbers made of names, ascending, each once.
    public private(set) var known: [UInt64] = []
    /// How many times somebody without a name came by.
    public private(set) var unknown = 0

    /// Nobody.
    public init() {}

    /// People by their pseudonyms; nil for somebody unknown.
    public init(_ names: some Sequence<String?>) {
        var numbers: [UInt64] = []
        for name in names {
            if let name { numbers.append(Self.number(of: name)) } else { unknown += 1 }
        }
        known = Self.unique(numbers)
    }

    /// All of some groups; whoever is unknown counts each time.
    public init(joining groups: some Sequence<People>) {
        var numbers: [UInt64] = []
        for group in groups {
            numbers += group.known
            unknown += group.unknown
        }
        known = Self.unique(numbers)
    }

    /// How many there are where nobody unknown came by twice.
    public var count: Int { known.count + unknown }

    /// FNV-1a, 64 bits (Fowler, Noll and Vo; RFC 9923).
    private static func number(of name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private static func unique(_ numbers: [UInt64]) -> [UInt64] {
        var unique: [UInt64] = []
        for number in numbers.sorted() where unique.last != number { unique.append(number) }
        return unique
    }
}

// A list of numbers is long to write and to read as text: where there is a heap it goes there.
extension People: Codable {
    private enum CodingKeys: String, CodingKey {
        case known, unknown
    }

    /// Numbers of many people, one after the other, beside a document that says which are whose.
    public final class Heap: Sendable {
        /// Under which an encoder and a decoder are handed one.
        public static let key = CodingUserInfoKey(rawValue: "people")!

        private let stored: Mutex<[UInt8]>

        /// A heap of some bytes.
        public init(bytes: [UInt8] = []) {
            stored = Mutex(bytes)
        }

        /// The numbers as bytes, little-endian.
        public var bytes: [UInt8] { stored.withLock { $0 } }

        /// Adds numbers; returns where they begin.
        fileprivate func add(_ numbers: [UInt64]) -> Int {
            stored.withLock { bytes in
                defer {
                    numbers.map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
                }
                return bytes.count / 8
            }
        }

        /// Numbers from a place on; nil where there are not as many.
        fileprivate func numbers(from start: Int, count: Int) -> [UInt64]? {
            stored.withLock { bytes in
                guard start >= 0, count >= 0, count <= bytes.count / 8 - start else { return nil }
                return bytes.withUnsafeBytes { bytes in
                    (start..<start + count).map { place in
                        UInt64(
                            littleEndian: bytes.loadUnaligned(
                                fromByteOffset: 8 * place, as: UInt64.self))
                    }
                }
            }
        }
    }

    /// Reads what was written; throws where the heap does not hold it.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        unknown = try fields.decode(Int.self, forKey: .unknown)
        guard let heap = decoder.userInfo[Heap.key] as? Heap else {
            known = try fields.decode([UInt64].self, forKey: .known)
            return
        }
        let place = try fields.decode([Int].self, forKey: .known)
        guard place.count == 2, let known = heap.numbers(from: place[0], count: place[1]) else {
            throw DecodingError.dataCorruptedError(
                forKey: .known, in: fields, debugDescription: "The heap ends before.")
        }
        self.known = known
    }

    /// Writes it.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(unknown, forKey: .unknown)
        if let heap = encoder.userInfo[Heap.key] as? Heap {
            try fields.encode([heap.add(known), known.count], forKey: .known)
        } else {
            try fields.encode(known, forKey: .known)
        }
    }
}
