import CallModel

/// A stretch of a call as JSON: `[start, end]` in whole milliseconds.
struct RangeDocument: Codable, Sendable, Hashable {
    let range: CallTimeRange

    init(_ range: CallTimeRange) { self.range = range }

    init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        let (start, end) = (try values.decode(Int.self), try values.decode(Int.self))
        guard start >= 0, let range = CallTimeRange(milliseconds: start, end) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "the end must lie after the start"))
        }
        self.range = range
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.unkeyedContainer()
        try values.encode(range.start.milliseconds)
        try values.encode(range.end.milliseconds)
    }
}
