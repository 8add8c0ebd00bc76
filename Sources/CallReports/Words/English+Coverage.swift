import CallModel

extension English {
    var coverageTitle: String { "What we have not heard yet" }
    var nothingTagged: String { "Nothing was tagged yet, so nothing can be said of what is left." }
    var tooEarlyForCoverage: String {
        "Everything was heard in one call only: it is too early to say how much there is."
    }

    func coverage(_ share: Estimate) -> String {
        func of100(_ part: Double, _ rounding: Rounding) -> String {
            figures.tenths(part * 100 < 1 ? part * 100 : rounding(part * 100), rounding)
        }
        let best = of100(1 - share.value, .nearest)
        let most = of100(1 - share.low, .up)
        guard share.value < 1 else {
            return
                "Of 100 times that something hurts, hardly any is of a kind that nobody has heard "
                + "yet (at most \(most))."
        }
        return
            "Of 100 times that something hurts, about \(best) \(best == "1" ? "is" : "are") of a kind "
            + "that nobody has heard yet (at most \(most))."
    }

    func kinds(_ kinds: Int, atLeast: Estimate?) -> String {
        let heard = counted(kinds, "kind was", "kinds were") + " heard"
        guard let atLeast else { return heard + "; how many there are cannot be told." }
        let whole = Int(atLeast.value.rounded())
        guard whole > kinds else { return heard + ", and there need not be any other." }
        let low = figures.whole(Int(atLeast.low.rounded(.down)))
        let high = figures.whole(Int(atLeast.high.rounded(.up)))
        return heard + "; there are at least about \(figures.whole(whole)) (\(low) to \(high))."
    }

    func moreForMentions(_ calls: Digest.MoreCalls) -> String {
        switch calls {
        case .enough: "95 of 100 times it is of a kind heard already."
        case .about(let count):
            "About \(more(count)) until 95 of 100 times are of a kind heard already."
        case .severalTimes:
            "Until 95 of 100 times are, it takes several times more calls than so far."
        }
    }

    func moreForKinds(_ calls: Digest.MoreCalls) -> String {
        switch calls {
        case .enough: "95 of 100 kinds were heard."
        case .about(let count): "About \(more(count)) until 95 of 100 kinds were heard."
        case .severalTimes:
            "To hear 95 of 100 kinds takes several times more calls than so far."
        }
    }

    private func more(_ count: Int) -> String { counted(count, "more call", "more calls") }

    func corner(_ corner: Digest.Corner) -> String {
        let names = [corner.site, corner.queue].map { name in
            name.map { SafeText.isolated(SafeText.cut(SafeText.oneLine($0), width: 40)) }
        }
        switch (names[0], names[1]) {
        case (let site?, let queue?): return site + separator + queue
        case (let site?, nil): return site
        case (nil, let queue?): return queue
        case (nil, nil): return "site and queue not recorded"
        }
    }

    var cornersTitle: String { "Not one call heard" }
    var cornerColumn: String { "Site and queue" }

    func moreCorners(_ count: Int) -> String {
        "and \(figures.whole(count)) more, each with at least one call heard."
    }
}
