import CallModel
import CallReports

/// Where the library lists the calls behind the numbers of a digest.
struct DigestCalls: Sendable {
    private let days: (first: String, last: String)
    private let scope: Scope

    /// Nil for a digest of one direction, which the library cannot be limited to.
    init?(_ digest: Digest) {
        guard digest.scope.direction == nil, let days = CalendarText.days(of: digest.period) else {
            return nil
        }
        self.days = ("\(days.first)", "\(days.last)")
        scope = digest.scope
    }

    /// Those that were heard.
    var heard: String { path([("heard", "yes")]) }

    /// Those that were heard for a reason.
    func heard(for reason: String) -> String { path([("reason", reason)]) }

    /// Those of a queue of a site; nil where the call log names one of the two only.
    func corner(_ corner: Digest.Corner) -> String? {
        guard let site = corner.site, let queue = corner.queue else { return nil }
        return path(site: site, queue: queue, [])
    }

    /// Those that are lost to the digest.
    func lost(by cause: DigestPage.Loss.Cause) -> String {
        let choice =
            switch cause {
            case .withoutRecording: ("recording", "none")
            case .undecodable: ("recording", "undecodable")
            case .retired: ("recording", "retired")
            case .incomplete: ("completeness-under", "100")
            }
        return path([choice])
    }

    private func path(_ choice: [(String, String?)]) -> String {
        path(site: scope.site, queue: scope.queue, choice)
    }

    private func path(site: String?, queue: String?, _ choice: [(String, String?)]) -> String {
        LinkText.path(
            "/calls",
            [("from", days.first), ("to", days.last), ("site", site), ("queue", queue)] + choice)
    }
}
