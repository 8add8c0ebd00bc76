import CallModel

/// Where the calls on both sides of a fix are.
struct FixCalls: Sendable {
    /// Those of the days before it shipped, in its scope.
    let before: CallsBehindPath
    /// Those of as many days after it settled.
    let after: CallsBehindPath
    private let painPoints: CallsBehind.Choice
    private let untouched: CallsBehind.Choice?

    /// Nil where the two sides were not counted.
    init?(_ standing: Digest.InitiativeStanding) {
        guard let outcome = standing.outcome, let days = outcome.days else { return nil }
        let plan = standing.initiative.plan
        before = CallsBehindPath(period: days.before, scope: plan.scope)
        after = CallsBehindPath(period: days.after, scope: plan.scope)
        painPoints = .painPoints(plan.painPoints)
        untouched = outcome.untouchedKey.map { .painPoints([$0]) }
    }

    /// Those in which what it is to make rarer was heard, on one side.
    func touched(_ side: CallsBehindPath) -> String { side.heard(painPoints) }

    /// All of them, to stand under a sentence that tells their numbers.
    func links(_ words: InitiativesWords) -> CallLinks {
        let sides = [(words.before, before), (words.after, after)]
        return CallLinks(
            sides.flatMap { name, side in
                [
                    NamedLink(label: words.touchedCalls(name), path: touched(side)),
                    NamedLink(label: words.heardCalls(name), path: side.heard(.counted)),
                ]
            } + untouchedLinks(words))
    }

    /// Those with what no fix touches.
    func untouchedLinks(_ words: InitiativesWords) -> [NamedLink] {
        guard let untouched else { return [] }
        return [(words.before, before), (words.after, after)].map { name, side in
            NamedLink(label: words.untouchedCalls(name), path: side.heard(untouched))
        }
    }
}
