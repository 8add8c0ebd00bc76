internal import CallModel

// The rules of the words that a command uses: keys of the taxonomy, and predictions made of them.

extension SessionState {
    func checkReason(_ key: String, context: SessionContext) throws(Refusal) {
        let taxonomy = context.taxonomy
        let reason = taxonomy.reason(key)
        try checkWord(
            "call reason", key, retired: reason?.retired, isKnown: reason != nil,
            successor: taxonomy.currentKey(forReason: key), day: context.day,
            offered: taxonomy.reasonsOffered(on: context.day).map { ($0.key, $0.label) })
    }

    func checkPainPoint(_ key: String, context: SessionContext) throws(Refusal) {
        let taxonomy = context.taxonomy
        let painPoint = taxonomy.painPoint(key)
        try checkWord(
            "pain point", key, retired: painPoint?.retired, isKnown: painPoint != nil,
            successor: taxonomy.currentKey(forPainPoint: key), day: context.day,
            offered: taxonomy.painPointsOffered(on: context.day).map { ($0.key, $0.label) })
    }

    private func checkWord(
        _ kind: String, _ key: String, retired: CalendarDay?, isKnown: Bool, successor: String,
        day: CalendarDay, offered: @autoclosure () -> [(key: String, label: String)]
    ) throws(Refusal) {
        guard isKnown else {
            let nearest = Spelling.nearest(to: key, among: offered())
            throw Refusal(
                .unknownKey,
                "There is no \(kind) \"\(key)\" in the taxonomy: "
                    + (nearest.map { "did you mean \"\($0)\"?" }
                        ?? "choose one that it lists, or add it to taxonomy.yml."))
        }
        guard let retired, retired <= day else { return }
        throw Refusal(
            .retiredKey,
            "The \(kind) \"\(key)\" was retired on \(retired): "
                + (successor == key
                    ? "choose another one." : "use \"\(successor)\", which took its place."))
    }

    func checked(
        _ predictions: [Prediction], context: SessionContext
    ) throws(Refusal) -> [Prediction] {
        guard head?.predictionsSealed == false else {
            throw Refusal(
                .predictionsSealed,
                "The predictions of sitting \(id) were sealed when it was first listened: make "
                    + "them before the first second of the next one.")
        }
        var seen: Set<String> = []
        for prediction in predictions {
            try checkReason(prediction.reason, context: context)
            guard (0...1).contains(prediction.share) else {
                throw Refusal(
                    .badPrediction,
                    "A share of \(prediction.share) for \"\(prediction.reason)\" is not possible: "
                        + "give a share from 0 to 1.")
            }
            guard seen.insert(prediction.reason).inserted else {
                throw Refusal(
                    .badPrediction,
                    "\"\(prediction.reason)\" is predicted twice: give one share for it.")
            }
        }
        for prediction in predictions {
            let above = context.taxonomy.path(ofReason: prediction.reason).dropLast()
            if let both = above.first(where: { seen.contains($0.key) }) {
                throw Refusal(
                    .badPrediction,
                    "\"\(prediction.reason)\" is a part of \"\(both.key)\": predict one of the "
                        + "two.")
            }
        }
        let sum = predictions.reduce(0) { $0 + $1.share }
        // Shares such as 0.1 and 0.2 have no exact binary form; their sum may pass 1 by a hair.
        guard sum <= 1 + 1e-9 else {
            throw Refusal(
                .badPrediction,
                "The shares add up to \(Int((sum * 100).rounded())) %: a call has one reason, so "
                    + "they can make 100 % at most.")
        }
        return predictions
    }
}
