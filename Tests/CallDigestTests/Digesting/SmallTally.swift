import CallModel
import Foundation

/// A tally written by hand, a call and a mark at a time.
struct SmallTally {
    /// A month of exactly the length that totals are scaled to, so that they stay what they are.
    static let month = Period(
        kind: .month, label: "2026-11", start: Date(timeIntervalSince1970: 1_793_491_200),
        end: Date(timeIntervalSince1970: 1_793_491_200 + 30.4375 * 86_400), timeZone: "UTC")

    var tally: Tally

    init(
        population: Int?, strata: [(name: String, population: Int?)] = [],
        isStratified: Bool = true, scope: Scope = Scope(), period: Period = Self.month,
        painPoints: [String] = [], regulated: Set<String> = []
    ) {
        tally = Tally(
            period: period, scope: scope, population: population,
            strata: strata.map {
                Tally.Stratum(name: $0.name, population: $0.population, drawn: 0, skipped: 0)
            },
            isStratified: isStratified, calls: [], marks: [], reasons: [],
            unhearable: Tally.Unhearable(), heardSeconds: 0,
            taxonomy: Taxonomy(
                version: 3, reasons: [],
                painPoints: painPoints.map {
                    PainPoint(
                        key: $0, label: $0.capitalized, description: "",
                        regulated: regulated.contains($0))
                }))
    }

    /// Adds a call, by default one of a stratum with a caller and agent of its own, in day `day` of
    /// the period. A call without a stratum was picked by hand.
    @discardableResult
    mutating func call(
        _ id: String, stratum: String?, probability: Double? = 0.5, day: Int = 0,
        inScope: Bool = true, caller: String? = nil, agent: String? = nil,
        listeners: [String] = ["ana"]
    ) -> Int {
        let index = stratum.flatMap { name in tally.strata.firstIndex { $0.name == name } }
        if let index { tally.strata[index].drawn += 1 }
        tally.calls.append(
            Tally.HeardCall(
                id: CallID(id), startedAt: tally.period.start + Double(day) * 86_400 + 3600,
                week: "2026-W\(44 + day / 7)", stratum: index,
                inclusionProbability: index == nil ? nil : probability, inScope: inScope,
                caller: caller, agent: agent, listeners: listeners.map { ListenerID($0) }))
        return tally.calls.count - 1
    }

    /// Marks a pain point on the call at an index.
    mutating func mark(
        _ key: String, on call: Int, by listener: String = "ana", severity: Int = 3,
        milliseconds: Int? = nil, from start: Int = 0, note: String? = nil
    ) {
        tally.marks.append(
            Tally.Mark(
                call: call, painPoint: key, listener: ListenerID(listener), severity: severity,
                range: milliseconds.flatMap { CallTimeRange(milliseconds: start, start + $0) },
                side: nil, note: note))
    }

    /// Names the reason of the call at an index.
    mutating func reason(_ key: String, of call: Int, by listener: String = "ana") {
        tally.reasons.append(
            Tally.ReasonMark(call: call, reason: key, listener: ListenerID(listener)))
    }
}
