import CallWorkbench
import CallModel
import CallReports

/// Everything that the full-screen player says of the sitting and of the open call.
enum PlayerWords {
    static let call = "call "
    static let both = "both sides"
    static let saving = "saving…"
    static let noLanes = "There is no waveform of this call."
    static let opening = "opening the sound…"
    static let noSound = "no sound"
    static let looping = "looping the tag"
    static let levelsAsRecorded = "levels as recorded"
    static let allPainPoints = "all …"
    static let reason = "reason  "
    static let nothingTagged = "Nothing was said of this call yet."
    static let more = "more …"
    static let changing = "changing"
    static let nothingBegun = "Nothing was opened, so there is nothing to keep.\n"

    /// `31:20 of 60:00 heard`: an hour is counted in minutes, as people speak of it.
    static func heard(_ seconds: Double, goal: Double?) -> String {
        goal.map { "\(minutes(seconds)) of \(minutes($0)) heard" } ?? "\(minutes(seconds)) heard"
    }

    /// `31:20`, `60:00`.
    static func minutes(_ seconds: Double) -> String {
        let whole = Int(seconds.isFinite ? min(max(seconds, 0), 1e9) : 0)
        return "\(whole / 60):" + (whole % 60 < 10 ? "0" : "") + "\(whole % 60)"
    }

    static func place(_ number: Int, of count: Int) -> String { "call \(number) of \(count)" }

    static func saved(_ time: String) -> String { "saved \(time)" }

    static func enlarge(from size: ScreenSize) -> String {
        let smallest = ScreenSize.smallest
        return "Make the window \(smallest.columns) x \(smallest.rows) or larger "
            + "(\(size.columns) x \(size.rows) now)."
    }

    /// How far a call is; empty before it was opened.
    static func progress(of id: CallID, in session: Session?) -> String {
        switch session?.calls.first(where: { $0.call == id })?.progress {
        case .finished: "finished"
        case .skipped: "skipped"
        case .open, nil: ""
        }
    }

    /// `2:41.3`.
    static func clock(_ time: CallTime) -> String {
        ClockText.position(time) + ".\(time.milliseconds % 1000 / 100)"
    }

    /// `1.5x`, `0.75x`.
    static func speed(_ speed: Double) -> String {
        let hundredths = Int((speed * 100).rounded())
        let fraction = hundredths % 100
        let digits = fraction % 10 == 0 ? "\(fraction / 10)" : "\(fraction)"
        return "\(hundredths / 100)" + (fraction == 0 ? "" : ".\(digits)") + "x"
    }

    static func skipping(_ isOn: Bool, savedSeconds: Double) -> String {
        guard isOn else { return "skip off" }
        return savedSeconds < 1
            ? "skip on" : "skip on (saved \(ClockText.duration(seconds: savedSeconds)))"
    }

    static func only(_ side: String) -> String { "\(side) only" }

    static func preparing(_ share: String) -> String {
        "getting the sound ready, \(share) (Esc stays here)"
    }

    static func ended(_ keys: KeyTable) -> String {
        "over" + (keys.name(of: .finish).map { ": \($0) goes on" } ?? "")
    }

    static func region(_ range: String, isLooping: Bool) -> String {
        (isLooping ? "looping " : "region ") + range
    }

    static func regionFrom(_ start: String) -> String { "region from \(start)" }

    /// What stands in the bracket of a tag: the digit of its pain point and its name.
    static func bracket(_ tag: Annotation, _ taxonomy: Taxonomy) -> String {
        switch tag.content {
        case .painPoint(let key, _):
            let point = taxonomy.painPoint(key)
            let label = SafeText.oneLine(point?.label ?? key)
            return point?.numberKey.map { "\($0) \(label)" } ?? label
        default: return kind(tag.content.kind)
        }
    }

    static func kind(_ kind: Annotation.Content.Kind) -> String {
        switch kind {
        case .reason: "reason"
        case .painPoint: "pain point"
        case .note: "note"
        case .idea: "idea"
        case .kudos: "kudos"
        case .flag: "flag"
        }
    }

    static func noReason(_ key: String?) -> String {
        "none given yet" + (key.map { ": \($0)" } ?? "")
    }
}
