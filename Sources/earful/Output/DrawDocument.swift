import CallModel
import Foundation

/// A draw for machines: its parts, and the calls to hear in order. The rest of the frame stays in the
/// archive.
struct DrawDocument: Encodable {
    private struct Pick: Encodable {
        let call: CallID
        let stratum: String
        let inclusionProbability: Double
    }

    private let id: DrawID
    private let method: Draw.Method
    private let seed: String
    private let madeAt: Date
    private let madeBy: ListenerID
    private let frameStart: Date
    private let frameEnd: Date
    private let frameFilter: String
    private let frameCalls: Int
    /// How many a second listener hears too; which ones is not told.
    private let doublyAssigned: Int
    private let strata: [Draw.Stratum]
    private let calls: [Pick]

    init(_ draw: Draw) {
        id = draw.id
        method = draw.method
        seed = draw.seed
        madeAt = draw.madeAt
        madeBy = draw.madeBy
        frameStart = draw.frameStart
        frameEnd = draw.frameEnd
        frameFilter = draw.frameFilter
        frameCalls = draw.entries.count
        doublyAssigned = draw.entries.count { $0.isDouble }
        strata = draw.strata
        calls = draw.entries.filter { $0.position != nil }
            .sorted { ($0.position ?? 0) < ($1.position ?? 0) }
            .map {
                Pick(
                    call: $0.call, stratum: $0.stratum,
                    inclusionProbability: $0.inclusionProbability)
            }
    }
}
