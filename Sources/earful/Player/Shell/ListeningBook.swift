import CallAudio
import CallModel
import CallReports
import CallWorkbench
import Foundation

/// Keeps what is said and heard at the player in a sitting of the workspace.
struct ListeningBook: SittingKeeping {
    let sitting: ListeningSitting
    let zone: TimeZone
    let language: Language

    func keep(_ act: SittingAct) async throws -> SittingAnswer {
        let saved = try await carryOut(act)
        let session = await sitting.session
        var outlook: String?
        if act.movesOn {
            outlook = SessionText.outlook(
                try await sitting.outlook(), of: session, timeZone: zone, language: language)
        }
        return SittingAnswer(session: session, savedAt: saved?.at ?? Date(), outlook: outlook)
    }

    func next(after call: CallID) async throws -> PlayerCall? {
        try await sitting.next(after: call).map { PlayerCall($0, language) }
    }

    private func carryOut(_ act: SittingAct) async throws -> ListeningSitting.Saved? {
        switch act {
        case .predict(let predictions): return try await sitting.predict(predictions)
        case .open(let call): return try await sitting.open(call)
        case .heard(let call, let stretches):
            for stretch in stretches {
                try await sitting.heard(call, [stretch.range], speed: stretch.speed)
            }
            return try await sitting.flush()
        case .annotate(let annotation): return try await sitting.annotate(annotation)
        case .change(let annotation): return try await sitting.change(annotation)
        case .remove(let id): return try await sitting.remove(id)
        case .undo: return try await sitting.undo()
        case .redo: return try await sitting.redo()
        case .skip(let call, let reason): return try await sitting.skip(call, reason: reason)
        case .finish(let call): return try await sitting.finish(call)
        case .end: return try await sitting.end()
        }
    }
}
