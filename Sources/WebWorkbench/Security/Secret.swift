import Foundation

/// A text of 256 random bits that cannot be guessed: a sign-in link, a session, a form's token.
struct Secret: Sendable, Hashable {
    /// 43 letters, digits, hyphens and underscores (RFC 4648, base64url without padding).
    let text: String

    /// A new one, from the system's source of randomness.
    init() {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<4).flatMap { _ in
            withUnsafeBytes(of: random.next() as UInt64) { Array($0) }
        }
        text = Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Whether a text is this secret; takes as long for a near miss as for a far one.
    func matches(_ candidate: String) -> Bool {
        let mine = Array(text.utf8)
        let theirs = Array(candidate.utf8)
        guard mine.count == theirs.count else { return false }
        // In Swift `|` and `^` bind alike, so the parentheses carry the meaning.
        return zip(mine, theirs).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
