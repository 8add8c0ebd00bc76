public import CallArchive
import CallModel
import Foundation

/// Everything known of one call, for machines; what is unknown is absent.
public struct CallDocument: Encodable {
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
    /// True where what the first listener said is left out; else absent.
    private let keptFresh: Bool?
    private let history: [SessionEvent]

    /// The document of all that the archive knows.
    public init(_ details: CallDetails) {
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
        keptFresh = details.isKeptFresh ? true : nil
        history = details.history
    }

    /// The document as JSON with sorted keys, instants in ISO 8601, ending with a line end.
    public func text() throws -> String {
        try JSONLine.text(self, indented: true)
    }
}
