import CallModel
import Foundation

/// The question, before the first second, what the listener expects to hear.
struct ExpectationForm: Sendable, Hashable {
    /// The most reasons that are asked for.
    static let most = 3
    /// How long nobody needs to type before the sitting begins by itself.
    static let patienceSeconds = 10.0

    /// What was said so far.
    var predictions: [Prediction] = []
    /// The reasons to choose from.
    var picker: Picker
    /// The share of the reason that was chosen last; nil while a reason is chosen.
    var share: ShareQuestion?
    /// When the sitting begins by itself; nil once the listener has typed.
    var deadline: Date?
    /// Whether the answer is being kept.
    var isSubmitted = false

    /// How often a reason is expected.
    struct ShareQuestion: Sendable, Hashable {
        /// What Enter gives.
        static let usualPercent = 30
        var reason: String
        var field = TextField(limit: 3)

        /// The percentage typed, 1...100; nil where what was typed is none.
        var percent: Int? {
            if field.text.isEmpty { return Self.usualPercent }
            return Int(field.text).flatMap { (1...100).contains($0) ? $0 : nil }
        }
    }
}
