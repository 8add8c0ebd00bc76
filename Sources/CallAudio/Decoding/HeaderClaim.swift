import CallModel

/// What the header of a container that libsndfile reads promises. The library corrects lengths in
/// silence, so they are read here to be held against the truth.
struct HeaderClaim {
    /// Frames promised; nil where the header promises none or counts in bytes.
    var frameCount: Int?
    /// Bytes of sound promised; nil where they are not counted.
    var declaredByteCount: Int?
    /// Bytes of that sound that the file has.
    var presentByteCount: Int?
    /// A codec that is known not to be decoded.
    var unsupportedCodec: String?
    private let fileCount: Int
    /// The sizes were never written.
    var isUnfinalised = false
    /// Bytes to stand in place of the file's first ones, where the library stumbles over theirs.
    var repairedHead: [UInt8]?

    /// Reads the header of AIFF, AU, CAF, SPHERE or VOC.
    init(_ bytes: RecordedBytes, container: AudioContainer) throws(AudioError) {
        fileCount = bytes.count
        let head = try bytes.bytes(at: 0, count: 4096)
        switch container {
        case .aiff: try readAIFF(bytes)
        case .au: readAU(head)
        case .caf: try readCAF(bytes, head)
        case .sphere: readSphere(head)
        case .voc: try readVOC(bytes, head)
        default: break
        }
    }

    /// Whether the file ends before the promised bytes do.
    var isTruncated: Bool {
        guard let declaredByteCount, let presentByteCount else { return false }
        return declaredByteCount > presentByteCount
    }

    /// Frames promised, where the library found `present` frames in what is there.
    func promisedFrameCount(present: Int) -> Int? {
        if let frameCount { return frameCount }
        guard let declaredByteCount, let presentByteCount, presentByteCount > 0 else { return nil }
        let ratio = Double(declaredByteCount) / Double(presentByteCount)
        return Int(exactly: (Double(present) * ratio).rounded())
    }

    private mutating func count(_ declared: Int, from start: Int) {
        declaredByteCount = (declaredByteCount ?? 0).addingClamped(declared)
        presentByteCount = (presentByteCount ?? 0) + max(0, min(declared, fileCount - start))
    }

    private mutating func readAU(_ head: [UInt8]) {
        let isLittle = head.starts(with: Array("dns.".utf8))
        let (start, size): (Int, Int) = head.withUnsafeBytes {
            let reader = ByteReader($0)
            return (
                Int(reader.number(at: 4, count: 4, bigEndian: !isLittle)),
                Int(reader.number(at: 8, count: 4, bigEndian: !isLittle))
            )
        }
        if size == 0xFFFF_FFFF { return }
        if size == 0, start >= 24, start < fileCount, head.count >= 24 {
            // The largest number stands for "until the end" in AU.
            var repaired = Array(head[..<24])
            repaired.replaceSubrange(8..<12, with: [255, 255, 255, 255])
            repairedHead = repaired
            isUnfinalised = true
            return
        }
        count(size, from: start)
    }

    private mutating func readAIFF(_ bytes: RecordedBytes) throws(AudioError) {
        var position = 12
        for _ in 0..<1000 {
            let head = try bytes.bytes(at: position, count: 40)
            guard head.count >= 8 else { return }
            let (id, size, frames, coding) = head.withUnsafeBytes {
                let reader = ByteReader($0)
                return (
                    reader.text(at: 0, count: 4),
                    Int(reader.number(at: 4, count: 4, bigEndian: true)),
                    Int(reader.number(at: 10, count: 4, bigEndian: true)),
                    reader.text(at: 26, count: 4)
                )
            }
            if id == "COMM" {
                frameCount = frames
                let known = [
                    "NONE", "sowt", "twos", "raw ", "fl32", "FL32", "fl64", "FL64", "ulaw", "ULAW",
                    "alaw", "ALAW", "in24", "in32", "ima4", "GSM ",
                ]
                if size >= 22, !known.contains(coding) {
                    unsupportedCodec = Self.printable(coding)
                }
                if coding == "ima4", size >= 22 { frameCount = frames * 64 }
            }
            if id == "SSND" {
                count(max(0, size - 8), from: position + 16)
            }
            position = position + 8 + size + (size & 1)
        }
    }

    private mutating func readCAF(_ bytes: RecordedBytes, _ head: [UInt8]) throws(AudioError) {
        let coding = head.withUnsafeBytes { ByteReader($0).text(at: 28, count: 4) }
        let known = ["lpcm", "ulaw", "alaw"]
        if !known.contains(coding) { unsupportedCodec = Self.printable(coding) }
        var position = 8
        for _ in 0..<1000 {
            let chunk = try bytes.bytes(at: position, count: 12)
            guard chunk.count == 12 else { return }
            let (id, size) = chunk.withUnsafeBytes {
                (
                    ByteReader($0).text(at: 0, count: 4),
                    ByteReader($0).number(at: 4, count: 8, bigEndian: true)
                )
            }
            if id == "data" {
                let there = bytes.count - position - 12
                // -1 stands for "until the end".
                if size != .max { count(max(0, Int(clamping: size) - 4), from: position + 16) }
                guard size > UInt64(there), position <= 1 << 16 else { return }
                // The library gives up on a size that is not the true one.
                var repaired = try bytes.bytes(at: 0, count: position + 12)
                for byte in 0..<8 {
                    repaired[position + 4 + byte] = UInt8(
                        truncatingIfNeeded: there >> (56 - 8 * byte))
                }
                repairedHead = repaired
                return
            }
            position = position.addingClamped(12).addingClamped(Int(clamping: size))
        }
    }

    private mutating func readSphere(_ head: [UInt8]) {
        let text = head.prefix(1024).withUnsafeBytes { ByteReader($0).text(at: 0, count: $0.count) }
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(separator: " ")
            guard words.count >= 3 else { continue }
            if words[0] == "sample_count" {
                frameCount = Int(words[2]).flatMap { $0 >= 0 ? $0 : nil }
            }
            if words[0] == "sample_coding", words[2].contains("embedded") {
                unsupportedCodec = Self.printable(String(words[2]))
            }
        }
    }

    /// Blocks with a type in one byte and a size in three; 1, 2 and 9 hold sound.
    private mutating func readVOC(_ bytes: RecordedBytes, _ head: [UInt8]) throws(AudioError) {
        var position = head.withUnsafeBytes { Int(ByteReader($0).number(at: 20, count: 2)) }
        for _ in 0..<10_000 {
            let block = try bytes.bytes(at: position, count: 4)
            guard block.count == 4, block[0] != 0 else { return }
            let size = block.withUnsafeBytes { Int(ByteReader($0).number(at: 1, count: 3)) }
            if let inner = [1: 2, 2: 0, 9: 12][Int(block[0])] {
                count(max(0, size - inner), from: position + 4 + inner)
            }
            position += 4 + size
        }
    }

    private static func printable(_ code: String) -> String {
        let kept = String(code.unicodeScalars.filter { (0x21...0x7E).contains($0.value) })
        let names = [
            "alac": "ALAC", "aac": "AAC", "QDM2": "QDesign", "ima4": "IMA ADPCM", "G722": "G.722",
            "G726": "G.726", "G728": "G.728", "Qclp": "QUALCOMM PureVoice", "MAC3": "MACE 3",
            "MAC6": "MACE 6",
        ]
        return names[kept] ?? "Codec \"\(kept.prefix(40))\""
    }
}
