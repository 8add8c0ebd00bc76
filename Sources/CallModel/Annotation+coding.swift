// How what was said is stored: a flat object whose `type` says which fields follow.
//
//     {"type": "reason", "key": "billing"}
//     {"type": "painPoint", "key": "hold-too-long", "severity": 4}
//     {"type": "note" | "idea" | "kudos" | "flag", "text": "called twice last week"}
//
// Stored rows outlive versions of the program: a type is never renamed and never given another
// meaning, and fields that are not known are passed over.

extension Annotation.Content: Codable {
    /// Reads the object; throws `DecodingError` where the type is not known or a field is missing.
    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let name = try fields.decode(String.self, forKey: .type)
        guard let kind = Kind(rawValue: name) else {
            throw DecodingError.dataCorruptedError(
                forKey: .type, in: fields,
                debugDescription: "An annotation of type \"\(name)\" is not known to this version "
                    + "of Earful; a newer one wrote it: use that one to read it.")
        }
        switch kind {
        case .reason:
            self = .reason(key: try fields.decode(String.self, forKey: .key))
        case .painPoint:
            self = .painPoint(
                key: try fields.decode(String.self, forKey: .key),
                severity: try fields.decode(Int.self, forKey: .severity))
        case .note: self = .note(text: try fields.decode(String.self, forKey: .text))
        case .idea: self = .idea(text: try fields.decode(String.self, forKey: .text))
        case .kudos: self = .kudos(text: try fields.decode(String.self, forKey: .text))
        case .flag: self = .flag(text: try fields.decode(String.self, forKey: .text))
        }
    }

    /// Writes the object.
    public func encode(to encoder: any Encoder) throws {
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(kind.rawValue, forKey: .type)
        switch self {
        case .reason(let key):
            try fields.encode(key, forKey: .key)
        case .painPoint(let key, let severity):
            try fields.encode(key, forKey: .key)
            try fields.encode(severity, forKey: .severity)
        case .note(let text), .idea(let text), .kudos(let text), .flag(let text):
            try fields.encode(text, forKey: .text)
        }
    }

    /// Which of the six things it is, without what was said; the raw value is the stored `type`.
    public enum Kind: String, Sendable, CaseIterable {
        case reason, painPoint, note, idea, kudos, flag
    }

    /// Which of the six things it is.
    public var kind: Kind {
        switch self {
        case .reason: .reason
        case .painPoint: .painPoint
        case .note: .note
        case .idea: .idea
        case .kudos: .kudos
        case .flag: .flag
        }
    }

    private enum CodingKeys: String, CodingKey {
        case type, key, severity, text
    }
}
