import CallModel

extension DigestJSON {
    static func coverage(_ coverage: Digest.Coverage) -> JSONText {
        .object([
            .init("kinds", .integer(coverage.kinds)),
            .init("once", .integer(coverage.once)),
            .init("mentions", .integer(coverage.mentions)),
            .init("share", ends(coverage.share)),
            .init("kindsAtLeast", coverage.kindsAtLeast.map(ends)),
            .init("isWeighted", .bool(coverage.isWeighted)),
            .init("moreForMentions", coverage.moreForMentions.map(more)),
            .init("moreForKinds", coverage.moreForKinds.map(more)),
        ])
    }

    private static func more(_ calls: Digest.MoreCalls) -> JSONText {
        switch calls {
        case .enough: .integer(0)
        case .about(let count): .integer(count)
        case .severalTimes: .string("severalTimes")
        }
    }

    static func corner(_ corner: Digest.Corner) -> JSONText {
        .object([
            .init("site", corner.site.map(JSONText.string)),
            .init("queue", corner.queue.map(JSONText.string)),
            .init("population", .integer(corner.population)),
            .init("counted", .integer(corner.counted)),
        ])
    }
}
