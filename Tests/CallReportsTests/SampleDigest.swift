import CallModel
import Foundation

/// Digests to write down: every kind of sentence stands in one of them.
enum SampleDigest: String, CaseIterable {
    case full, empty, twoCalls, census, unknownPopulation, hostile

    var digest: Digest {
        switch self {
        case .full: Self.fullDigest
        case .empty: Self.blank(kind: .week)
        case .twoCalls: Self.twoCallsDigest
        case .census: Self.censusDigest
        case .unknownPopulation: Self.unknownPopulationDigest
        case .hostile: Self.hostileDigest
        }
    }

    static func estimate(_ low: Double, _ value: Double, _ high: Double) -> Estimate {
        Estimate(value: value, low: low, high: high)
    }

    static func clip(
        _ call: String, _ range: (Int, Int)?, _ severity: Int, _ note: String? = nil,
        handPicked: Bool = false
    ) -> Digest.Clip {
        Digest.Clip(
            call: CallID(call),
            range: range.flatMap { CallTimeRange(milliseconds: $0.0 * 1000, $0.1 * 1000) },
            severity: severity, listener: ListenerID("ana"), note: note, handPicked: handPicked)
    }

    static func period(_ kind: Period.Kind) -> Period {
        // 2026-11-16 and 2026-11-01 at midnight of Hermosillo (UTC-7 all year).
        switch kind {
        case .week:
            Period(
                kind: .week, label: "2026-W47", start: Date(timeIntervalSince1970: 1_794_812_400),
                end: Date(timeIntervalSince1970: 1_795_417_200), timeZone: "America/Hermosillo")
        case .month, .custom:
            Period(
                kind: .month, label: "2026-11", start: Date(timeIntervalSince1970: 1_793_516_400),
                end: Date(timeIntervalSince1970: 1_796_108_400), timeZone: "America/Hermosillo")
        }
    }

    static func blank(kind: Period.Kind) -> Digest {
        Digest(
            period: period(kind), scope: Scope(), level: 0.9, taxonomyVersion: 1,
            sample: Digest.Sample(
                population: 0, counted: 0, handPicked: 0, effective: nil, isStratified: true,
                isCensus: false, strata: [], uncoveredShare: nil, heaviestCallShare: nil,
                listeners: 0, heardSeconds: 0),
            previousCounted: nil, previousLabel: nil, ranked: [], alerts: [], early: [],
            handPickedOnly: [], notHeard: [], reasons: [], unhearable: .init(Tally.Unhearable()))
    }

    static func finding(
        _ key: String, _ label: String, regulated: Bool = false,
        _ change: (inout Digest.Finding) -> Void
    ) -> Digest.Finding {
        var finding = Digest.Finding(key: key, label: label, regulated: regulated)
        change(&finding)
        return finding
    }

    static func change(
        _ verdict: Digest.Change.Verdict, _ low: Double, _ value: Double, _ high: Double,
        before: Double, p: Double, q: Double
    ) -> Digest.Change {
        Digest.Change(
            verdict: verdict, difference: estimate(low, value, high),
            ratio: before > 0 ? (before + value) / before : nil,
            previousShare: estimate(before / 2, before, before + 0.05),
            previousCallsPerMonth: before * 3100, p: p, q: q)
    }

    /// Weeks of 30 counted calls; nil is one in which nobody listened.
    static func weeks(_ calls: [Int?], anew: Int? = nil) -> [Digest.WeekPoint] {
        calls.enumerated().map { index, calls in
            let share = Double(calls ?? 0) / 30
            return Digest.WeekPoint(
                week: "2026-W\(40 + index)", counted: calls == nil ? 0 : 30, calls: calls ?? 0,
                share: calls == nil ? nil : estimate(share / 2, share, share + 0.08),
                startsAnew: index == anew)
        }
    }

    static func reason(
        _ key: String?, _ label: String, _ calls: Double, _ share: Estimate?,
        shows: Bool, previous: Double?
    ) -> Digest.ReasonFinding {
        Digest.ReasonFinding(
            key: key, label: label, calls: calls, share: share,
            effective: share == nil ? nil : 83.4, showsPercentage: shows, previousCalls: previous)
    }
}
