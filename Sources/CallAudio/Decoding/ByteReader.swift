/// Numbers and short texts at positions in borrowed bytes; what lies outside is zero or empty.
struct ByteReader {
    let bytes: UnsafeRawBufferPointer
    var count: Int { bytes.count }

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// An unsigned number of 1...8 bytes; 0 where it does not lie wholly inside.
    func number(at offset: Int, count width: Int, bigEndian: Bool = false) -> UInt64 {
        guard offset >= 0, offset <= count - width else { return 0 }
        var value: UInt64 = 0
        for index in 0..<width {
            value = value << 8 | UInt64(bytes[offset + (bigEndian ? index : width - 1 - index)])
        }
        return value
    }

    /// Bytes read as Latin-1; empty where they do not lie wholly inside.
    func text(at offset: Int, count length: Int) -> String {
        guard offset >= 0, length >= 0, offset <= count - length else { return "" }
        return String(
            String.UnicodeScalarView(bytes[offset..<offset + length].map { Unicode.Scalar($0) }))
    }

    /// Whether these very bytes stand at a position.
    func matches(_ expected: [UInt8], at offset: Int) -> Bool {
        guard offset >= 0, offset <= count - expected.count else { return false }
        return bytes[offset..<offset + expected.count].elementsEqual(expected)
    }
}
