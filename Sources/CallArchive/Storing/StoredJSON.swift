import Foundation

/// Values as the database keeps them when nobody asks for their parts: JSON with sorted keys, so
/// that equal values are equal text.
enum StoredJSON {
    /// Both are set up once and only read from then on.
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(StoredTime.milliseconds(date))
        }
        return encoder
    }()
    private static let decoder: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            StoredTime.date(try decoder.singleValueContainer().decode(Int64.self))
        }
        return decoder
    }()

    /// Throws ``ArchiveError/invalid(_:)`` for a value that JSON cannot hold (an infinite number).
    static func text(_ value: some Encodable, of what: String) throws -> String {
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw ArchiveError.invalid("The \(what) cannot be stored: \(error).")
        }
    }

    /// Throws ``ArchiveError/database(doing:reason:)`` for text that is not such a value.
    static func value<Value: Decodable>(
        _ type: Value.Type = Value.self, from text: String, of what: String
    ) throws -> Value {
        do {
            return try decoder.decode(type, from: Data(text.utf8))
        } catch {
            throw ArchiveError.database(doing: "reading the \(what)", reason: "\(error)")
        }
    }
}
