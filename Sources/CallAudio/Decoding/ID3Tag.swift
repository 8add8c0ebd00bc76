/// ID3 tags: where they end and the few texts that are of use (id3.org, versions 1, 2.2-2.4).
enum ID3Tag {
    /// Bytes of the version 2 tag that begins the bytes, its header included; 0 where none does.
    static func byteCount(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard bytes.count >= 10, bytes.starts(with: [0x49, 0x44, 0x33]), bytes[3] < 0xFF,
            bytes[6..<10].allSatisfy({ $0 < 0x80 })
        else { return 0 }
        return 10 + synchsafe(bytes, at: 6) + (bytes[5] & 0x10 != 0 ? 10 : 0)
    }

    /// The texts of a version 2 tag that lies at the start of the bytes.
    static func metadata(_ bytes: UnsafeRawBufferPointer) -> EmbeddedMetadata {
        var metadata = EmbeddedMetadata()
        let end = min(byteCount(bytes), bytes.count)
        // Unsynchronised tags and extended headers are rare; their texts are left alone.
        guard end > 10, bytes[5] & 0xC0 == 0 else { return metadata }
        let version = bytes[3]
        let (idCount, headCount) = version == 2 ? (3, 6) : (4, 10)
        let reader = ByteReader(bytes)
        var position = 10
        while position <= end - headCount, bytes[position] != 0 {
            let id = reader.text(at: position, count: idCount)
            let length: Int
            switch version {
            case 2: length = Int(reader.number(at: position + 3, count: 3, bigEndian: true))
            case 3: length = Int(reader.number(at: position + 4, count: 4, bigEndian: true))
            default: length = synchsafe(bytes, at: position + 4)
            }
            let start = position + headCount
            guard length > 0, length <= end - start else { break }
            let body = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
            switch id {
            case "TIT2", "TT2": metadata.title = text(body)
            case "TPE1", "TP1": metadata.artist = text(body)
            case "TDRC", "TYER", "TYE": metadata.date = metadata.date ?? text(body)
            case "TIME", "TIM": metadata.time = text(body)
            case "COMM", "COM": metadata.comment = metadata.comment ?? comment(body)
            case "TSSE", "TSS": metadata.software = text(body)
            default: break
            }
            position = start + length
        }
        return metadata
    }

    /// The texts of a version 1 tag: 128 bytes that begin with `TAG`.
    static func metadata(version1 bytes: UnsafeRawBufferPointer) -> EmbeddedMetadata {
        var metadata = EmbeddedMetadata()
        guard bytes.count == 128, bytes.starts(with: [0x54, 0x41, 0x47]) else { return metadata }
        func field(_ range: Range<Int>) -> String? {
            EmbeddedMetadata.text(UnsafeRawBufferPointer(rebasing: bytes[range]))
        }
        metadata.title = field(3..<33)
        metadata.artist = field(33..<63)
        metadata.date = field(93..<97)
        metadata.comment = field(97..<127)
        return metadata
    }

    private static func synchsafe(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
        (0..<4).reduce(0) { $0 << 7 | Int(bytes[offset + $1] & 0x7F) }
    }

    /// A text frame: an encoding byte, then the text up to its first terminator.
    private static func text(_ body: UnsafeRawBufferPointer) -> String? {
        guard let encoding = body.first else { return nil }
        return decoded(UnsafeRawBufferPointer(rebasing: body[1...]), encoding: encoding)
    }

    /// A comment frame: encoding, three letters of language, a short description, the comment.
    private static func comment(_ body: UnsafeRawBufferPointer) -> String? {
        guard body.count > 4 else { return nil }
        let isWide = body[0] == 1 || body[0] == 2
        var position = 4
        while position < body.count {
            if isWide {
                if position + 1 < body.count, body[position] == 0, body[position + 1] == 0 {
                    position += 2
                    break
                }
                position += 2
            } else {
                position += 1
                if body[position - 1] == 0 { break }
            }
        }
        guard position < body.count else { return nil }
        return decoded(UnsafeRawBufferPointer(rebasing: body[position...]), encoding: body[0])
    }

    private static func decoded(_ bytes: UnsafeRawBufferPointer, encoding: UInt8) -> String? {
        guard encoding == 1 || encoding == 2 else { return EmbeddedMetadata.text(bytes) }
        let little = bytes.count >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE
        let reader = ByteReader(bytes)
        let units = stride(from: 0, to: bytes.count - 1, by: 2).prefix(2048).map {
            UInt16(reader.number(at: $0, count: 2, bigEndian: !little))
        }
        let text = String(decoding: units.prefix { $0 != 0 }.drop { $0 == 0xFEFF }, as: UTF16.self)
        return EmbeddedMetadata.bounded(text)
    }
}
