internal import Foundation
internal import Yams

// From text to YAML's nodes; what the YAML parser says is passed on in its own words.

extension TaxonomyReader {
    mutating func compose(_ yaml: String) -> Node? {
        guard yaml.utf8.count <= TaxonomyReading.largestFile else {
            note(
                .error, at: .start,
                "The file has \(yaml.utf8.count) bytes: a taxonomy has "
                    + "\(TaxonomyReading.largestFile) at most.")
            return nil
        }
        do {
            if let root = try Yams.compose(yaml: yaml, .default, .default, .utf8) { return root }
            note(
                .error, at: .start,
                "The file is empty: give it the lists \"reasons:\" and \"pain-points:\".")
        } catch let error as YamlError {
            note(error, in: yaml)
        } catch {
            note(.error, at: .start, "The file cannot be read as YAML: \(error).")
        }
        return nil
    }

    private mutating func note(_ error: YamlError, in yaml: String) {
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let whole = context.map { " \($0.text) (from line \($0.mark.line))" } ?? ""
            note(
                .error, at: Place(mark),
                "This is not YAML: \(problem)\(whole): correct this line or the one above; indent "
                    + "with spaces, and quote text that holds a colon or begins with a sign.")
        case .reader(let problem, let offset, _, _):
            note(
                .error, at: yaml.place(ofCharacter: offset ?? 0),
                "This is not YAML: \(problem): remove the character.")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let fields = duplicates.map { "\"\($0)\"" }.joined(separator: ", ")
            note(
                .error, at: Place(context.mark),
                "\(fields) stands more than once in one entry: keep one of them. What comes after "
                    + "was not checked.")
        default:
            note(
                .error, at: .start,
                "The file cannot be read as YAML (\(error)): make it simpler; it may be nested "
                    + "too deeply.")
        }
    }
}

extension Node.Scalar {
    /// Whether nothing is said: no text at all, or YAML's null.
    var isAbsent: Bool {
        string.allSatisfy(\.isWhitespace)
            || (style == .plain && ["~", "null", "Null", "NULL"].contains(string))
    }
}

extension String {
    /// The line and column of the character at an offset.
    fileprivate func place(ofCharacter offset: Int) -> Place {
        var place = Place.start
        for character in prefix(offset) {
            if character.isNewline {
                place = Place(line: place.line + 1, column: 1)
            } else {
                place.column += character.unicodeScalars.count
            }
        }
        return place
    }
}
