import CallModel

/// What somebody wants to hear, as JSON: `{"hear": "hour"}`, `{"hear": "draw", "draw": "monday"}` or
/// `{"hear": "calls", "calls": ["D1002"]}`.
struct BeginRequest: Decodable, Sendable {
    let wish: SittingRooms.Wish

    private enum Kind: String, Decodable {
        case hour, draw, calls
    }

    private enum CodingKeys: String, CodingKey {
        case hear, draw, calls
    }

    init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        wish =
            switch try fields.decode(Kind.self, forKey: .hear) {
            case .hour: .hour
            case .draw: .draw(try fields.decode(DrawID.self, forKey: .draw))
            case .calls: .calls(try fields.decode([CallID].self, forKey: .calls))
            }
    }
}
