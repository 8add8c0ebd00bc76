import CallModel
import CallTagging
import CallWorkbench

extension ListeningSitting {
    /// Carries out an edit of a browser and says what the sitting is after it.
    ///
    /// Throws `SittingMovedOn`, `SittingRefused`, `ArchiveError`.
    func answer(to request: EditRequest) async throws -> EditAnswer {
        let placed = try await carryOut(request)
        let last = edits(last: 1)
        let touched =
            request.call.map { [$0] } ?? (last.done + last.undone).map(\.call)
        var seen: Set<CallID> = []
        return EditAnswer(
            receipt: EditAnswer.Receipt(
                eventID: request.eventID, version: placed.version, savedAt: placed.savedAt),
            sitting: ListeningStanding(self, seen: request.version, after: request.act),
            calls: touched.filter { seen.insert($0).inserted }.map { CallStanding($0, in: self) })
    }

    private func carryOut(_ request: EditRequest) async throws -> Placed {
        switch request.act {
        case .open(let call):
            return placed(try await open(call, id: request.eventID))
        case .heard(let call, let ranges, let speed):
            // What a browser was told is kept must be on the disk, so nothing gathers here.
            let gathered = try await heard(call, ranges, speed: speed)
            return placed(try await flush() ?? gathered)
        case .edit(let command):
            return try await carryOut(command, id: request.eventID, seen: request.version)
        }
    }
}
