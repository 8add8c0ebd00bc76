/// What a stretch of text is, as far as its looks go.
enum Ink: Sendable, Hashable {
    case plain, strong, quiet, heading, bar, agent, customer
    /// Loss of data, and nothing else.
    case loss
    /// 1...5.
    case severity(Int)

    /// The parameters of ECMA-48 SGR; the sixteen colours, so that a terminal's theme decides.
    var parameters: String? {
        switch self {
        case .plain: nil
        case .strong, .heading: "1"
        case .quiet: "2"
        case .bar, .agent: "34"
        case .customer: "33"
        case .loss: "31"
        case .severity(let severity): severity >= 4 ? "1;35" : "35"
        }
    }
}

/// Text of one look.
struct Span: Sendable, Hashable {
    var text: String
    var ink: Ink

    init(_ text: String, _ ink: Ink = .plain) {
        self.text = text
        self.ink = ink
    }
}
