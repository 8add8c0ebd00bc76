import Foundation

/// Takes from this process what a decoder has no need of, so that a hostile file can cost no more
/// than itself.
enum WorkerLimits {
    /// Bounds memory, and forbids core dumps, written files, and more than a few open ones.
    static func confine(memoryMiB: Int) {
        let bytes = rlim_t(memoryMiB) << 20
        lower(RLIMIT_DATA, to: bytes)
        // Address space holds the program and its libraries too, and stacks that are never touched.
        lower(RLIMIT_AS, to: addressSpace() + bytes)
        lower(RLIMIT_CORE, to: 0)
        lower(RLIMIT_FSIZE, to: 0)
        lower(RLIMIT_NOFILE, to: 64)
    }

    /// Lets this process use CPU time up to `seconds` in all; past it the system ends the process.
    static func allowCPU(seconds: Double) {
        var limit = rlimit()
        guard getrlimit(cpuResource, &limit) == 0 else { return }
        limit.rlim_cur = min(limit.rlim_max, rlim_t(seconds.rounded(.up)))
        setrlimit(cpuResource, &limit)
    }

    /// CPU time that this process has used, in seconds.
    static func usedCPU() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    #if canImport(Glibc)
    private typealias Resource = __rlimit_resource
    #else
    private typealias Resource = Int32
    #endif

    #if canImport(Glibc)
    private static let cpuResource = __rlimit_resource_t(RLIMIT_CPU.rawValue)
    #else
    private static let cpuResource = RLIMIT_CPU
    #endif

    private static func lower(_ resource: Resource, to value: rlim_t) {
        var limit = rlimit()
        #if canImport(Glibc)
        let name = __rlimit_resource_t(resource.rawValue)
        #else
        let name = resource
        #endif
        guard getrlimit(name, &limit) == 0 else { return }
        limit.rlim_max = min(limit.rlim_max, value)
        limit.rlim_cur = limit.rlim_max
        setrlimit(name, &limit)
    }

    /// Bytes of address space in use; a generous guess where the system does not say.
    private static func addressSpace() -> rlim_t {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?
            .split(separator: " ").first.flatMap { rlim_t($0) }
        return pages.map { $0 * rlim_t(sysconf(Int32(_SC_PAGESIZE))) } ?? 1 << 30
    }
}
