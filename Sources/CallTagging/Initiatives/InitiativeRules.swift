public import CallModel

/// Why an act was not done with a fix, in a sentence that says what to do.
public struct InitiativeRefused: Error, Hashable, Sendable, CustomStringConvertible {
    /// The sentence.
    public let description: String
}

/// What may be done with a fix: registered first, shipped later, and never rewritten.
public struct InitiativeRules: Sendable {
    private let taxonomy: Taxonomy

    /// The rules under a taxonomy.
    public init(taxonomy: Taxonomy) {
        self.taxonomy = taxonomy
    }

    /// Throws ``InitiativeRefused`` where an act may not follow; `today` is the day of the act, and
    /// `registeredOn` that of the registration, in the workspace's time zone.
    public func check(
        _ act: Initiative.Act, on initiative: Initiative?, named id: InitiativeID,
        today: CalendarDay, registeredOn: CalendarDay?
    ) throws(InitiativeRefused) {
        switch act {
        case .registered(let plan):
            guard initiative == nil else {
                throw refused("There is an initiative \(id) already: give this one another name.")
            }
            try check(plan)
        case .shipped(let day, let washOutDays):
            let initiative = try existing(initiative, id)
            if let shipped = initiative.shippedOn {
                throw refused("\(id) shipped on \(shipped) already.")
            }
            if let registeredOn, day < registeredOn {
                throw refused(
                    """
                    \(id) was registered on \(registeredOn), after \(day): what is hoped for must \
                    stand before the calls that judge it. Register a fix before it ships.
                    """)
            }
            guard day <= today else {
                throw refused("\(day) is still to come: say so on the day it ships.")
            }
            guard (0...90).contains(washOutDays) else {
                throw refused("\(washOutDays) days to settle are out of range: 0 to 90.")
            }
        case .dropped(let reason):
            _ = try existing(initiative, id)
            guard !reason.isEmpty else { throw refused("Say why \(id) is dropped.") }
        }
    }

    private func existing(
        _ initiative: Initiative?, _ id: InitiativeID
    ) throws(InitiativeRefused) -> Initiative {
        guard let initiative else {
            throw refused("There is no initiative \(id). `earful initiatives` lists them.")
        }
        if let reason = initiative.droppedBecause {
            throw refused("\(id) was dropped: \(reason)")
        }
        return initiative
    }

    private func check(_ plan: Initiative.Plan) throws(InitiativeRefused) {
        guard !plan.title.isEmpty, !plan.owner.isEmpty, !plan.hypothesis.isEmpty else {
            throw refused("A fix needs a title, an owner and a hypothesis.")
        }
        guard !plan.painPoints.isEmpty else {
            throw refused("Say which pain points it is to make rarer.")
        }
        for key in plan.painPoints where taxonomy.painPoint(key) == nil {
            let near = Spelling.nearest(
                to: key, among: taxonomy.painPoints.map { (key: $0.key, label: $0.label) })
            let hint = near.map { ": did you mean \"\($0)\"?" } ?? "."
            throw refused("There is no pain point \"\(key)\" in the taxonomy\(hint)")
        }
        guard plan.effortDays > 0, plan.effortDays <= 10_000 else {
            throw refused("An effort of \(plan.effortDays) days is out of range: over 0, to 10000.")
        }
        guard plan.hopedReduction > 0, plan.hopedReduction <= 1 else {
            throw refused("The part that should go away must be over 0 and up to 100 percent.")
        }
    }

    private func refused(_ sentence: String) -> InitiativeRefused {
        InitiativeRefused(description: sentence)
    }
}
