import Foundation

/// Stands in for the people of a workspace: the same number always gets the same name, and the name
/// does not give the number away without the workspace's secret.
///
/// A name is `c-` (a number) or `p-` (anything else) and the first 10 hexadecimal digits of
/// HMAC-SHA-256 (RFC 2104) of the normalised text under the secret: 40 bits, so that among a
/// million callers two share a name with a probability under one half.
public struct Pseudonyms: Sendable {
    private let authenticator: HMACSHA256

    /// Pseudonyms under a secret.
    public init(secret: [UInt8]) {
        authenticator = HMACSHA256(key: secret)
    }

    /// What stands for a caller: nil where the number was withheld, the text itself where it is
    /// already a pseudonym or a short extension, else a name.
    public func caller(_ text: String) -> String? {
        let plain = text.trimmed
        if plain.isEmpty || Self.withheld.contains(CallLogField.normalised(plain)) { return nil }
        if let number = Self.number(in: plain) {
            return number.utf8.count <= 4 ? plain : name("c-", number)
        }
        return Self.isName(plain) ? name("p-", plain.lowercased()) : plain
    }

    /// What stands for a value of a column that holds people's numbers, names, or addresses.
    public func personal(_ text: String) -> String {
        let plain = text.trimmed
        if let number = Self.number(in: plain) {
            return number.utf8.count <= 4 ? plain : name("c-", number)
        }
        return name("p-", plain.lowercased())
    }

    /// Ten hexadecimal digits that stand for any text.
    func digits(of text: String) -> String { name("", text) }

    /// The digits by which somebody can be reached, in one form however they were written; nil
    /// where the text is not such a number. `+34 600-11` and `003460011` are one; national and
    /// international forms are not brought together.
    static func number(in text: String) -> String? {
        var body = text[...]
        // `"Name" <number>` as telephone systems write it.
        if body.hasSuffix(">"), let open = body.lastIndex(of: "<") {
            body = body[body.index(after: open)...].dropLast()
        }
        for prefix in ["sip:", "sips:", "tel:"] where body.lowercased().hasPrefix(prefix) {
            body = body.dropFirst(prefix.count)
        }
        if let at = body.firstIndex(of: "@") { body = body[..<at] }
        var digits = ""
        for character in body {
            if character.isASCII, character.isNumber {
                digits.append(character)
            } else if !"+-. ()/".contains(character) {
                return nil
            }
        }
        if digits.hasPrefix("00") { digits.removeFirst(2) }
        return (1...20).contains(digits.utf8.count) ? digits : nil
    }

    private func name(_ prefix: String, _ text: String) -> String {
        prefix + authenticator.code(for: Array(text.utf8)).prefix(5).hexadecimal
    }

    /// A name or an address of a person has spaces or an at sign; a pseudonym has neither.
    private static func isName(_ text: String) -> Bool {
        text.contains("@") || text.contains(" ") || text.contains("<")
    }

    private static let withheld: Set<String> = [
        "anonymous", "anonimo", "unknown", "desconocido", "restricted", "private", "privado",
        "withheld", "oculto", "unavailable", "no_disponible", "s", "none", "null",
    ]
}

extension Workspace {
    /// The pseudonyms of this workspace; its secret is made on first use, readable by its owner
    /// alone.
    ///
    /// Throws ``PseudonymKeyError``.
    public func pseudonyms() throws(PseudonymKeyError) -> Pseudonyms {
        if !FileManager.default.fileExists(atPath: pseudonymKeyPath) { try makeKey() }
        guard let text = try? String(contentsOfFile: pseudonymKeyPath, encoding: .utf8),
            let secret = [UInt8](hexadecimal: text.trimmed), secret.count >= 16
        else {
            throw PseudonymKeyError(
                path: pseudonymKeyPath,
                problem: "does not hold a secret of at least 32 hexadecimal digits. Restore it from"
                    + " a backup: with another secret, callers known so far become strangers.")
        }
        return Pseudonyms(secret: secret)
    }

    private func makeKey() throws(PseudonymKeyError) {
        var generator = SystemRandomNumberGenerator()
        let secret = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let text = Array((secret[...].hexadecimal + "\n").utf8)
        // Written whole under another name first, and linked: nobody ever reads half a secret.
        let draft = pseudonymKeyPath + ".\(getpid()).tmp"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw refused() }
        let written = write(descriptor, text, text.count) == text.count && fsync(descriptor) == 0
        close(descriptor)
        defer { unlink(draft) }
        guard written, link(draft, pseudonymKeyPath) == 0 || errno == EEXIST else {
            throw refused()
        }
    }

    private func refused() -> PseudonymKeyError {
        PseudonymKeyError(
            path: pseudonymKeyPath,
            problem: "could not be written: \(String(cString: strerror(errno))). Make Annotations/"
                + " writable.")
    }
}

/// Why the secret of the pseudonyms is not to be had.
public struct PseudonymKeyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file.
    public var path: String
    /// What is the matter with it, and what to do.
    public var problem: String

    /// The sentence.
    public var description: String { "The secret of the pseudonyms, \(path), \(problem)" }
}
