import CallModel

extension DigestJSON {
    static func lately(_ lately: Digest.Lately) -> JSONText {
        .object([
            .init("weeks", .integer(lately.weeks)),
            .init("heardWeeks", .integer(lately.heardWeeks)),
            .init("calls", .integer(lately.calls)),
            .init("callers", .integer(lately.callers)),
        ])
    }

    static func novelty(_ novelty: Digest.Novelty) -> JSONText {
        .object([
            .init("kind", .string(novelty.kind.rawValue)),
            .init("weeks", .integer(novelty.weeks)),
            .init("counted", .integer(novelty.counted)),
            .init("calls", .integer(novelty.calls)),
            .init("callsBefore", .integer(novelty.callsBefore)),
            .init("countedBefore", .integer(novelty.countedBefore)),
        ])
    }

    static func alarms(of digest: Digest) -> JSONText? {
        digest.alarms.map { alarms in
            .object([
                .init("week", .string(alarms.week)),
                .init("since", .string(alarms.since)),
                .init("until", .string(alarms.until)),
                .init("painPoints", .array(alarms.painPoints.map(alarm))),
                .init(
                    "volume",
                    alarms.volume.map { volume in
                        .object([
                            .init("calls", .integer(volume.calls)),
                            .init("usual", .number(volume.usual)),
                            .init("upper", .number(volume.upper)),
                        ])
                    }),
            ])
        }
    }

    static func alarm(_ alarm: Digest.Alarm) -> JSONText {
        .object([
            .init("key", .string(alarm.key)),
            .init("label", .string(alarm.label)),
            .init("calls", .integer(alarm.calls)),
            .init("counted", .number(alarm.counted)),
            .init("callsBefore", .integer(alarm.callsBefore)),
            .init("countedBefore", .number(alarm.countedBefore)),
            .init("p", .number(alarm.p)),
        ])
    }
}
