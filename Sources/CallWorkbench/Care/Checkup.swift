import CallArchive
import CallAudio
import CallModel
import Foundation

/// What `earful doctor` looks at: libraries, sound devices, the archive's soundness and durability,
/// free disk.
public struct Checkup: Sendable {
    /// How one thing was found.
    public enum Verdict: String, Sendable, Codable {
        /// As it should be.
        case sound
        /// Worth knowing; nothing is broken.
        case note
        /// Not as it should be.
        case unsound
    }

    /// One thing that was looked at.
    public struct Finding: Sendable, Codable, Hashable {
        /// What was looked at.
        public let subject: String
        /// How it was found.
        public let verdict: Verdict
        /// What was found, and what to do where something is to be done.
        public let words: String
    }

    /// The findings, in order.
    public private(set) var findings: [Finding] = []

    /// Whether nothing is unsound.
    public var isSound: Bool { !findings.contains { $0.verdict == .unsound } }

    /// Looks at the machine, and at a workspace where there is one.
    ///
    /// Never throws: what goes wrong is a finding.
    public static func of(_ workspace: Workspace?) async -> Checkup {
        var checkup = Checkup()
        for library in LibraryVersions.all() {
            checkup.add(library.name, .sound, library.version)
        }
        checkup.lookAtDevices()
        guard let workspace else {
            checkup.add("workspace", .note, "none here; `earful init DIR` makes one")
            return checkup
        }
        checkup.add("workspace", .sound, workspace.path)
        checkup.lookAtDisk(of: workspace)
        await checkup.lookAtArchive(of: workspace)
        return checkup
    }

    private mutating func add(_ subject: String, _ verdict: Verdict, _ words: String) {
        findings.append(Finding(subject: subject, verdict: verdict, words: words))
    }

    private mutating func lookAtDevices() {
        // ALSA always lists its null device, which plays to nobody.
        let devices = AudioDevice.all().filter { $0.name != "null" }
        guard !devices.isEmpty else {
            return add(
                "sound devices", .note, "none that ALSA lists; only playing needs one")
        }
        for device in devices {
            add("sound device", .sound, "\(device.name): \(device.description)")
        }
    }

    private mutating func lookAtDisk(of workspace: Workspace) {
        let attributes = try? FileManager.default.attributesOfFileSystem(
            forPath: workspace.annotationsPath)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else {
            return add("free disk", .unsound, "cannot be told for \(workspace.annotationsPath)")
        }
        let mebibytes = free / 1_048_576
        if mebibytes < 512 {
            add("free disk", .unsound, "\(mebibytes) MiB; make room, 512 MiB or more")
        } else {
            add("free disk", .sound, "\(mebibytes) MiB")
        }
    }

    private mutating func lookAtArchive(of workspace: Workspace) async {
        do {
            let workbench = try await opened(workspace)
            let report = try await workbench.archive.integrityReport()
            add("SQLite", .sound, report.sqliteVersion)
            for problem in report.problems { add("archive", .unsound, problem) }
            if report.isSound {
                add("archive", .sound, "whole; \(report.databaseBytes + report.walBytes) bytes")
            }
            if !workbench.archive.isReadOnly {
                let isDurable = report.journalMode == "wal" && report.synchronous == 2
                add(
                    "durability", isDurable ? .sound : .unsound,
                    "journal \(report.journalMode), synchronous \(report.synchronous) (2 is FULL)")
                await lookAtSittings(workbench)
            }
        } catch let error as ArchiveError {
            if case .notFound = error {
                add("archive", .note, "none yet; `earful ingest` makes one")
            } else {
                add("archive", .unsound, "\(error)")
            }
        } catch {
            add("settings", .unsound, "\(error)")
        }
    }

    /// As the owner where nobody else is, so that durability can be told; else to read.
    private mutating func opened(_ workspace: Workspace) async throws -> Workbench {
        guard FileManager.default.fileExists(atPath: workspace.databasePath) else {
            throw ArchiveError.notFound(file: workspace.databasePath)
        }
        do {
            return try Workbench(workspace, for: .writing(command: "doctor"))
        } catch ArchiveError.owned(let owner, _) {
            let words = owner.map { "process \($0.pid) (\($0.command))" } ?? "another process"
            add("owner", .note, "\(words); looked at without changing anything")
            return try Workbench(workspace, for: .reading)
        }
    }

    /// Replays every sitting and compares it with what queries read.
    private mutating func lookAtSittings(_ workbench: Workbench) async {
        do {
            let differences = try await SittingReplay(workbench).differences()
            for difference in differences.prefix(10) { add("sittings", .unsound, difference) }
            if differences.isEmpty { add("sittings", .sound, "every one agrees with its events") }
        } catch {
            add("sittings", .unsound, "\(error)")
        }
    }
}
