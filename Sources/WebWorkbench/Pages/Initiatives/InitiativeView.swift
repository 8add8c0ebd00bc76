import CallModel
import CallReports
import Foundation

/// One fix: what was hoped for, what came of it, and what may be done with it.
struct InitiativeView: Sendable {
    /// Something that somebody did with it.
    struct Act: Sendable {
        let when: String
        let who: String
        let what: String
    }

    /// A pain point that it is to make rarer.
    struct Pain: Sendable {
        let label: String
        let link: String
    }

    let frame: Frame
    let words: InitiativesWords
    let title: String
    let status: String
    let statusClass: String
    let notice: String?
    let problem: String?

    // What came of it
    let verdict: String
    let bars: InitiativeBars?
    let course: String?
    let weeks: WeekColumns?
    let untouched: String?
    /// Where the calls with what no fix touches are, on both sides.
    let untouchedCalls: CallLinks?
    let daysNote: String?

    // What is meant to be done
    let hypothesis: String
    let painPoints: [Pain]
    let owner: String
    let effort: String
    let scope: String
    let size: String
    let sizeNote: String
    let calls: String
    let worth: String?
    /// Where the calls that its worth is reckoned from are.
    let worthCalls: String?
    let footnotes: [String]

    let history: [Act]
    let canShip: Bool
    let canDrop: Bool
    let shipPath: String
    let dropPath: String
    let today: String

    init(
        frame: Frame, standing: Digest.InitiativeStanding, events: [Initiative.Event],
        digest: Digest?, today: CalendarDay, zone: TimeZone, words: WebWords, notice: String?,
        problem: String?
    ) {
        let text = words.language.words
        let own = words.initiatives
        let initiative = standing.initiative
        let plan = initiative.plan
        self.frame = frame
        self.words = own
        self.notice = problem == nil ? notice : nil
        self.problem = problem.map(SafeName.remark)
        title = SafeName.shown(plan.title, width: 300)
        status = text.status(standing)
        statusClass = InitiativeBoardView.Card.statusClass(of: standing)

        if let reason = initiative.droppedBecause {
            verdict = text.sentence(own.dropped(SafeName.remark(reason)))
        } else if let said = text.verdict(standing) {
            verdict = said
        } else if digest == nil {
            verdict = own.noCalls
        } else {
            verdict = initiative.shippedOn == nil ? own.notShipped : own.notYet
        }
        bars = InitiativeBars(standing, words: words)
        course = text.course(standing)
        weeks = standing.outcome?.course.flatMap {
            WeekChart($0.weeks, words: text, breakNote: text.shippedBreakNote)
        }.map(WeekColumns.init)
        untouched = text.untouched(standing)
        untouchedCalls = CallLinks(ifAny: FixCalls(standing)?.untouchedLinks(own) ?? [])
        daysNote = text.shipped(initiative)

        hypothesis = SafeName.remark(plan.hypothesis)
        let pain = zip(plan.painPoints, standing.labels).map { key, label in
            Pain(
                label: SafeName.shown(label.isEmpty ? key : label),
                link: Self.path(ofPainPoint: key, in: digest))
        }
        painPoints = pain
        owner = SafeName.shown(plan.owner)
        effort = text.work(plan)
        scope = text.sentence(
            text.scope(
                Scope(
                    site: plan.scope.site.map { SafeName.shown($0) },
                    queue: plan.scope.queue.map { SafeName.shown($0) },
                    direction: plan.scope.direction)))
        size = text.hope(plan)
        sizeNote =
            plan.shareBefore.map { own.sizeThen(words.language.percent($0)) } ?? own.sizeUnknown
        calls = text.callsNeeded(plan) ?? own.callsUnknown
        worth = text.worth(standing)
        worthCalls = digest.map {
            CallsBehindPath(period: $0.period, scope: plan.scope)
                .heard(.painPoints(plan.painPoints))
        }
        footnotes = text.initiativeFootnotes.map(\.line)

        history = events.map { event in
            Act(
                when: CalendarText.dateTime(event.at, in: zone),
                who: SafeName.shown(event.by.rawValue), what: own.act(event.act, text))
        }
        canShip = initiative.shippedOn == nil && initiative.droppedBecause == nil
        canDrop = initiative.droppedBecause == nil
        let path = InitiativeBoardView.Card.path(of: initiative.id)
        shipPath = path + "/ship"
        dropPath = path + "/drop"
        self.today = "\(today)"
    }

    /// The line of a pain point in the digest, with its sums where there are any.
    private static func path(ofPainPoint key: String, in digest: Digest?) -> String {
        guard let digest, let finding = digest.findings.first(where: { $0.key == key }),
            finding.share != nil
        else { return "/digest#pain-" + LinkText.encoded(key) }
        return ExplanationView.path(of: finding, in: digest)
    }
}

extension InitiativesWords {
    /// What somebody did.
    fileprivate func act(_ act: Initiative.Act, _ text: any TextCatalogue) -> String {
        switch act {
        case .registered: registered
        case .shipped(let day, let washOutDays): shipped(text.days(day, day), washOutDays)
        case .dropped(let reason): dropped(SafeName.remark(reason))
        }
    }
}
