import CallModel
import CallReports

/// A fix as somebody wrote it into the form; what is wrong with it does not cost what was written.
struct InitiativeForm: Sendable {
    var title = ""
    var painPoints: [String] = []
    var owner = ""
    var effort = ""
    var hypothesis = ""
    var hope = "50"
    var site = ""
    var queue = ""

    /// An empty one.
    init() {}

    /// What was sent.
    init(_ fields: FormFields) {
        title = fields["title"] ?? ""
        painPoints = fields.all("pain")
        owner = fields["owner"] ?? ""
        effort = fields["effort"] ?? ""
        hypothesis = fields["hypothesis"] ?? ""
        hope = fields["hope"] ?? ""
        site = fields["site"] ?? ""
        queue = fields["queue"] ?? ""
    }

    /// The plan; throws ``WebProblem`` where a number is none.
    func plan(words: InitiativesWords) throws(WebProblem) -> Initiative.Plan {
        func number(_ text: String, _ label: String) throws(WebProblem) -> Double {
            // A comma is how much of the world writes it.
            guard let value = Double(text.replacing(",", with: ".")), value.isFinite else {
                throw WebProblem(.badRequest, words.badNumber(label, SafeName.shown(text)))
            }
            return value
        }
        return Initiative.Plan(
            title: title, painPoints: painPoints, owner: owner,
            effortDays: try number(effort, words.effortLabel), hypothesis: hypothesis,
            hopedReduction: try number(hope, words.hopeLabel) / 100,
            scope: Scope(
                site: site.isEmpty ? nil : site, queue: queue.isEmpty ? nil : queue))
    }

    /// The short name that a title makes: its letters and digits, `call-back-instead-of-hold`.
    static func name(for title: String) -> InitiativeID {
        let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
        return InitiativeID(words.isEmpty ? "fix" : String(words.joined(separator: "-").prefix(60)))
    }
}

extension InitiativeForm {
    /// The form as it is shown.
    struct View: Sendable {
        let isOpen: Bool
        let problem: String?
        let hasPainPoints: Bool
        let painPoints: [Choice]
        let title: String?
        let owner: String?
        let effort: String?
        let hypothesis: String?
        let hope: String?
        let site: String?
        let queue: String?

        /// `isOpen` shows the fields at once; `offered` are the pain points to choose from.
        init(
            _ form: InitiativeForm, offered: [PainPoint], isOpen: Bool, problem: String? = nil
        ) {
            self.isOpen = isOpen || problem != nil
            self.problem = problem.map(SafeName.remark)
            let chosen = Set(form.painPoints)
            painPoints = offered.map {
                Choice(
                    value: $0.key, label: SafeName.shown($0.label),
                    isSelected: chosen.contains($0.key))
            }
            hasPainPoints = !painPoints.isEmpty
            title = SafeName.field(form.title)
            owner = SafeName.field(form.owner)
            effort = SafeName.field(form.effort)
            hypothesis = SafeName.field(form.hypothesis)
            hope = SafeName.field(form.hope)
            site = SafeName.field(form.site)
            queue = SafeName.field(form.queue)
        }
    }
}
