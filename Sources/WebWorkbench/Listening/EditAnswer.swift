import CallModel
import CallWorkbench
import Foundation

/// The answer to an edit: that it is on the disk, and what the sitting is after it.
struct EditAnswer: Encodable, Sendable {
    /// That it is on the disk.
    struct Receipt: Encodable, Sendable {
        let eventID: EventID
        /// Events up to and including it.
        let version: Int
        let savedAt: Date

        private enum CodingKeys: String, CodingKey {
            case eventID = "eventId"
            case version, savedAt
        }
    }

    let receipt: Receipt
    let sitting: ListeningStanding
    /// The calls that it may have changed.
    let calls: [CallStanding]
}
