public import CallModel

extension DigestMaker {
    /// The calls behind a number of the digest of a tally, the latest first.
    ///
    /// Throws where the tally contradicts itself.
    public func calls(
        _ choice: CallsBehind.Choice, in tally: Tally
    ) throws(TallyError) -> CallsBehind {
        let counter = try counter(of: tally)
        let chooser = CallChooser(period: counter.period, weights: counter.base?.design.weights)
        let calls = chooser.shares(of: choice).map {
            chooser.call(at: $0.key, share: $0.value, choice)
        }
        return CallsBehind(
            period: tally.period, scope: tally.scope, choice: choice,
            names: chooser.names(of: choice),
            calls: calls.sorted { ($1.startedAt, $1.id) < ($0.startedAt, $0.id) })
    }
}

/// Finds the calls of a choice, and tells what was heard in them.
private struct CallChooser {
    private let tally: Tally
    private let heard: HeardCalls
    private let ledger: MarkLedger
    private let reasons: ReasonLedger
    /// Of each counted call; nil where nothing can be said of all calls.
    private let weights: [Double]?
    /// The places of the counted calls among the calls heard.
    private let counted: [Int]
    /// The marks of each call of the tally, and the reasons given.
    private let marks: [Int: [Tally.Mark]]
    private let given: [Int: [Tally.ReasonMark]]

    init(period: CountedPeriod, weights: [Double]?) {
        tally = period.tally
        heard = period.calls
        ledger = period.ledger
        reasons = period.reasons
        self.weights = weights
        counted = heard.countedPlaces.indices.filter { [heard] in heard.countedPlaces[$0] != nil }
        marks = Dictionary(grouping: tally.marks, by: \.call)
        given = Dictionary(grouping: tally.reasons, by: \.call)
    }

    /// The places of the calls among those heard, each with the part of it that the number has.
    func shares(of choice: CallsBehind.Choice) -> [Int: Double] {
        switch choice {
        case .counted: whole(counted)
        case .handPicked:
            whole(heard.countedPlaces.indices.filter { heard.countedPlaces[$0] == nil })
        case .heardTwice: whole(counted.filter { call(at: $0).listeners.count > 1 })
        case .painPoints(let keys): shares(ofPainPoints: Set(keys))
        case .reason(let key?):
            reasons.keys.firstIndex(of: key).map { shares(reasons.values[$0]) } ?? [:]
        case .reason(nil): shares(reasons.notRecorded)
        case .reasonTree(let key):
            shares(reasons.values(at: key, in: tally.taxonomy, counted: counted.count))
        case .group(let name):
            whole(
                counted.filter {
                    call(at: $0).stratum.map { tally.strata[$0].name == name } ?? false
                })
        }
    }

    private func whole(_ places: [Int]) -> [Int: Double] {
        Dictionary(uniqueKeysWithValues: places.map { ($0, 1) })
    }

    private func shares(_ values: SparseValues) -> [Int: Double] {
        Dictionary(
            uniqueKeysWithValues: zip(values.calls, values.values).map { (counted[$0], $1) })
    }

    /// The part of its listeners who heard any of the pain points.
    private func shares(ofPainPoints keys: Set<String>) -> [Int: Double] {
        let touched = Set(
            zip(ledger.keys, ledger.touches).filter { keys.contains($0.0) }
                .flatMap(\.1).map(\.call))
        return Dictionary(
            uniqueKeysWithValues: touched.map { place in
                let hearers = Set(marks(at: place, of: keys).map(\.listener)).count
                return (place, Double(hearers) / Double(call(at: place).listeners.count))
            })
    }

    /// The names for people of what was chosen.
    func names(of choice: CallsBehind.Choice) -> [String] {
        switch choice {
        case .counted, .handPicked, .heardTwice, .reason(nil): []
        case .painPoints(let keys): keys.map(label(ofPainPoint:))
        case .reason(let key?), .reasonTree(let key): [label(ofReason: key)]
        case .group(let name): [name]
        }
    }

    private func label(ofPainPoint key: String) -> String {
        tally.taxonomy.painPoint(key)?.label ?? key
    }

    private func label(ofReason key: String) -> String {
        let label = tally.taxonomy.pathLabel(ofReason: key)
        return label.isEmpty ? key : label
    }

    private func call(at place: Int) -> Tally.HeardCall { tally.calls[heard.tallyIndices[place]] }

    /// The marks on a call; nil for those of every pain point.
    private func marks(at place: Int, of keys: Set<String>?) -> [Tally.Mark] {
        let all = marks[heard.tallyIndices[place]] ?? []
        guard let keys else { return all }
        return all.filter { keys.contains($0.painPoint) }
    }

    /// A call with what was heard in it.
    func call(at place: Int, share: Double, _ choice: CallsBehind.Choice) -> CallsBehind.Call {
        var chosen: Set<String>?
        if case .painPoints(let keys) = choice { chosen = Set(keys) }
        let call = call(at: place)
        let moments = marks(at: place, of: chosen).map { mark in
            CallsBehind.Moment(
                painPoint: mark.painPoint, label: label(ofPainPoint: mark.painPoint),
                range: mark.range, severity: mark.severity, listener: mark.listener)
        }
        let reasons = Set((given[heard.tallyIndices[place]] ?? []).map(\.reason))
        let number = heard.countedPlaces[place]
        return CallsBehind.Call(
            id: call.id, startedAt: call.startedAt, isCounted: number != nil,
            weight: number.flatMap { weights?[$0] }, share: share, listeners: call.listeners,
            reasons: reasons.sorted().map(label(ofReason:)),
            moments: moments.sorted(by: Self.precedes))
    }

    private static func precedes(_ left: CallsBehind.Moment, _ right: CallsBehind.Moment) -> Bool {
        func place(_ moment: CallsBehind.Moment) -> (Int, Int, String, ListenerID) {
            (
                moment.range?.start.milliseconds ?? -1, moment.range?.end.milliseconds ?? -1,
                moment.painPoint, moment.listener
            )
        }
        return place(left) < place(right)
    }
}
