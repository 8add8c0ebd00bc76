import CallModel

/// Whether a pain point recurs, as far as one period can tell.
struct RecurrenceRule {
    /// The fewest counted calls, and callers, for anything but an early signal.
    static let fewest = 3

    /// Different agents among all counted calls of the scope.
    let agentsInScope: Int
    /// Different weeks (days where the period is a week) among all counted calls of the scope.
    let spellsInScope: Int

    /// The label of a pain point heard in `calls` counted calls; `hasOneAgent` says that all of
    /// them were one known agent's. Nil where it was not heard, or where it was heard often but all
    /// calls heard are of one spell.
    func label(
        calls: Int, callers: Int, hasOneAgent: Bool, spells: Int
    ) -> Digest.Recurrence? {
        guard calls > 0 else { return nil }
        guard calls >= Self.fewest else { return .early }
        if calls >= 2 * callers { return .sameCallersAgain }
        if hasOneAgent, agentsInScope >= 3 { return .oneAgentOnly }
        guard callers >= Self.fewest else { return .early }
        guard spellsInScope >= 2 else { return nil }
        return spells >= 2 ? .recurring : .oneWeekOnly
    }
}
