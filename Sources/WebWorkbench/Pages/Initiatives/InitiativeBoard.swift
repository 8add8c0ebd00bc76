import CallArchive
import CallModel
import CallWorkbench

/// Every fix with what came of it, as the digest of the latest week tells.
struct InitiativeBoard: Sendable {
    let site: Site

    /// The fixes, by name, and the digest that judged them; nil where nobody heard a call.
    func standings() async throws -> (all: [Digest.InitiativeStanding], digest: Digest?) {
        guard let digest = try await site.digests.digest(of: nil, scope: Scope()) else {
            let taxonomy = try await site.workbench.archive.taxonomy()?.taxonomy
            let all = try await site.workbench.archive.initiatives().map { initiative in
                Digest.InitiativeStanding(
                    initiative: initiative,
                    labels: initiative.plan.painPoints.map {
                        taxonomy?.painPoint($0)?.label ?? $0
                    })
            }
            return (all, nil)
        }
        return (digest.initiatives, digest)
    }

    /// One fix; throws ``WebProblem`` where there is none of that name.
    func standing(
        _ id: InitiativeID
    ) async throws -> (standing: Digest.InitiativeStanding, digest: Digest?) {
        let (all, digest) = try await standings()
        guard let standing = all.first(where: { $0.initiative.id == id }) else {
            throw WebProblem(
                .notFound, site.words.initiatives.unknown(SafeName.shown(id.rawValue)))
        }
        // What a fix of one site is worth is told from the calls of that site.
        let scope = standing.initiative.plan.scope
        guard !scope.isWholeProgramme, let digest, standing.outcome == nil else {
            return (standing, digest)
        }
        let own = try await site.digests.digest(of: digest.period, scope: scope)
        return (own?.initiatives.first { $0.initiative.id == id } ?? standing, digest)
    }

    /// What is registered under the words to tag with.
    func desk(for listener: ListenerID) async throws -> InitiativeDesk {
        InitiativeDesk(
            site.workbench,
            taxonomy: try await site.workbench.taxonomy(by: listener, at: site.now()))
    }

    /// Refuses a name that no fix has.
    func mustExist(_ id: InitiativeID) async throws {
        guard try await !site.workbench.archive.events(of: id).isEmpty else {
            throw WebProblem(
                .notFound, site.words.initiatives.unknown(SafeName.shown(id.rawValue)))
        }
    }
}
