import CallArchive
import CallDigest
import CallModel
import Foundation

/// Keeps what was counted of periods, so that a digest counts only what changed since. All of it can be
/// made again: what cannot be read, or written, is counted anew.
///
/// A file is a line of JSON, and the heap of its people.
struct CountsShelf: Sendable {
    /// Something counted, with the state of the archive that it was counted in.
    struct Kept<Value: Codable & Sendable>: Codable, Sendable {
        var subject: String
        var stamp: PeriodStamp
        var value: Value
    }

    /// Another number whenever what is kept is made otherwise.
    private static let revision = 4
    /// When there are more files than this, the older half goes.
    private static let most = 4000

    private let folder: URL
    private let recent: RecentCounts

    init(_ workbench: Workbench) {
        folder = URL(fileURLWithPath: workbench.workspace.countsPath, isDirectory: true)
        recent = workbench.recentCounts
    }

    /// What was kept of a subject; nil where nothing readable is.
    private func kept<Value>(_ subject: String, as type: Value.Type) -> Kept<Value>? {
        if let kept = recent[subject] as? Kept<Value> { return kept }
        guard let data = try? Data(contentsOf: file(of: subject)) else { return nil }
        let bytes = [UInt8](data)
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        let decoder = JSONDecoder()
        decoder.userInfo[People.Heap.key] = People.Heap(bytes: Array(bytes[(end + 1)...]))
        guard let kept = try? decoder.decode(Kept<Value>.self, from: data.prefix(end)),
            kept.subject == subject
        else { return nil }
        recent.keep(kept, bytes: data.count, of: subject)
        return kept
    }

    /// What was kept of each of some subjects and still holds, read side by side; nil where nothing
    /// is, or where it was counted at another stamp.
    func kept<Value>(
        _ subjects: [String], stamps: [PeriodStamp], as type: Value.Type
    ) async -> [Kept<Value>?] {
        await withTaskGroup(of: (place: Int, kept: Kept<Value>?).self) { group in
            for (place, (subject, stamp)) in zip(subjects, stamps).enumerated() {
                group.addTask {
                    let kept = kept(subject, as: type)
                    return (place, kept?.stamp == stamp ? kept : nil)
                }
            }
            return await group.reduce(into: Array(repeating: nil, count: subjects.count)) {
                $0[$1.place] = $1.kept
            }
        }
    }

    /// Keeps something, in place of what was kept of the subject.
    func keep(_ value: some Codable & Sendable, stamp: PeriodStamp, of subject: String) {
        let heap = People.Heap()
        let encoder = JSONEncoder()
        encoder.userInfo[People.Heap.key] = heap
        let kept = Kept(subject: subject, stamp: stamp, value: value)
        guard var data = try? encoder.encode(kept) else { return }
        data.append(UInt8(ascii: "\n"))
        data.append(contentsOf: heap.bytes)
        recent.keep(kept, bytes: data.count, of: subject)
        let files = FileManager.default
        // The folder above is the cache's, and the one above that must be there: nothing is kept
        // where there is no workspace on a disk.
        let owner: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        for folder in [folder.deletingLastPathComponent(), folder] {
            try? files.createDirectory(
                at: folder, withIntermediateDirectories: false, attributes: owner)
        }
        try? data.write(to: file(of: subject), options: .atomic)
        tidy()
    }

    /// What something is kept under: all that it depends on but the archive itself.
    static func subject(_ kind: String, of period: Period, _ rest: [String]) -> String {
        let parts = [
            kind, "\(period.start.timeIntervalSince1970)", "\(period.end.timeIntervalSince1970)",
            period.label, period.timeZone,
        ]
        return (parts + rest).joined(separator: "\n")
    }

    /// What counts depend on beside their period.
    static func words(of scope: Scope, _ settings: DigestSettings) -> [String] {
        [
            scope.site, scope.queue, scope.direction?.rawValue, "\(settings.level)",
            "\(settings.interval)",
        ].map { $0.map { "=" + $0 } ?? "-" }
    }

    private func file(of subject: String) -> URL {
        let digest = SHA256.digest(of: "\(Self.revision) \(subject)".utf8)
        let name = digest.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return folder.appending(path: name + ".counts")
    }

    private func tidy() {
        let files = FileManager.default
        guard let names = try? files.contentsOfDirectory(atPath: folder.path),
            names.count > Self.most
        else { return }
        let dated = names.map { name -> (URL, Date) in
            let file = folder.appending(path: name)
            let values = try? file.resourceValues(forKeys: [.contentModificationDateKey])
            return (file, values?.contentModificationDate ?? .distantPast)
        }
        for (file, _) in dated.sorted(by: { $0.1 < $1.1 }).prefix(names.count / 2) {
            try? files.removeItem(at: file)
        }
    }
}
