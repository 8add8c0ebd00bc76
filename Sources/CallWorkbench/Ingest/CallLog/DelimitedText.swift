/// One record of delimited text: its fields as bytes of UTF-8, and the line (from 1) it begins on.
struct DelimitedRow {
    fileprivate(set) var line = 1
    fileprivate var bytes: [UInt8] = []
    fileprivate var ends: [Int] = []

    /// How many fields it has.
    var count: Int { ends.count }

    /// A field without the white space around it; empty where the record has no such field.
    func field(_ index: Int) -> String {
        guard index < ends.count else { return "" }
        var start = index == 0 ? 0 : ends[index - 1]
        var end = ends[index]
        while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// Whether all fields from one on are empty.
    func isEmpty(from index: Int) -> Bool {
        index >= ends.count || (index == 0 ? 0 : ends[index - 1]) == bytes.count
    }

    /// All fields.
    var fields: [String] { (0..<count).map(field) }
}

/// Takes delimited text (RFC 4180: quotes, quotes doubled within quotes, line ends within quotes)
/// apart, chunk by chunk, in memory that does not grow with the text.
///
/// A quote that is never closed costs the record it stands in: what follows its first line is read
/// again as records of their own.
struct DelimitedText {
    /// What is found, in order.
    enum Finding {
        case row(DelimitedRow)
        case unclosedQuote(line: Int)
    }

    /// The longest that a quoted field may be, in bytes.
    static let longestField = 1 << 20

    private enum State { case fieldStart, plain, quoted, quoteInQuoted, skippingLine }

    private let delimiter: UInt8
    private var state = State.fieldStart
    private var row = DelimitedRow()
    private var line = 1
    private var quoteLine = 1
    private var skipsLineFeed = false
    /// The bytes since the last quote opened.
    private var quoted: [UInt8] = []

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    /// Reads a chunk.
    mutating func read(_ chunk: [UInt8], found: (Finding) throws -> Void) rethrows {
        var waiting = [chunk[...]]
        while let bytes = waiting.popLast() {
            for position in bytes.indices {
                try take(bytes[position], found: found)
                if quoted.count > Self.longestField {
                    waiting.append(bytes[(position + 1)...])
                    waiting.append(try giveUpQuote(found: found)[...])
                    break
                }
            }
        }
    }

    /// Reads what is left when the text is over.
    mutating func finish(found: (Finding) throws -> Void) rethrows {
        while state == .quoted {
            let rest = try giveUpQuote(found: found)
            try read(rest, found: found)
        }
        if row.count > 0 || !row.bytes.isEmpty || state == .quoteInQuoted {
            try endRow(found: found)
        }
    }

    private mutating func take(_ byte: UInt8, found: (Finding) throws -> Void) rethrows {
        if skipsLineFeed {
            skipsLineFeed = false
            if byte == 0x0A {
                if state == .quoted { keepQuoted(byte) }
                return
            }
        }
        switch state {
        case .fieldStart where byte == 0x22:
            state = .quoted
            quoteLine = line
            quoted.removeAll(keepingCapacity: true)
        case .quoted:
            if byte == 0x22 {
                state = .quoteInQuoted
                quoted.append(byte)
            } else {
                if byte == 0x0A || byte == 0x0D {
                    line += 1
                    skipsLineFeed = byte == 0x0D
                }
                keepQuoted(byte)
            }
        case .quoteInQuoted where byte == 0x22:
            state = .quoted
            keepQuoted(byte)
        case .skippingLine:
            guard byte == 0x0A || byte == 0x0D else { return }
            line += 1
            skipsLineFeed = byte == 0x0D
            startRow()
        default:
            if byte == delimiter {
                row.ends.append(row.bytes.count)
                state = .fieldStart
            } else if byte == 0x0A || byte == 0x0D {
                line += 1
                skipsLineFeed = byte == 0x0D
                try endRow(found: found)
            } else {
                row.bytes.append(byte)
                state = .plain
            }
        }
    }

    private mutating func keepQuoted(_ byte: UInt8) {
        quoted.append(byte)
        row.bytes.append(byte)
    }

    private mutating func endRow(found: (Finding) throws -> Void) rethrows {
        row.ends.append(row.bytes.count)
        if row.count > 1 || !row.bytes.isEmpty { try found(.row(row)) }
        startRow()
    }

    private mutating func startRow() {
        row.bytes.removeAll(keepingCapacity: true)
        row.ends.removeAll(keepingCapacity: true)
        row.line = line
        quoted.removeAll(keepingCapacity: true)
        state = .fieldStart
    }

    /// Drops the record with the open quote; returns what follows the first line of it.
    private mutating func giveUpQuote(found: (Finding) throws -> Void) rethrows -> [UInt8] {
        try found(.unclosedQuote(line: quoteLine))
        let isLineEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
        guard let end = quoted.firstIndex(where: isLineEnd) else {
            startRow()
            state = .skippingLine
            return []
        }
        let rest = Array(quoted[(end + 1)...])
        skipsLineFeed = quoted[end] == 0x0D
        line = quoteLine + 1
        startRow()
        return rest
    }
}
