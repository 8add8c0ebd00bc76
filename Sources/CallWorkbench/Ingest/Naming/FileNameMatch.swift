import Foundation

/// Holds one file name against one pattern. What failed once at a place is not tried again there,
/// so the work is bounded by the length of the name squared, whatever the name.
struct FileNameMatch {
    /// What stood in the place of each named part.
    private(set) var texts: [(name: String, bytes: ArraySlice<UInt8>)] = []
    /// The instant that the date names.
    private(set) var date: Date?

    private let name: [UInt8]
    private let pieces: [FileNamePattern.Piece]
    private let zone: TimeZone
    private var failed: Set<Int> = []

    init(name: [UInt8], pieces: [FileNamePattern.Piece], zone: TimeZone) {
        self.name = name
        self.pieces = pieces
        self.zone = zone
    }

    /// Whether the whole name fits.
    mutating func run() -> Bool { match(piece: 0, at: 0) }

    private mutating func match(piece index: Int, at start: Int) -> Bool {
        guard index < pieces.count else { return start == name.count }
        let place = index * (name.count + 1) + start
        guard !failed.contains(place) else { return false }
        let fits =
            switch pieces[index] {
            case .literal(let bytes):
                name[start...].starts(with: bytes)
                    && match(piece: index + 1, at: start + bytes.count)
            case .date(let parts): matchDate(parts, piece: index, at: start)
            case .any: matchText(nil, piece: index, ends: Array(start...name.count), at: start)
            case .text(let part):
                // An agent's name may hold the mark that follows it; numbers do not.
                matchText(
                    part, piece: index,
                    ends: part == "agent"
                        ? Array((start...name.count).dropFirst().reversed())
                        : Array((start...name.count).dropFirst()), at: start)
            }
        if !fits { failed.insert(place) }
        return fits
    }

    private mutating func matchText(
        _ part: String?, piece index: Int, ends: [Int], at start: Int
    ) -> Bool {
        for end in ends where match(piece: index + 1, at: end) {
            if let part { texts.append((part, name[start..<end])) }
            return true
        }
        return false
    }

    private mutating func matchDate(
        _ parts: [FileNamePattern.DatePart], piece index: Int, at start: Int
    ) -> Bool {
        var position = start
        var values: [String: Int] = [:]
        for part in parts {
            switch part {
            case .literal(let byte):
                guard position < name.count, name[position] == byte else { return false }
                position += 1
            case .digits(let unit, let count):
                guard let value = number(at: position, count: count) else { return false }
                values[unit] = value
                position += count
            case .epoch:
                let count = name[position...].prefix { (0x30...0x39).contains($0) }.count
                guard (9...10).contains(count), let value = number(at: position, count: count)
                else {
                    return false
                }
                guard match(piece: index + 1, at: position + count) else { return false }
                date = Date(timeIntervalSince1970: Double(value))
                return true
            }
        }
        guard let instant = instant(values), match(piece: index + 1, at: position) else {
            return false
        }
        date = instant
        return true
    }

    private func number(at start: Int, count: Int) -> Int? {
        guard start + count <= name.count else { return nil }
        var value = 0
        for byte in name[start..<(start + count)] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    private func instant(_ values: [String: Int]) -> Date? {
        guard let year = values["yyyy"] ?? values["yy"].map({ 2000 + $0 }), year >= 1970,
            let month = values["MM"], let day = values["dd"]
        else { return nil }
        let (hour, minute) = (values["HH"] ?? 0, values["mm"] ?? 0)
        let second = values["ss"] ?? 0
        guard hour < 24, minute < 60, second <= 60 else { return nil }
        let written = WrittenTime(
            day: .calendar(year: year, month: month, day: day),
            seconds: Double(hour * 3600 + minute * 60 + second), offset: nil)
        return written.date(order: .dayFirst, zone: zone)
    }
}
