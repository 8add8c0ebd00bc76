/// Why there is no workspace to work in, in a sentence that ends with what to do.
public enum WorkspaceError: Error, Hashable, Sendable {
    /// The folder that was asked for does not exist.
    case missing(path: String, askedBy: String)
    /// The folder that was asked for lacks one or both of its two folders.
    case notAWorkspace(path: String, askedBy: String)
    /// No folder was named, and none upward is a workspace.
    case notFound(from: String)
    /// What is already there stands in the way of a new workspace.
    case inTheWay(path: String)
    /// The system refused to make something.
    case cannotCreate(path: String, reason: String)
}

extension WorkspaceError: CustomStringConvertible {
    /// The sentence.
    public var description: String {
        switch self {
        case .missing(let path, let askedBy):
            "There is no folder \(path), which \(askedBy) names. Make it a workspace with"
                + " `earful init \(path)`, or name another."
        case .notAWorkspace(let path, let askedBy):
            "The folder \(path), which \(askedBy) names, is not a workspace: it does not hold both"
                + " Recordings/ and Annotations/. Make it one with `earful init \(path)`, or name"
                + " another."
        case .notFound(let start):
            "Neither \(start) nor any folder above it holds both Recordings/ and Annotations/. Go to"
                + " a workspace, name one with --workspace DIR or EARFUL_WORKSPACE, or make one"
                + " with `earful init DIR`."
        case .inTheWay(let path):
            "\(path) is not a folder, so no workspace can be made there. Move it away or choose"
                + " another place."
        case .cannotCreate(let path, let reason):
            "\(path) could not be made: \(reason). Choose a place that you may write to."
        }
    }
}
