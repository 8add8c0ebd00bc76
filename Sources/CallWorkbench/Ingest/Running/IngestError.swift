import Foundation

/// Why an ingest cannot go on at all, in a sentence that ends with what to do.
public enum IngestError: Error, Hashable, Sendable {
    /// The system did not start a worker.
    case workerRefused(path: String, errno: Int32)
    /// What was started is no worker: it does not say that it is ready.
    case workerMute(path: String)
    /// The system refused something else.
    case system(doing: String, errno: Int32)
    /// A path to take in does not exist or cannot be read.
    case unreadable(path: String, errno: Int32)
}

extension IngestError: CustomStringConvertible {
    /// The sentence.
    public var description: String {
        switch self {
        case .workerRefused(let path, let code):
            "No decoding worker could be started from \(path): \(Self.words(code)). Check that the"
                + " program can be executed, and the limits on processes and open files."
        case .workerMute(let path):
            "The decoding worker started from \(path) did not say that it is ready. Run `earful"
                + " doctor` to check the libraries it needs."
        case .system(let doing, let code):
            "The system did not let Earful \(doing): \(Self.words(code)). Close other programs, or"
                + " raise the limit on open files."
        case .unreadable(let path, let code):
            "\(path) cannot be taken in: \(Self.words(code)). Check the path and its rights."
        }
    }

    private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
}
