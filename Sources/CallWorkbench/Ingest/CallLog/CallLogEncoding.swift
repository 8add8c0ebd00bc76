/// How the letters of a call record are written as bytes.
public enum CallLogEncoding: String, Sendable, Codable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"

    /// The encoding that a byte order mark at the beginning names, and the mark's length.
    static func marked(_ bytes: ArraySlice<UInt8>) -> (encoding: CallLogEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        return nil
    }
}

/// Turns the bytes of a call record, chunk by chunk, into UTF-8. What no text can hold becomes
/// U+FFFD.
struct CallLogTranscoder {
    let encoding: CallLogEncoding
    private var leftOver: [UInt8] = []

    init(_ encoding: CallLogEncoding) {
        self.encoding = encoding
    }

    /// The chunk as UTF-8; an incomplete character at its end waits for the next chunk.
    mutating func transcode(_ chunk: ArraySlice<UInt8>) -> [UInt8] {
        switch encoding {
        case .utf8: return Array(chunk)
        case .windows1252: return Self.fromWindows1252(chunk)
        case .utf16LittleEndian: return fromUTF16(chunk, high: 1)
        case .utf16BigEndian: return fromUTF16(chunk, high: 0)
        }
    }

    private static func fromWindows1252(_ chunk: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(chunk.count + chunk.count / 8)
        for byte in chunk {
            if byte < 0x80 {
                text.append(byte)
            } else {
                let value = byte < 0xA0 ? Int(windows1252Specials[Int(byte) - 0x80]) : Int(byte)
                append(UInt32(value), to: &text)
            }
        }
        return text
    }

    private mutating func fromUTF16(_ chunk: ArraySlice<UInt8>, high: Int) -> [UInt8] {
        let bytes = leftOver + chunk
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var position = 0
        func unit(_ at: Int) -> UInt32 {
            UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + 1 - high])
        }
        while position + 2 <= bytes.count {
            let first = unit(position)
            if (0xD800..<0xDC00).contains(first) {
                guard position + 4 <= bytes.count else { break }
                let second = unit(position + 2)
                if (0xDC00..<0xE000).contains(second) {
                    Self.append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &text)
                    position += 4
                    continue
                }
            }
            Self.append((0xD800..<0xE000).contains(first) ? 0xFFFD : first, to: &text)
            position += 2
        }
        leftOver = Array(bytes[position...])
        return text
    }

    private static func append(_ value: UInt32, to text: inout [UInt8]) {
        let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    /// 0x80...0x9F of Windows-1252; the five places that it leaves undefined keep their value, as
    /// the WHATWG Encoding Standard has it.
    private static let windows1252Specials: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
    ]
}

/// Tells, chunk by chunk, whether bytes can be UTF-8 (Unicode 16, table 3-7).
struct UTF8Check {
    private(set) var isValid = true
    private var pending = 0
    private var range: ClosedRange<UInt8> = 0x80...0xBF

    mutating func look(at chunk: ArraySlice<UInt8>) {
        guard isValid else { return }
        for byte in chunk {
            if pending > 0 {
                guard range.contains(byte) else {
                    isValid = false
                    return
                }
                pending -= 1
                range = 0x80...0xBF
            } else if byte >= 0x80 {
                switch byte {
                case 0xC2...0xDF: pending = 1
                case 0xE0: (pending, range) = (2, 0xA0...0xBF)
                case 0xED: (pending, range) = (2, 0x80...0x9F)
                case 0xE1...0xEF: pending = 2
                case 0xF0: (pending, range) = (3, 0x90...0xBF)
                case 0xF1...0xF3: pending = 3
                case 0xF4: (pending, range) = (3, 0x80...0x8F)
                default:
                    isValid = false
                    return
                }
            }
        }
    }

    /// Whether the whole was UTF-8; a character cut off at the end does not count against it.
    var verdict: Bool { isValid }
}
