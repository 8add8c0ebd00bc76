import CallModel

extension English {
    func sampleOfKnown(counted: Int, population: Int, groups: Int, isStratified: Bool) -> String {
        let drawn: String
        if isStratified {
            drawn =
                groups > 1
                ? "drawn at random from each of \(figures.whole(groups)) groups"
                : "drawn at random"
        } else {
            drawn = "drawn in several ways, each weighted by its chance of being drawn"
        }
        return "\(figures.whole(counted)) of \(calls(population)) "
            + (counted == 1 ? "was" : "were") + " listened to, \(drawn)."
    }

    func sampleOfUnknown(counted: Int) -> String {
        "\(calls(counted)) \(counted == 1 ? "was" : "were") listened to. How many there were is not "
            + "known, so every number is of the calls we listened to."
    }

    func allHeard(_ counted: Int) -> String {
        counted == 1
            ? "The only call was heard: nothing is estimated."
            : "All \(calls(counted)) heard: nothing is estimated."
    }

    func worth(counted: Int, random: Int) -> String {
        let noun = random == 1 ? "random one" : "random ones"
        return "\(calls(counted)) listened to \(counted == 1 ? "is" : "are") worth "
            + "\(figures.whole(random)) \(noun)."
    }

    func rangeLevel(_ level: Double) -> String { "Ranges are at the \(percent(level)) level." }

    func handPicked(_ calls: Int) -> String {
        calls == 1
            ? "1 more call was chosen by hand: it is evidence and counts in no number."
            : "\(figures.whole(calls)) more calls were chosen by hand: they are evidence and count "
                + "in no number."
    }

    func skipped(_ skipped: Int, of drawn: Int, group: String?) -> String {
        let place = group.map { SafeText.isolated($0) + ": " } ?? ""
        let sentence =
            "\(group == nil ? "L" : "l")isteners skipped \(figures.whole(skipped)) of "
            + "\(figures.whole(drawn)) drawn calls: result may lean towards easy calls."
        return place + sentence
    }

    func uncovered(_ share: Double, groups: [String]) -> String {
        let names =
            groups.isEmpty
            ? "" : " (\(list(groups.map(SafeText.isolated))))"
        return "\(percent(share)) of calls\(names) were not sampled."
    }

    func heaviest(_ share: Double) -> String {
        "One call carries \(percent(share)) of this number."
    }

    func heaviestOfSome(_ share: Double) -> String {
        "One call carries \(percent(share)) of one of the numbers below."
    }

    var shakyRanges: String {
        "So few calls were heard in each group that the ranges themselves are shaky."
    }

    func rejected(_ calls: Int) -> String {
        calls == 1
            ? "1 call was left out of every number: its chance of being drawn is not known."
            : "\(figures.whole(calls)) calls were left out of every number: their chance of being "
                + "drawn is not known."
    }

    func withoutRecording(_ calls: Int) -> String {
        "\(self.calls(calls)) \(calls == 1 ? "has" : "have") no recording."
    }

    func undecodable(_ calls: Int) -> String {
        calls == 1
            ? "1 recording does not decode." : "\(figures.whole(calls)) recordings do not decode."
    }

    func retired(_ calls: Int) -> String {
        calls == 1
            ? "1 recording was deleted before anybody heard it."
            : "\(figures.whole(calls)) recordings were deleted before anybody heard them."
    }

    func incomplete(_ calls: Int, missing: String) -> String {
        "\(self.calls(calls)) \(calls == 1 ? "is" : "are") incomplete: \(missing) missing."
    }

    var everythingHearable: String { "Every recording could be heard in full." }

    func listened(_ duration: String, people: Int) -> String {
        "\(counted(people, "person", "people")) heard \(duration) of sound, each second counted once."
    }

    func frame(_ population: Int) -> String {
        population == 1
            ? "Drawn from the one call of the call log in these days and this part."
            : "Drawn from all \(calls(population)) of the call log in these days and this part."
    }

    func draws(_ names: [String], more: Int) -> String {
        let others = more > 0 ? ["\(figures.whole(more)) more"] : []
        return (names.count + others.count == 1 ? "Draw: " : "Draws: ")
            + list(names.map(SafeText.isolated) + others)
            + "; each keeps its seed, its whole frame and the chance of every call."
    }

    func heardTwice(_ calls: Int) -> String {
        calls == 0
            ? "No counted call was heard by two people."
            : "\(self.calls(calls)) \(calls == 1 ? "was" : "were") heard by two people or more."
    }

    func periodDays(_ days: String, timeZone: String) -> String {
        "Period: \(days), days of \(timeZone)."
    }

    func taxonomy(version: Int) -> String { "Taxonomy version \(version)." }

    func howCounted(isWeighted: Bool) -> String {
        let drawn =
            isWeighted
            ? "Only calls that a draw picked count in shares and minutes, each weighted by its "
                + "chance of being picked."
            : "Only calls that a draw picked are counted."
        return drawn + " A call heard by several people counts once; where they "
            + "differ it counts in part."
    }

    var thresholds: String {
        "Ranked: what was heard in at least 3 calls from at least 3 callers. Compared: periods with "
            + "at least 30 calls heard in each. Recurring: in at least 2 of the last 8 weeks."
    }

    func howShown(level: Double) -> String {
        "A range at the \(percent(level)) level holds the truth in about \(figures.tenths(level * 100)) "
            + "of 100 digests. A share is printed only where it is precise enough; else the count "
            + "stands alone."
    }

    var groupColumn: String { "Group" }
    var populationColumn: String { "Calls" }
    var drawnColumn: String { "Drawn" }
    var skippedColumn: String { "Skipped" }
    var unknown: String { "not known" }
}
