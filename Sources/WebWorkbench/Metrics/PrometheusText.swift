import Foundation

/// Metrics in the text form that Prometheus reads (version 0.0.4), under the names that its client
/// libraries and OpenTelemetry's semantic conventions use.
struct PrometheusText {
    /// The media type.
    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var text = ""

    init(_ metrics: ServerMetrics, process: ProcessFacts?, openStreams: Int) {
        addAnswers(metrics)
        begin("earful_ingested_files_total", "counter", "Files seen in Recordings/, by outcome.")
        for (status, count) in metrics.allFiles {
            add("earful_ingested_files_total", [("status", status)], Double(count))
        }
        begin("earful_event_streams", "gauge", "Pages that listen for news.")
        add("earful_event_streams", [], Double(openStreams))
        guard let process else { return }
        begin("process_resident_memory_bytes", "gauge", "Resident memory.")
        add("process_resident_memory_bytes", [], Double(process.residentBytes))
        begin("process_cpu_seconds_total", "counter", "User and system CPU time.")
        add("process_cpu_seconds_total", [], process.cpuSeconds)
        begin("process_open_fds", "gauge", "Open file descriptors.")
        add("process_open_fds", [], Double(process.openFiles))
        begin("process_start_time_seconds", "gauge", "Start, in seconds since 1970 UTC.")
        add("process_start_time_seconds", [], process.startedAt)
    }

    private mutating func addAnswers(_ metrics: ServerMetrics) {
        let name = "http_server_request_duration_seconds"
        begin(name, "histogram", "Time from a request's head to its answer's first byte.")
        for (answer, durations) in metrics.allAnswers {
            let labels = [
                ("http_request_method", answer.method), ("http_route", answer.route),
                ("http_response_status_code", String(answer.status)),
            ]
            var sum = 0
            for (bound, count) in zip(ServerMetrics.bounds, durations.counts) {
                sum += count
                add(name + "_bucket", labels + [("le", "\(bound)")], Double(sum))
            }
            add(name + "_bucket", labels + [("le", "+Inf")], Double(durations.count))
            add(name + "_sum", labels, durations.seconds)
            add(name + "_count", labels, Double(durations.count))
        }
    }

    private mutating func begin(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
    }

    private mutating func add(_ name: String, _ labels: [(String, String)], _ value: Double) {
        let pairs = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
        let whole = value == value.rounded() && abs(value) < 1e15
        text +=
            name + (pairs.isEmpty ? "" : "{\(pairs)}")
            + " " + (whole ? String(Int(value)) : String(value)) + "\n"
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .replacing("\n", with: "\\n")
    }
}

/// What the kernel says of this process.
struct ProcessFacts: Sendable, Hashable {
    var residentBytes: Int
    var cpuSeconds: Double
    var openFiles: Int
    var startedAt: Double

    /// From `/proc` (proc(5)); nil on a system without it.
    static func current() -> ProcessFacts? {
        guard let stat = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8),
            let system = try? String(contentsOfFile: "/proc/stat", encoding: .utf8),
            let name = stat.lastIndex(of: ")"),
            let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        else { return nil }
        // The fields after the name, of which the first is the third of proc(5).
        let fields = stat[stat.index(after: name)...].split(separator: " ")
        let boot = system.split(separator: "\n").first { $0.hasPrefix("btime ") }
            .flatMap { Double($0.dropFirst(6)) }
        let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
        guard fields.count > 21, let user = Double(fields[11]), let kernel = Double(fields[12]),
            let start = Double(fields[19]), let pages = Int(fields[21]), let boot
        else { return nil }
        return ProcessFacts(
            residentBytes: pages * sysconf(Int32(_SC_PAGESIZE)),
            cpuSeconds: (user + kernel) / ticks, openFiles: files.count,
            startedAt: boot + start / ticks)
    }
}
