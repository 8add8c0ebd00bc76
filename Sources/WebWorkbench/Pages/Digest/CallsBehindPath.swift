import CallModel
import CallReports

/// Where the calls behind the numbers of a period and scope are.
struct CallsBehindPath: Sendable {
    /// The period.
    let period: Period
    /// The scope.
    var scope = Scope()

    /// Where those of the period before are.
    var previous: CallsBehindPath { CallsBehindPath(period: period.previous, scope: scope) }

    /// Those of a choice that somebody heard, with the seconds in them.
    func heard(_ choice: CallsBehind.Choice) -> String {
        DigestQuery.path("/digest/calls", of: period, scope, [("of", "\(choice)")])
    }

    /// Those of the call log that also fit some fields of the library, heard or not.
    func logged(_ fields: [(String, String?)] = []) -> String {
        let days = CalendarText.days(of: period)
        return LinkText.path(
            "/calls",
            [
                ("from", days.map { "\($0.first)" }), ("to", days.map { "\($0.last)" }),
                ("site", scope.site), ("queue", scope.queue),
                ("direction", scope.direction?.rawValue),
            ] + fields)
    }

    /// Those that draws picked and listeners passed over, of some frames or of all.
    func skipped(in part: [(String, String?)] = []) -> String {
        logged(part + [("picked", "yes"), ("skipped", "yes"), ("heard", "no")])
    }

    /// Those that are lost to the digest.
    func lost(by cause: DigestPage.Loss.Cause) -> String {
        switch cause {
        case .withoutRecording: logged([("recording", "none")])
        case .undecodable: logged([("recording", "undecodable")])
        case .retired: logged([("recording", "retired"), ("heard", "no")])
        case .incomplete: logged([("recording", "decoded"), ("completeness-under", "100")])
        }
    }

    /// Those of a queue of a site; nil where the call log names one of the two only, which nothing can
    /// be limited to.
    func within(_ corner: Digest.Corner) -> CallsBehindPath? {
        guard let site = corner.site, let queue = corner.queue else { return nil }
        var path = self
        path.scope.site = site
        path.scope.queue = queue
        return path
    }

    /// The calls of a part of the population: all, those picked, those heard and those passed over.
    func stratum(
        _ stratum: Digest.Sample.Stratum
    ) -> (all: String, picked: String, heard: String, skipped: String) {
        // The table of the parts tells of all their calls, whatever the scope.
        let whole = CallsBehindPath(period: period)
        // Of one name in one frame there may be many draws, and the name alone is enough.
        let isToldApart = stratum.name != stratum.nameInDraws
        let frames = isToldApart ? stratum.draws.map { ("frame", Optional($0.rawValue)) } : []
        let part = [("group", Optional(stratum.nameInDraws))] + frames
        return (
            whole.logged(part), whole.logged(part + [("picked", "yes")]),
            whole.heard(.group(stratum.name)),
            whole.skipped(in: part)
        )
    }
}
