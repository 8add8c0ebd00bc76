/// The texts in the chunks of a WAVE file.
enum WaveMetadata {
    /// Reads the body of a `LIST`, `bext` or ID3 chunk.
    static func read(_ body: UnsafeRawBufferPointer, chunk id: String) -> EmbeddedMetadata {
        switch id {
        case "bext": broadcast(body)
        case "LIST", "list": info(body)
        default: ID3Tag.metadata(body)
        }
    }

    /// EBU Tech 3285: fixed fields, then the coding history from byte 602 on.
    private static func broadcast(_ body: UnsafeRawBufferPointer) -> EmbeddedMetadata {
        func field(_ start: Int, _ count: Int) -> String? {
            EmbeddedMetadata.text(
                UnsafeRawBufferPointer(rebasing: body.dropFirst(start).prefix(count)))
        }
        var metadata = EmbeddedMetadata()
        metadata.description = field(0, 256)
        metadata.originator = field(256, 32)
        metadata.originatorReference = field(288, 32)
        metadata.date = field(320, 10)
        metadata.time = field(330, 8)
        metadata.codingHistory = field(602, body.count)
        return metadata
    }

    private static func info(_ body: UnsafeRawBufferPointer) -> EmbeddedMetadata {
        let reader = ByteReader(body)
        var metadata = EmbeddedMetadata()
        guard reader.text(at: 0, count: 4) == "INFO" else { return metadata }
        var position = 4
        while position <= body.count - 8 {
            let id = reader.text(at: position, count: 4)
            let length = min(
                Int(reader.number(at: position + 4, count: 4)), body.count - position - 8)
            let text = EmbeddedMetadata.text(
                UnsafeRawBufferPointer(rebasing: body[(position + 8)..<(position + 8 + length)]))
            switch id {
            case "INAM": metadata.title = text
            case "IART": metadata.artist = text
            case "ICMT": metadata.comment = text
            case "ISFT": metadata.software = text
            case "ICRD": metadata.date = text
            case "ISBJ": metadata.description = text
            default: break
            }
            position += 8 + length + (length & 1)
        }
        return metadata
    }
}
