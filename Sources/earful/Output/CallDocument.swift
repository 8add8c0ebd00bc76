import CallArchive
import CallModel
import Foundation

/// Everything known of one call, for machines; what is unknown is absent.
struct CallDocument: Encodable {
    private struct File: Encodable {
        let path: String
        let contentHash: ContentHash
        let lastSeenAt: Date
    }

    private struct Membership: Encodable {
        let draw: DrawID
        let stratum: String
        let inclusionProbability: Double
        let position: Int?
    }

    private let call: Call
    private let completeness: Double?
    private let sidesSetByHand: Bool
    private let files: [File]
    private let profile: Profile?
    private let draws: [Membership]
    private let inclusionProbability: Double?
    private let history: [SessionEvent]

    init(_ details: CallDetails) {
        call = details.call
        completeness = details.call.completeness
        sidesSetByHand = details.layoutSetByHand
        files = details.files.map {
            File(
                path: $0.location.stamp.path, contentHash: $0.location.contentHash,
                lastSeenAt: $0.lastSeenAt)
        }
        profile = details.profile
        draws = details.draws.map {
            Membership(
                draw: $0.draw, stratum: $0.stratum, inclusionProbability: $0.inclusionProbability,
                position: $0.position)
        }
        inclusionProbability = details.inclusionProbability
        history = details.history
    }

    /// The document as JSON with sorted keys, instants in ISO 8601, ending with a line end.
    func text() throws -> String {
        try JSONLine.text(self, indented: true)
    }
}

/// Values in their own coding, as JSON with sorted keys and instants in ISO 8601.
enum JSONLine {
    /// One line, or several where it is indented; ends with a line end.
    static func text(_ value: some Encodable, indented: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if indented { encoder.outputFormatting.insert(.prettyPrinted) }
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
