import Foundation

/// How decoding workers are started: a program and its arguments.
public struct WorkerLauncher: Sendable, Hashable {
    /// The program's path.
    public var path: String
    /// Its arguments, without its own name.
    public var arguments: [String]

    /// A program that answers as ``DecodeWorker`` does.
    public init(path: String, arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }

    /// The program that is running now, as `decode-worker`.
    public static func thisExecutable(_ arguments: [String] = ["decode-worker"]) -> WorkerLauncher {
        // The link leads to the running program even where its file was replaced meanwhile.
        WorkerLauncher(path: "/proc/self/exe", arguments: arguments)
    }
}
