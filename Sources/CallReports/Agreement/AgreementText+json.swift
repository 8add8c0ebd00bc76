public import CallModel

extension AgreementText {
    /// The agreement as one JSON object; what cannot be computed is absent.
    public static func json(_ agreement: Agreement) -> String {
        JSONText.object([
            .init("period", .string(agreement.period.label)),
            .init("site", agreement.scope.site.map(JSONText.string)),
            .init("queue", agreement.scope.queue.map(JSONText.string)),
            .init("direction", (agreement.scope.direction?.rawValue).map(JSONText.string)),
            .init("level", .number(agreement.level)),
            .init("heard", .integer(agreement.heard)),
            .init("doublyHeard", .integer(agreement.doublyHeard)),
            .init("listeners", .array(agreement.listeners.map { .string($0.rawValue) })),
            .init("painPoints", .array(agreement.tags.map(tag))),
            .init("reasons", beyond(agreement.reasons)),
            .init("tagSets", beyond(agreement.tagSets)),
            .init("tagSetsByJaccard", beyond(agreement.looseTagSets)),
            .init("severity", beyond(agreement.severity)),
            .init("clips", clips(agreement.clips)),
            .init("drift", agreement.drift.map { .array($0.map(drift)) }),
            .init("agenda", .array(agreement.agenda.map(item))),
            .init("waiting", .array(agreement.waiting.map(waiting))),
        ]).text(indented: true) + "\n"
    }

    private static func beyond(_ beyond: Agreement.Beyond) -> JSONText {
        .object([
            .init("calls", .integer(beyond.calls)),
            .init("alpha", beyond.alpha.map(JSONText.number)),
            .init("low", beyond.low.map(JSONText.number)),
            .init("high", beyond.high.map(JSONText.number)),
            .init("reading", (beyond.reading?.rawValue).map(JSONText.string)),
            .init("obstacle", (beyond.obstacle?.rawValue).map(JSONText.string)),
        ])
    }

    private static func tag(_ tag: Agreement.Tag) -> JSONText {
        .object([
            .init("key", .string(tag.key)),
            .init("label", .string(tag.label)),
            .init("agreedCalls", .integer(tag.agreedCalls)),
            .init("markedCalls", .integer(tag.markedCalls)),
            .init("sharedCalls", .integer(tag.sharedCalls)),
            .init("beyondChance", beyond(tag.beyond)),
        ])
    }

    private static func clips(_ clips: Agreement.Clips) -> JSONText {
        .object([
            .init("calls", .integer(clips.calls)),
            .init("clips", .integer(clips.clips)),
            .init("pairs", .integer(clips.pairs)),
            .init("loosePairs", .integer(clips.loosePairs)),
            .init("score", (clips.score?.value).map(JSONText.number)),
            .init("scoreLow", (clips.score?.low).map(JSONText.number)),
            .init("scoreHigh", (clips.score?.high).map(JSONText.number)),
            .init("looseScore", clips.looseScore.map(JSONText.number)),
            .init("meanOverlap", clips.meanOverlap.map(JSONText.number)),
            .init("seconds", beyond(clips.seconds)),
        ])
    }

    private static func drift(_ drift: Agreement.Drift) -> JSONText {
        .object([
            .init("listener", .string(drift.listener.rawValue)),
            .init("key", .string(drift.key)),
            .init("label", .string(drift.label)),
            .init("marked", .integer(drift.marked)),
            .init("calls", .integer(drift.calls)),
            .init("otherMarked", .integer(drift.otherMarked)),
            .init("otherCalls", .integer(drift.otherCalls)),
            .init("q", .number(drift.q)),
        ])
    }

    private static func item(_ item: Agreement.AgendaItem) -> JSONText {
        .object([
            .init("key", .string(item.key)),
            .init("label", .string(item.label)),
            .init("rank", item.rank.map(JSONText.integer)),
            .init("alpha", item.alpha.map(JSONText.number)),
            .init("markedCalls", .integer(item.markedCalls)),
            .init("disputedCalls", .integer(item.disputedCalls)),
            .init("calls", .array(item.disputed.map { .string($0.rawValue) })),
        ])
    }

    private static func waiting(_ waiting: Agreement.Waiting) -> JSONText {
        .object([
            .init("draw", .string(waiting.draw.rawValue)),
            .init("calls", .integer(waiting.calls)),
            .init("heardBy", .array(waiting.heardBy.map { .string($0.rawValue) })),
        ])
    }
}
