// How a selection is stored: `{"type": "drawn", "draw": "D1"}` or `{"type": "handPicked"}`.

extension Selection: Codable {
    /// Reads the object; throws `DecodingError` where the type is not known or the draw is missing.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        switch try fields.decode(String.self, forKey: .type) {
        case "drawn":
            self = .drawn(try fields.decode(DrawID.self, forKey: .draw))
        case "handPicked":
            self = .handPicked
        case let name:
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: fields,
                debugDescription: "A selection of type \"\(name)\" is not known to this version "
                    + "of Earful; a newer one wrote it: use that one to read it.")
        }
    }

    /// Writes the object.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .drawn(let draw):
            try fields.encode("drawn", forKey: .type)
            try fields.encode(draw, forKey: .draw)
        case .handPicked:
            try fields.encode("handPicked", forKey: .type)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case type, draw
    }
}
