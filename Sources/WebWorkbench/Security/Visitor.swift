import CallModel
import Foundation

/// Somebody who signed in: one browser, from its sign-in until it signs out or the server ends.
struct Visitor: Sendable, Hashable {
    /// What the browser's cookie holds.
    let session: Secret
    /// What the forms of this browser carry, so that no other site can send them.
    let formToken: Secret
    /// Who listens.
    let listener: ListenerID
    /// When they signed in.
    let since: Date
}
