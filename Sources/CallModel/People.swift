import Synchronization

/// A number of people who are told apart and not named: only whether two are one can be asked.
public struct People: Sendable, Hashable {
    /// Numbers made of names, ascending, each once.
    public private(set) var known: [UInt64] = []
    /// How many times somebody without a name came by.
    public private(set) var unknown = 0

    /// Nobody.
    public init() {}

    /// People by their pseudonyms; nil for somebody unknown.
    public init(_ names: [String?]) {
        let numbers = names.compactMap { $0.map(Self.number) }
        known = Self.unique(numbers)
        unknown = names.count - numbers.count
    }

    /// All of some groups; whoever is unknown counts each time.
    public init(joining groups: some Sequence<People>) {
        var lists: [[UInt64]] = []
        for group in groups {
            lists.append(group.known)
            unknown += group.unknown
        }
        while lists.count > 1 {
            lists = stride(from: 0, to: lists.count, by: 2).map { index in
                index + 1 < lists.count ? Self.union(lists[index], lists[index + 1]) : lists[index]
            }
        }
        known = lists.first ?? []
    }

    /// How many there are where nobody unknown came by twice.
    public var count: Int { known.count + unknown }

    /// FNV-1a, 64 bits (Fowler, Noll and Vo; RFC 9923).
    private static func number(of name: String) -> UInt64 {
        name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The numbers of two ascending lists, ascending, each once.
    private static func union(_ left: [UInt64], _ right: [UInt64]) -> [UInt64] {
        guard !left.isEmpty else { return right }
        var union: [UInt64] = []
        union.reserveCapacity(left.count + right.count)
        var (l, r) = (0, 0)
        while l < left.count, r < right.count {
            let (first, second) = (left[l], right[r])
            union.append(min(first, second))
            if first <= second { l += 1 }
            if second <= first { r += 1 }
        }
        union += left[l...]
        union += right[r...]
        return union
    }

    private static func unique(_ numbers: [UInt64]) -> [UInt64] {
        var unique: [UInt64] = []
        for number in numbers.sorted() where unique.last != number { unique.append(number) }
        return unique
    }

    /// Who was at each of many places. Their names are looked at once, however often it is asked who
    /// was at some of the places.
    public struct Roll: Sendable {
        private let known: [UInt64]
        /// For each place the index in ``known``; nil for somebody unknown.
        private let ranks: [Int?]

        /// A roll of the pseudonyms at the places 0, 1, …; nil for somebody unknown.
        public init(_ names: [String?]) {
            let numbers = names.map { $0.map(People.number) }
            let known = People.unique(numbers.compactMap { $0 })
            var ranks: [UInt64: Int] = [:]
            for (rank, number) in known.enumerated() { ranks[number] = rank }
            self.known = known
            self.ranks = numbers.map { $0.flatMap { ranks[$0] } }
        }

        /// The people at some places.
        public func people(at places: [Int]) -> People {
            var people = People()
            var isThere = [Bool](repeating: false, count: known.count)
            for place in places {
                if let rank = ranks[place] { isThere[rank] = true } else { people.unknown += 1 }
            }
            for rank in known.indices where isThere[rank] { people.known.append(known[rank]) }
            return people
        }
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
