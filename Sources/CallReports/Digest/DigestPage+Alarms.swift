import CallModel

extension DigestPage {
    /// A line for each alarm.
    static func alarms(of digest: Digest, words: any TextCatalogue) -> [Alarm] {
        guard let alarms = digest.alarms else { return [] }
        let lines = alarms.painPoints.map { alarm -> Alarm in
            let label = SafeText.oneLine(alarm.label)
            let name = label.isEmpty ? SafeText.oneLine(alarm.key) : label
            return Alarm(
                sentence: words.alarm(
                    alarm, label: SafeText.cut(name, width: FindingEntry.labelWidth), in: alarms),
                painPoint: alarm.key)
        }
        return lines
            + (alarms.volume.map { [Alarm(sentence: words.alarm($0, in: alarms))] } ?? [])
    }
}
