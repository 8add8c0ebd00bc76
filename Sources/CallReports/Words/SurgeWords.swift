package import CallModel

/// What stands out, what is new and what recurs.
package protocol SurgeWords {
    /// `Alarm: “Call cut off” was heard in 9 of 40 calls of 2026-W47; in 2026-W38 to 2026-W45 in 12
    /// of 320.`
    func alarm(_ alarm: Digest.Alarm, label: String, in alarms: Digest.Alarms) -> String
    func alarm(_ volume: Digest.VolumeAlarm, in alarms: Digest.Alarms) -> String
    /// What a script's reader is told where nothing stands out, or where it cannot be asked.
    func noAlarm(in week: String) -> String
    func alarmCannotBeAsked(in period: String, isListened: Bool) -> String

    /// `new`, to stand beside a name; nil where the sentence is enough.
    func badge(_ novelty: Digest.Novelty.Kind) -> String?
    func novelty(_ novelty: Digest.Novelty) -> String
    /// `A burst in 2026-W45 to 2026-W47.`
    func burst(_ burst: Digest.Burst) -> String
    var quietTitle: String { get }
    var quietNote: String { get }
}
