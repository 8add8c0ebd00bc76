import CallArchive
import CallDigest
public import CallModel
import Foundation

/// Makes draws and stores them before anybody sees which calls they picked.
public struct DrawDesk: Sendable {
    private let workbench: Workbench

    /// A desk.
    public init(_ workbench: Workbench) {
        self.workbench = workbench
    }

    /// Draws, stores, and returns what was stored.
    ///
    /// A draw that was already made by the same request is returned as it is. Throws `DrawError` (an
    /// empty frame, a size out of range) and `ArchiveError`.
    public func make(_ request: DrawRequest) async throws -> Draw {
        try await make(request) { _ in request.size }
    }

    /// Draws as many calls as `size` says of the whole frame, whatever the request says.
    func make(
        _ request: DrawRequest, size: ([CallArchive.FrameCall]) throws -> Int
    ) async throws -> Draw {
        let id = request.name(in: workbench.settings.timeZone)
        let filter = Self.frame(of: request.period, request.scope)
        if let known = try await workbench.archive.draw(id), isSame(known, request) { return known }
        let frame = try await workbench.archive.frame(filter)
        var request = request
        request.size = try size(frame)
        let drawn = try DrawMaker(seed: request.seed).draw(
            Self.plan(of: request), from: Self.frame(frame, for: request.method))
        let double = try await doublyAssigned(of: drawn.entries, frame: frame, request)
        let draw = Draw(
            id: id, madeAt: request.madeAt, madeBy: request.madeBy,
            method: Self.plan(of: request).method, seed: request.seed,
            frameStart: request.period.start, frameEnd: request.period.end,
            frameFilter: Self.text(of: request.scope), strata: drawn.strata,
            entries: drawn.entries.map { entry in
                var entry = entry
                entry.isDouble = double.contains(entry.call)
                return entry
            })
        try await workbench.archive.save(draw)
        return draw
    }

    /// The picks that a second listener is to hear too: calls with sound, a part decided by the
    /// draw's seed.
    private func doublyAssigned(
        of entries: [Draw.Entry], frame: [CallArchive.FrameCall], _ request: DrawRequest
    ) async throws -> Set<CallID> {
        let picked = Set(entries.filter { $0.position != nil }.map(\.call))
        let settings = workbench.settings.calibration
        let already = try await workbench.archive.doublyAssigned(
            frameStart: request.period.start, frameEnd: request.period.end,
            frameFilter: Self.text(of: request.scope))
        let size = DoubleAssignment.size(
            picked: picked.count, share: settings.doubleShare, perMonth: settings.doublePerMonth,
            days: request.period.days, already: already)
        let hearable = frame.filter { $0.recordingState == .decoded && picked.contains($0.id) }
        return DoubleAssignment(seed: request.seed).calls(size, of: hearable.map(\.id))
    }

    /// What the calls of a frame are like.
    static func frame(of period: Period, _ scope: Scope) -> CallFilter {
        CallFilter(
            from: period.start, until: period.end, site: scope.site, queue: scope.queue,
            direction: scope.direction)
    }

    private func isSame(_ draw: Draw, _ request: DrawRequest) -> Bool {
        draw.seed == request.seed && draw.frameStart == request.period.start
            && draw.frameEnd == request.period.end
            && draw.frameFilter == Self.text(of: request.scope)
            && draw.method == Self.plan(of: request).method
    }

    private static func plan(of request: DrawRequest) -> DrawPlan {
        switch request.method {
        case .random: .random(size: request.size)
        case .stratified(_, let equally):
            .stratified(size: request.size, allocation: equally ? .equal : .proportional)
        case .risk: .risk(size: request.size)
        }
    }

    /// A scope as draws store what their frame was limited to.
    static func text(of scope: Scope) -> String {
        [("direction", scope.direction?.rawValue), ("queue", scope.queue), ("site", scope.site)]
            .compactMap { name, value in value.map { "\(name)=\($0)" } }
            .joined(separator: ",")
    }

    private static func frame(
        _ calls: [CallArchive.FrameCall], for method: DrawRequest.Method
    ) -> [CallDigest.FrameCall] {
        switch method {
        case .random:
            return calls.map { CallDigest.FrameCall(id: $0.id) }
        case .stratified(let division, _):
            return calls.map {
                CallDigest.FrameCall(id: $0.id, stratum: $0.part(by: division) ?? "not recorded")
            }
        case .risk(let risk):
            // A call that nothing was measured of is taken for an average one: neither sought nor
            // avoided.
            let measured = calls.compactMap { $0.score(risk) }
            let average =
                measured.isEmpty ? 1 : measured.reduce(0, +) / Double(measured.count)
            return calls.map {
                CallDigest.FrameCall(id: $0.id, risk: $0.score(risk) ?? average)
            }
        }
    }
}

extension CallArchive.FrameCall {
    fileprivate func part(by division: DrawRequest.Division) -> String? {
        switch division {
        case .site: site
        case .queue: queue
        case .direction: direction?.rawValue
        case .agent: agent
        }
    }

    fileprivate func score(_ risk: DrawRequest.Risk) -> Double? {
        switch risk {
        case .hold: holdSeconds
        case .deadAir: deadAirSeconds
        case .overtalk: overtalkShare
        case .length: recordedSeconds
        }
    }
}
