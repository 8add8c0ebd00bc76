import HTTPTypes

/// Why a request got no answer of its own, as a page or as `application/problem+json` (RFC 9457).
struct WebProblem: Error, Sendable, Hashable {
    /// What kind of problem: the last part of its type's URI, and of its words in the catalogue.
    enum Kind: String, Sendable, CaseIterable {
        case badRequest, signInNeeded, refused, notFound, conflict, stale
        case tooLarge, wrongHost, internalError, notReady

        /// The status.
        var status: HTTPResponse.Status {
            switch self {
            case .badRequest: .badRequest
            case .signInNeeded, .refused: .forbidden
            case .notFound: .notFound
            case .conflict: .conflict
            case .stale: .preconditionFailed
            case .tooLarge: .contentTooLarge
            case .wrongHost: .misdirectedRequest
            case .internalError: .internalServerError
            case .notReady: .serviceUnavailable
            }
        }
    }

    /// What kind.
    let kind: Kind
    /// What happened in this case, in a sentence; nil where the kind says all.
    let detail: String?

    /// Whether somebody at a form can mend it there.
    var isForTheForm: Bool {
        [.badRequest, .conflict, .stale].contains(kind) && detail != nil
    }

    /// A problem.
    init(_ kind: Kind, _ detail: String? = nil) {
        self.kind = kind
        self.detail = detail
    }
}
