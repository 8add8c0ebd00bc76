import Foundation

/// A running worker: its process, and the socket that is its standard input and output.
///
/// It stands in a process group of its own, so that Ctrl+C reaches it only through its owner; when
/// its owner is killed its socket closes, and it ends by itself.
final class WorkerProcess {
    /// Our end of the socket.
    let socket: Int32
    private let identifier: pid_t
    private var isReaped = false

    /// Starts a worker; throws ``IngestError`` where the system refuses.
    init(_ launcher: WorkerLauncher) throws(IngestError) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
            throw IngestError.workerRefused(path: launcher.path, errno: errno)
        }
        defer { close(ends[1]) }
        let (process, status) = Self.spawn(launcher, socket: ends[1])
        guard status == 0 else {
            close(ends[0])
            throw IngestError.workerRefused(path: launcher.path, errno: status)
        }
        socket = ends[0]
        identifier = process
    }

    deinit {
        if !isReaped { _ = end() }
        close(socket)
    }

    /// Ends the process, if it has not ended by itself, and tells how it ended.
    func end() -> WorkerEnding {
        kill(identifier, SIGKILL)
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
        isReaped = true
        // The macros WIFSIGNALED, WTERMSIG, WEXITSTATUS.
        let signal = status & 0x7F
        return signal == 0 ? .exited(code: status >> 8 & 0xFF) : .killed(signal: signal)
    }

    private static func spawn(
        _ launcher: WorkerLauncher, socket: Int32
    ) -> (process: pid_t, status: Int32) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))

        var process: pid_t = 0
        let status = withStrings([launcher.path] + launcher.arguments) { arguments in
            withStrings(environment()) { environment in
                posix_spawn(
                    &process, launcher.path, &actions, &attributes, arguments, environment)
            }
        }
        return (process, status)
    }

    /// What a worker may know of the world: where libraries lie, and no name of anything else.
    private static func environment() -> [String] {
        let kept = ["PATH", "LD_LIBRARY_PATH", "LANG", "TZ", "ASAN_OPTIONS", "TSAN_OPTIONS"]
        let own = ProcessInfo.processInfo.environment
        return kept.compactMap { name in own[name].map { "\(name)=\($0)" } }
            + ["SWIFT_BACKTRACE=enable=no"]
    }

    private static func withStrings<Result>(
        _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
    ) -> Result {
        var pointers = strings.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
    }
}

/// How a worker's process ended.
enum WorkerEnding: Hashable {
    case exited(code: Int32)
    case killed(signal: Int32)

    /// Why a file that the worker had in hand did not come out, in a sentence.
    func sentence(limits: DecodeLimits) -> String {
        switch self {
        case .exited(let code):
            "The decoder gave up on it (exit code \(code))."
        case .killed(SIGXCPU):
            "Decoding it took more CPU time than it may (\(Int(limits.cpuSeconds)) s, and"
                + " \(Int(limits.cpuSecondsPerHour)) s for each hour of sound)."
        case .killed(SIGKILL):
            "The decoder was killed while it had it in hand, as the system does when memory runs"
                + " out."
        case .killed(let signal):
            "The decoder crashed on it, or needed more than \(limits.memoryMiB) MiB"
                + " (\(Self.name(of: signal)))."
        }
    }

    private static func name(of signal: Int32) -> String {
        switch signal {
        case SIGSEGV: "SIGSEGV"
        case SIGBUS: "SIGBUS"
        case SIGABRT: "SIGABRT"
        case SIGILL: "SIGILL"
        case SIGTRAP: "SIGTRAP"
        case SIGFPE: "SIGFPE"
        case SIGXFSZ: "SIGXFSZ"
        default: "signal \(signal)"
        }
    }
}
