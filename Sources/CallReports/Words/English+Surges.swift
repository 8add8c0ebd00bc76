import CallModel

extension English {
    func alarm(_ alarm: Digest.Alarm, label: String, in alarms: Digest.Alarms) -> String {
        let now = Int(alarm.counted.rounded())
        let before = Int(alarm.countedBefore.rounded())
        let earlier = alarm.callsBefore == 0 ? "none" : figures.whole(alarm.callsBefore)
        return
            "Alarm: \(quoted(label)) was heard in \(figures.whole(alarm.calls)) of \(calls(now)) of "
            + "\(alarms.week); in \(weeks(alarms.since, alarms.until)) in \(earlier) of "
            + "\(figures.whole(before))."
    }

    func alarm(_ volume: Digest.VolumeAlarm, in alarms: Digest.Alarms) -> String {
        "Alarm: the call log has \(calls(volume.calls)) in \(alarms.week); the weeks before had about "
            + "\(figures.whole(Int(volume.usual.rounded())))."
    }

    private func weeks(_ first: String, _ last: String) -> String {
        first == last ? first : "\(first) to \(last)"
    }

    func noAlarm(in week: String) -> String { "No alarm in \(week)." }

    func alarmCannotBeAsked(in period: String, isListened: Bool) -> String {
        "No alarm can be given for \(period): "
            + (isListened
                ? "too few weeks before it were listened to." : "nobody listened to a call of it.")
    }

    func badge(_ novelty: Digest.Novelty.Kind) -> String? {
        switch novelty {
        case .new: "new"
        case .newlyHeard: "newly heard"
        case .emerging: "emerging"
        case .quiet: nil
        }
    }

    func novelty(_ novelty: Digest.Novelty) -> String {
        let weeks = counted(novelty.weeks, "week", "weeks")
        let now =
            "\(figures.whole(novelty.calls)) of \(calls(novelty.counted)) of the last \(weeks)"
        let before =
            (novelty.callsBefore == 0 ? "none" : figures.whole(novelty.callsBefore))
            + " of \(calls(novelty.countedBefore))"
        switch novelty.kind {
        case .new: return "New: never heard before, and now in \(now)."
        case .newlyHeard:
            return "Newly heard, in \(now): much is still to be heard, so it need not be new."
        case .emerging: return "Emerging: in \(now), and in \(before) before."
        case .quiet:
            return
                "Heard in \(before) before, and in none of \(calls(novelty.counted)) of the last "
                + "\(weeks)."
        }
    }

    func burst(_ burst: Digest.Burst) -> String {
        "A burst in \(weeks(burst.first, burst.last))."
    }

    var quietTitle: String { "Gone quiet" }
    var quietNote: String { "recurred before, not heard in the last weeks" }
}
