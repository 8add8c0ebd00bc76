/// The name under which an uploaded file is kept: what its sender called it, as far as that can
/// neither lead elsewhere nor confuse whoever reads it.
enum UploadName {
    /// The most bytes of a name; file systems take 255, and a number may be added.
    static let longest = 200

    /// Letters, digits and marks of any script stay, and the signs that call recorders use; what
    /// else there is becomes `-`. A name never begins with a dot, which would hide it.
    static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
        var kept = ""
        for character in last {
            let isKept = character.unicodeScalars.allSatisfy { scalar in
                switch scalar.properties.generalCategory {
                case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
                    .otherLetter, .decimalNumber, .nonspacingMark, .spacingMark:
                    true
                default: " ._-+@=,()[]#".unicodeScalars.contains(scalar)
                }
            }
            kept.append(isKept ? character : "-")
        }
        let (stem, suffix) = FilePlace.split(String(kept.drop { $0 == "." || $0 == " " }))
        let ending = suffix.isEmpty ? "" : "." + suffix
        let room = longest - ending.utf8.count
        guard room > 0 else { return safe(stem) }
        var short = stem
        while short.utf8.count > room { short.removeLast() }
        return short.isEmpty ? "recording" + ending : short + ending
    }

    /// The name with a number, for where another file bears it already.
    static func numbered(_ name: String, _ number: Int) -> String {
        guard number > 1 else { return name }
        let (stem, suffix) = FilePlace.split(name)
        return "\(stem)-\(number)" + (suffix.isEmpty ? "" : "." + suffix)
    }
}
