import CallModel
import CallReports

/// What a call bears as somebody wrote it into the form; what is wrong with it does not cost what was
/// written.
struct SettlementForm: Sendable {
    /// Before the key of a pain point, in the name of its field.
    static let painPrefix = "pain."

    /// The key of the reason; empty for as the listeners said.
    var reason = ""
    /// What stands beside each pain point, by key; empty for not on it.
    var severities: [String: String] = [:]
    var because = ""

    /// What was sent.
    init(_ fields: FormFields) {
        reason = fields["reason"] ?? ""
        because = fields["because"] ?? ""
        for name in fields.names where name.hasPrefix(Self.painPrefix) {
            severities[String(name.dropFirst(Self.painPrefix.count))] = fields[name] ?? ""
        }
    }

    /// What the form begins with: what was settled; else what all who heard the call agree on, at the
    /// worst severity given.
    init(_ call: JudgedCall, settled: Settlement.Labels?) {
        if let settled {
            reason = settled.reason ?? ""
            severities = settled.painPoints.mapValues(String.init)
            return
        }
        for key in call.shared {
            let worst = call.judgements.compactMap { $0.severity(of: key) }.max()
            severities[key] = worst.map(String.init)
        }
    }

    /// What the call bears; throws ``WebProblem`` where a severity is none.
    func labels(words: AgreementSheetWords) throws(WebProblem) -> Settlement.Labels {
        var labels = Settlement.Labels(reason: reason.isEmpty ? nil : reason)
        for (key, text) in severities where !text.isEmpty {
            guard let severity = Int(text) else {
                throw WebProblem(.badRequest, words.badSeverity(SafeName.shown(text)))
            }
            labels.painPoints[key] = severity
        }
        return labels
    }
}

extension SettlementForm {
    /// The form as it is shown.
    struct View: Sendable {
        /// A pain point to choose a severity for.
        struct Pain: Sendable {
            let field: String
            let id: String
            let label: String
            let severities: [Choice]
            /// Whether a listener marked it: those stand first.
            let isMarked: Bool
        }

        let reasons: [Choice]
        let marked: [Pain]
        let others: [Pain]
        let hasMarked: Bool
        let hasOthers: Bool
        let because: String?

        init(_ form: SettlementForm, of call: JudgedCall, taxonomy: Taxonomy, day: CalendarDay) {
            reasons = taxonomy.reasonsOffered(on: day).map {
                Choice(
                    value: $0.key, label: SafeName.shown(taxonomy.pathLabel(ofReason: $0.key)),
                    isSelected: $0.key == form.reason)
            }
            let said = call.marked.union(form.severities.filter { !$0.value.isEmpty }.keys)
            let offered = taxonomy.painPointsOffered(on: day).map(\.key)
            let keys = offered + said.subtracting(offered).sorted()
            let pains = keys.enumerated().map { index, key in
                Pain(
                    field: SettlementForm.painPrefix + key, id: "pain-\(index)",
                    label: SafeName.shown(taxonomy.painPoint(key)?.label ?? key),
                    severities: (1...5).map {
                        Choice(
                            value: "\($0)", label: "\($0)",
                            isSelected: form.severities[key] == "\($0)")
                    }, isMarked: said.contains(key))
            }
            marked = pains.filter(\.isMarked)
            others = pains.filter { !$0.isMarked }
            hasMarked = !marked.isEmpty
            hasOthers = !others.isEmpty
            because = SafeName.field(form.because)
        }
    }
}
