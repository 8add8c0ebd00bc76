public import CallModel
import Foundation

extension Identifier {
    /// A name that nothing else has: made once for each act or annotation, so that the same act
    /// reported again is known again.
    public static func made() -> Self { Self(UUID().uuidString.lowercased()) }
}
