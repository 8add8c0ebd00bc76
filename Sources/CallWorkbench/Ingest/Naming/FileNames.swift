import CallModel
import Foundation

/// Reads the names of recordings: the workspace's own patterns first, then the built-in ones.
struct FileNames: Sendable {
    let sideWords: SideWords
    private let patterns: [FileNamePattern]
    private let zone: TimeZone
    private let pseudonyms: Pseudonyms

    init(settings: WorkspaceSettings, pseudonyms: Pseudonyms) {
        sideWords = settings.sideWords
        patterns = settings.fileNames + FileNamePattern.builtIn
        zone = settings.timeZone
        self.pseudonyms = pseudonyms
    }

    /// What the name of a file tells of its call; nil where no pattern fits. A word that marks the
    /// file as one side is left out where the name fits without it.
    func record(ofFile name: String) -> CallRecord? {
        let stem = FilePlace.split(name).stem
        let unmarked = sideWords.mark(in: stem)?.rest ?? ""
        for stem in unmarked.isEmpty ? [stem] : [unmarked, stem] {
            for pattern in patterns {
                if let record = pattern.record(of: stem, zone: zone, pseudonyms: pseudonyms) {
                    return record
                }
            }
        }
        return nil
    }
}

extension FileNamePattern {
    /// The patterns known without settings: `agent_caller_YYYYMMDD-HHMMSS_id`, those of FreePBX
    /// (`in-…`, `out-…`, `exten-…`, `q-…` and their kin), and `…GUID_…_AGENT_…_DT_…`.
    public static let builtIn: [FileNamePattern] = {
        let time = "{date:yyyyMMdd-HHmmss}"
        let inbound = CallRecord(direction: .inbound)
        let outbound = CallRecord(direction: .outbound)
        let within = CallRecord(direction: .internal)
        let known: [(String, CallRecord)] = [
            ("in-{queue}-{caller}-\(time)-{id}", inbound),
            ("q-{queue}-{caller}-\(time)-{id}", inbound),
            ("rg-{queue}-{caller}-\(time)-{id}", inbound),
            ("external-{agent}-{caller}-\(time)-{id}", inbound),
            ("out-{caller}-{agent}-\(time)-{id}", outbound),
            ("exten-{extension}-{agent}-\(time)-{id}", within),
            ("internal-{extension}-{agent}-\(time)-{id}", within),
            ("{agent}_{caller}_\(time)_{id}", CallRecord()),
            ("{any}GUID_{id}_AGENT_{agent}_DT_{date:yyyy-MM-ddTHH-mm-ss}{any}", CallRecord()),
        ]
        // These texts are patterns: a test reads every one of them.
        return known.compactMap { try? FileNamePattern($0.0, fixed: $0.1) }
    }()
}
