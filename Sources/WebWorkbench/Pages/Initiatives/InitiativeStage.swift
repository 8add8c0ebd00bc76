import CallModel

/// How far a fix is: the columns of the board.
enum InitiativeStage: String, Sendable, CaseIterable {
    case planned, waiting, judged, dropped

    init(_ standing: Digest.InitiativeStanding) {
        guard standing.initiative.droppedBecause == nil else {
            self = .dropped
            return
        }
        guard standing.initiative.shippedOn != nil else {
            self = .planned
            return
        }
        switch standing.outcome?.verdict {
        case .worked, .rose, .noChange, .redefined: self = .judged
        // More listening may still tell.
        case .cannotTell, .notCompared, nil: self = .waiting
        }
    }
}
