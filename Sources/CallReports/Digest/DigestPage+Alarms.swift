import CallModel

extension DigestPage {
    /// A line for each alarm.
    static func alarms(of digest: Digest, words: any TextCatalogue) -> [String] {
        guard let alarms = digest.alarms else { return [] }
        let lines = alarms.painPoints.map { alarm -> String in
            let label = SafeText.oneLine(alarm.label)
            let name = label.isEmpty ? SafeText.oneLine(alarm.key) : label
            return words.alarm(
                alarm, label: SafeText.cut(name, width: FindingEntry.labelWidth), in: alarms)
        }
        return lines + (alarms.volume.map { [words.alarm($0, in: alarms)] } ?? [])
    }
}
