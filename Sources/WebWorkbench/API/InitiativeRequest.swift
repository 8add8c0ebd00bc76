import CallModel

/// A fix to register, as JSON; without an `id` its title makes one.
struct InitiativeRequest: Decodable, Sendable {
    let id: InitiativeID?
    let title: String
    let painPoints: [String]
    let owner: String
    let effortDays: Double
    let hypothesis: String
    let hopedReduction: Double
    let scope: Scope?

    /// What is to be registered.
    var plan: Initiative.Plan {
        Initiative.Plan(
            title: title, painPoints: painPoints, owner: owner, effortDays: effortDays,
            hypothesis: hypothesis, hopedReduction: hopedReduction, scope: scope ?? Scope())
    }
}

/// The day on which a fix reached the callers, as JSON: `{"on": "2026-11-15", "washOutDays": 7}`.
struct ShipRequest: Decodable, Sendable {
    let on: String
    let washOutDays: Int?
}

/// Why a fix is given up, as JSON: `{"because": "Too dear"}`.
struct DropRequest: Decodable, Sendable {
    let because: String
}
