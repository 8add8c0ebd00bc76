import CallArchive
import Foundation
import Testing

@Suite("Who owns a workspace")
struct WorkspaceLockTests {
    @Test("a second opening is refused with the owner's name until the first is closed")
    func exclusive() throws {
        let workspace = try TemporaryWorkspace()
        let first = try workspace.open()
        let owner = WorkspaceOwner(
            pid: getpid(), command: "earful test", since: Sample.now)
        #expect(WorkspaceLock.owner(in: workspace.annotations) == owner)
        let refusal = ArchiveError.owned(by: owner, folder: workspace.annotations.path)
        #expect(throws: refusal) { try workspace.open() }
        #expect(refusal.description.contains("process \(getpid()) (earful test)"))
        #expect(refusal.description.contains("2026-11-2"))
        try first.close()
        #expect(WorkspaceLock.owner(in: workspace.annotations) == nil)
        try workspace.open().close()
    }

    @Test("an archive that nobody holds any more gives the workspace back")
    func dropped() throws {
        let workspace = try TemporaryWorkspace()
        do {
            let archive = try workspace.open()
            #expect(!archive.isReadOnly)
        }
        #expect(WorkspaceLock.owner(in: workspace.annotations) == nil)
        try workspace.open().close()
    }

    @Test("another process is kept out, and let in once this one has let go")
    func twoProcesses() throws {
        let workspace = try TemporaryWorkspace()
        let lock = try WorkspaceLock(
            in: workspace.annotations, command: "earful test", now: Sample.now)
        #expect(try flock(workspace, "-n", "true") == 1)
        lock.release()
        #expect(try flock(workspace, "-n", "true") == 0)
    }

    @Test("a process that is killed loses the workspace, whatever it left in the lock file")
    func killed() throws {
        let workspace = try TemporaryWorkspace()
        try WorkspaceLock(in: workspace.annotations, command: "before").release()
        let holder = try start(workspace, "-n", "sleep", "60")
        try waitUntil { WorkspaceLock.owner(in: workspace.annotations) != nil }
        #expect(throws: ArchiveError.self) {
            try WorkspaceLock(in: workspace.annotations, command: "earful test")
        }
        let file = workspace.annotations.appending(path: WorkspaceLock.fileName)
        try Data(#"{"pid":1,"command":"gone","since":"2026-01-01T00:00:00Z"}"#.utf8).write(to: file)
        kill(holder.processIdentifier, SIGKILL)
        holder.waitUntilExit()
        try waitUntil { WorkspaceLock.owner(in: workspace.annotations) == nil }
        let lock = try WorkspaceLock(in: workspace.annotations, command: "earful test")
        #expect(WorkspaceLock.owner(in: workspace.annotations)?.command == "earful test")
        lock.release()
    }

    @Test("a worker that outlives its parent does not keep the lock")
    func notInherited() throws {
        let workspace = try TemporaryWorkspace()
        let lock = try WorkspaceLock(in: workspace.annotations, command: "earful test")
        let worker = Process()
        worker.executableURL = URL(filePath: "/bin/sleep")
        worker.arguments = ["60"]
        try worker.run()
        #expect(try closesOnExec(workspace.annotations.appending(path: WorkspaceLock.fileName)))
        lock.release()
        #expect(WorkspaceLock.owner(in: workspace.annotations) == nil)
        kill(worker.processIdentifier, SIGKILL)
        worker.waitUntilExit()
    }

    /// Whether this process's descriptors of a file close when another program takes its place.
    private func closesOnExec(_ file: URL) throws -> Bool {
        let opened = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
            .compactMap { Int32($0) }
            .filter {
                let target = try? FileManager.default
                    .destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")
                return target == file.path
            }
        try #require(!opened.isEmpty)
        return opened.allSatisfy { fcntl($0, F_GETFD) & FD_CLOEXEC != 0 }
    }

    private func start(
        _ workspace: TemporaryWorkspace, _ option: String, _ command: String...
    ) throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/flock")
        // Without a fork the process that holds the lock is the one that is killed.
        process.arguments =
            ["--no-fork", option]
            + [workspace.annotations.appending(path: WorkspaceLock.fileName).path] + command
        try process.run()
        return process
    }

    private func flock(
        _ workspace: TemporaryWorkspace, _ option: String, _ command: String
    ) throws -> Int32 {
        let process = try start(workspace, option, command)
        process.waitUntilExit()
        return process.terminationStatus
    }

    private func waitUntil(_ condition: () -> Bool) throws {
        for _ in 0..<500 where !condition() { usleep(10_000) }
        try #require(condition())
    }
}
