/// What a listener set out to hear in a sitting: it says what is left when a sitting is taken up
/// again, also for calls that were never opened.
public enum SittingPlan: Sendable, Hashable {
    /// What a draw picked, in the draw's order.
    case draw(DrawID)
    /// Calls that somebody picked, in this order.
    case handPicked([CallID])

    /// How a call of the plan came before the listener.
    public var selection: Selection {
        switch self {
        case .draw(let draw): .drawn(draw)
        case .handPicked: .handPicked
        }
    }
}

// How a plan is stored: `{"type": "draw", "draw": "D1"}` or `{"type": "handPicked", "calls": […]}`.

extension SittingPlan: Codable {
    /// Reads the object; throws `DecodingError` where the type is not known or a field is missing.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        switch try fields.decode(String.self, forKey: .type) {
        case "draw":
            self = .draw(try fields.decode(DrawID.self, forKey: .draw))
        case "handPicked":
            self = .handPicked(try fields.decode([CallID].self, forKey: .calls))
        case let name:
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: fields,
                debugDescription: "A plan of type \"\(name)\" is not known to this version of "
                    + "Earful; a newer one wrote it: use that one to read it.")
        }
    }

    /// Writes the object.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .draw(let draw):
            try fields.encode("draw", forKey: .type)
            try fields.encode(draw, forKey: .draw)
        case .handPicked(let calls):
            try fields.encode("handPicked", forKey: .type)
            try fields.encode(calls, forKey: .calls)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case type, draw, calls
    }
}
