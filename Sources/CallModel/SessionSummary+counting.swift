extension SessionSummary {
    /// Counts a sitting. Words that were merged count under the one that took their place; a
    /// prediction is met by its reason and by every reason below it.
    public init(of session: Session, taxonomy: Taxonomy) {
        self.init(of: session)
        var callsOfReason: [String: Int] = [:]
        var countOfPainPoint: [String: PainPointCount] = [:]
        for call in session.calls {
            switch call.progress {
            case .open: open.append(call.call)
            case .finished: finished.append(call.call)
            case .skipped(let reason): skipped.append(Skip(call: call.call, reason: reason))
            }
            var marked: Set<String> = []
            for annotation in call.annotations {
                switch annotation.content {
                case .reason(let key):
                    callsOfReason[taxonomy.currentKey(forReason: key), default: 0] += 1
                case .painPoint(let key, let severity):
                    let key = taxonomy.currentKey(forPainPoint: key)
                    var count =
                        countOfPainPoint[key]
                        ?? PainPointCount(painPoint: key, calls: 0, marks: 0, worstSeverity: 1)
                    count.marks += 1
                    count.worstSeverity = max(count.worstSeverity, severity)
                    if marked.insert(key).inserted { count.calls += 1 }
                    countOfPainPoint[key] = count
                case .idea: ideas.append(annotation)
                case .note: notes += 1
                case .kudos: kudos += 1
                case .flag: flags += 1
                }
            }
        }
        reasons = callsOfReason.map { ReasonCount(reason: $0.key, calls: $0.value) }
            .sorted { ($1.calls, $0.reason) < ($0.calls, $1.reason) }
        painPoints = countOfPainPoint.values
            .sorted { ($1.calls, $1.marks, $0.painPoint) < ($0.calls, $0.marks, $1.painPoint) }
        let withReason = callsOfReason.values.reduce(0, +)
        callsWithReason = withReason
        predictions = session.predictions.map { prediction in
            let wanted = taxonomy.currentKey(forReason: prediction.reason)
            let calls = callsOfReason.reduce(0) { sum, given in
                let isMet =
                    given.key == wanted
                    || taxonomy.path(ofReason: given.key).contains { $0.key == wanted }
                return sum + (isMet ? given.value : 0)
            }
            return PredictionCheck(
                reason: prediction.reason, predictedShare: prediction.share, heardCalls: calls,
                heardShare: withReason == 0 ? nil : Double(calls) / Double(withReason))
        }
    }
}
