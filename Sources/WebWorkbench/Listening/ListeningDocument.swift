import CallModel
import CallWorkbench
import Foundation

/// A sitting as the Listen page gets it, as JSON.
struct ListeningDocument: Encodable, Sendable {
    let standing: ListeningStanding
    let id: SessionID
    let purpose: SessionPurpose
    let listener: ListenerID
    let goalSeconds: Double
    let speed: Double
    let skips: Bool
    let levels: Bool
    let calls: [PlannedCallDocument]

    init(
        _ sitting: isolated ListeningSitting, settings: ListeningSettings, sheets: CallSheetMaker
    ) {
        standing = ListeningStanding(sitting)
        id = sitting.id
        purpose = sitting.purpose
        listener = sitting.listener
        goalSeconds = settings.goalMinutes * 60
        speed = sitting.pace.speed
        skips = sitting.pace.skips
        levels = settings.levels
        calls = sitting.calls.map {
            PlannedCallDocument(
                sheet: sheets.sheet(of: $0), standing: CallStanding($0.id, in: sitting))
        }
    }

    private enum CodingKeys: String, CodingKey {
        case id, purpose, listener, goalSeconds, speed, skips, levels, calls
    }

    func encode(to encoder: any Encoder) throws {
        try standing.encode(to: encoder)
        var fields = encoder.container(keyedBy: CodingKeys.self)
        try fields.encode(id, forKey: .id)
        try fields.encode(purpose, forKey: .purpose)
        try fields.encode(listener, forKey: .listener)
        try fields.encode(goalSeconds, forKey: .goalSeconds)
        try fields.encode(speed, forKey: .speed)
        try fields.encode(skips, forKey: .skips)
        try fields.encode(levels, forKey: .levels)
        try fields.encode(calls, forKey: .calls)
    }
}
