import CallModel

/// Picks calls from a frame, so that anybody with the seed and the frame picks the same ones.
public struct DrawMaker: Sendable {
    /// A call's share of the mean probability that no risk score can go under.
    static let riskFloor = 0.2

    private let seed: String

    /// A maker of draws under a seed.
    public init(seed: String) {
        self.seed = seed
    }

    /// What a plan picks from a frame. The order of hearing follows the permanent number over the
    /// probability: a listener who stops half-way has then heard a random part of the draw.
    ///
    /// Throws where the frame is empty or names a call twice, where the size is not positive or
    /// leaves a stratum without a call, where a stratum asked for does not exist, or where a risk
    /// score is missing or impossible.
    public func draw(
        _ plan: DrawPlan, from frame: [FrameCall]
    ) throws(DrawError) -> DrawnFrame {
        let calls = try checked(frame, for: plan)
        let numbers = calls.map { PermanentNumber(seed: seed, call: $0.id) }
        switch plan {
        case .random(let size):
            return pick(calls.map { ($0, "all") }, numbers: numbers, sizes: ["all": size])
        case .stratified(let size, let allocation):
            let strata = Self.populations(calls.map(\.stratum))
            guard size >= strata.count else {
                throw DrawError(
                    description: """
                        A draw of \(size) calls cannot reach \(strata.count) strata: ask for \
                        \(strata.count) or more, or draw without strata.
                        """)
            }
            let sizes = allocation.sizes(size: size, strata: strata)
            return pick(
                calls.map { ($0, $0.stratum) }, numbers: numbers,
                sizes: Dictionary(
                    uniqueKeysWithValues: zip(strata, sizes).map { ($0.name, $1) }))
        case .stratifiedSizes(let sizes):
            return pick(calls.map { ($0, $0.stratum) }, numbers: numbers, sizes: sizes)
        case .risk(let size, let selection):
            return pickByRisk(calls, numbers: numbers, size: size, selection: selection)
        }
    }

    /// The frame by call id.
    private func checked(
        _ frame: [FrameCall], for plan: DrawPlan
    ) throws(DrawError) -> [FrameCall] {
        let calls = frame.sorted { $0.id < $1.id }
        guard !calls.isEmpty else {
            throw DrawError(
                description: "There is no call to draw from: widen the period or the filter.")
        }
        for (call, next) in zip(calls, calls.dropFirst()) where call.id == next.id {
            throw DrawError(
                description: "The call \(call.id) is in the frame twice: list every call once.")
        }
        let asked: Int
        switch plan {
        case .random(let size), .stratified(let size, _): asked = size
        case .stratifiedSizes(let sizes):
            asked = sizes.values.min() ?? 0
            let known = Set(calls.map(\.stratum))
            if let missing = sizes.keys.filter({ !known.contains($0) }).min() {
                throw DrawError(
                    description: "No call of the frame lies in \"\(missing)\": check the name.")
            }
        case .risk(let size, _):
            asked = size
            for call in calls {
                guard let risk = call.risk, risk.isFinite, risk >= 0 else {
                    throw DrawError(
                        description: """
                            The call \(call.id) has no usable risk score: give every call of the \
                            frame a number of 0 or more.
                            """)
                }
            }
        }
        guard asked > 0 else {
            throw DrawError(
                description: "A draw of \(asked) calls is none: ask for 1 or more.")
        }
        guard case .stratifiedSizes(let sizes) = plan else { return calls }
        return calls.filter { sizes[$0.stratum] != nil }
    }

    /// The smallest numbers of each stratum.
    private func pick(
        _ calls: [(call: FrameCall, stratum: String)], numbers: [PermanentNumber],
        sizes: [String: Int]
    ) -> DrawnFrame {
        let strata = Self.populations(calls.map(\.stratum))
        let byNumber = calls.indices.sorted { numbers[$0] < numbers[$1] }
        var left = sizes
        var picked = [Bool](repeating: false, count: calls.count)
        for index in byNumber {
            let stratum = calls[index].stratum
            guard let more = left[stratum], more > 0 else { continue }
            picked[index] = true
            left[stratum] = more - 1
        }
        let rates = Dictionary(
            uniqueKeysWithValues: strata.map { stratum in
                let drawn = min(sizes[stratum.name] ?? 0, stratum.population)
                return (stratum.name, Double(drawn) / Double(stratum.population))
            })
        return drawnFrame(
            calls.map { ($0.call.id, $0.stratum, rates[$0.stratum] ?? 0) }, numbers: numbers,
            picked: picked)
    }

    private func pickByRisk(
        _ calls: [FrameCall], numbers: [PermanentNumber], size: Int, selection: RiskSelection
    ) -> DrawnFrame {
        let floor = Self.riskFloor * Double(size) / Double(calls.count)
        let probabilities = InclusionProbability.proportional(
            to: calls.map { $0.risk ?? 0 }, size: size, floor: floor)
        var picked = [Bool](repeating: false, count: calls.count)
        switch selection {
        case .poisson:
            for index in calls.indices {
                picked[index] =
                    probabilities[index] >= 1 || numbers[index].fraction < probabilities[index]
            }
        case .sequentialPoisson:
            let certain = calls.indices.filter { probabilities[$0] >= 1 }
            let open = Self.inOrder(
                calls.indices.filter { probabilities[$0] < 1 }, numbers, probabilities)
            for index in certain + open.prefix(max(0, size - certain.count)) {
                picked[index] = true
            }
        case .systematic:
            let order = calls.indices.sorted { numbers[$0] < numbers[$1] }
            let start = PermanentNumber(seed: seed, call: CallID("")).fraction
            let steps = SystematicSelection.indices(
                probabilities: order.map { probabilities[$0] }, start: start)
            for step in steps { picked[order[step]] = true }
        }
        return drawnFrame(
            zip(calls, probabilities).map { ($0.id, "all", $1) }, numbers: numbers,
            picked: picked)
    }

    private func drawnFrame(
        _ calls: [(id: CallID, stratum: String, probability: Double)],
        numbers: [PermanentNumber], picked: [Bool]
    ) -> DrawnFrame {
        let order = Self.inOrder(
            calls.indices.filter { picked[$0] }, numbers, calls.map(\.probability))
        var positions = [Int?](repeating: nil, count: calls.count)
        for (position, index) in order.enumerated() { positions[index] = position }
        var drawn: [String: Int] = [:]
        for index in order { drawn[calls[index].stratum, default: 0] += 1 }
        return DrawnFrame(
            strata: Self.populations(calls.map(\.stratum)).map {
                Draw.Stratum(
                    name: $0.name, population: $0.population, drawn: drawn[$0.name] ?? 0)
            },
            entries: calls.indices.map {
                Draw.Entry(
                    call: calls[$0].id, stratum: calls[$0].stratum,
                    inclusionProbability: calls[$0].probability, position: positions[$0])
            })
    }

    /// By number over probability; ties by call id, in which order the calls already are.
    private static func inOrder(
        _ indices: [Int], _ numbers: [PermanentNumber], _ probabilities: [Double]
    ) -> [Int] {
        indices.map { (place: numbers[$0].fraction / probabilities[$0], index: $0) }
            .sorted { ($0.place, $0.index) < ($1.place, $1.index) }
            .map(\.index)
    }

    /// Calls of each stratum, by name.
    private static func populations(_ names: [String]) -> [(name: String, population: Int)] {
        var counts: [String: Int] = [:]
        for name in names { counts[name, default: 0] += 1 }
        return counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { (name: $0.key, population: $0.value) }
    }
}
