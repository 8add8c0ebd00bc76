import ArgumentParser
import CallModel

/// `site=North`, `queue=Billing` or `direction=inbound`: what a digest or a draw is limited to.
struct ScopeCondition: ExpressibleByArgument {
    private enum Field: String {
        case site, queue, direction
    }

    private let field: Field
    private let value: String

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, let field = Field(rawValue: String(parts[0])) else { return nil }
        if field == .direction, CallDirection(rawValue: String(parts[1])) == nil { return nil }
        self.field = field
        value = String(parts[1])
    }

    /// The scope that all conditions together make; refuses one field twice.
    static func scope(_ conditions: [ScopeCondition]) throws -> Scope {
        var scope = Scope()
        for (index, condition) in conditions.enumerated() {
            if conditions[..<index].contains(where: { $0.field == condition.field }) {
                throw ValidationError("--scope names \(condition.field.rawValue) twice. Keep one.")
            }
            switch condition.field {
            case .site: scope.site = condition.value
            case .queue: scope.queue = condition.value
            case .direction: scope.direction = CallDirection(rawValue: condition.value)
            }
        }
        return scope
    }
}
