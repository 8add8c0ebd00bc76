import CallReports

/// Text that takes as many columns on every terminal as it is counted for.
enum ScreenText {
    /// The text without what would move the cursor or turn the line around. Pictures that only some
    /// terminals join from parts are shown by their first part, and flags by their letters.
    static func shown(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var shown = ""
        for character in kept(text) {
            if character.isASCII {
                shown.append(character)
            } else {
                shown += plain(character)
            }
        }
        return shown
    }

    /// Spaces stay as they are: on a screen they are what stands between two texts.
    private static func kept(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false)
            .map { SafeText.oneLine(String($0)) }.joined(separator: " ")
    }

    private static func plain(_ character: Character) -> String {
        let scalars = character.unicodeScalars
        guard scalars.count > 1 else {
            return scalars.first?.value == 0xA0 ? " " : String(character)
        }
        var view = String.UnicodeScalarView()
        for scalar in scalars {
            switch scalar.value {
            case 0x1F1E6...0x1F1FF:
                view.append(Unicode.Scalar(UInt8(scalar.value - 0x1F1E6 + 0x41)))
            // A selector of coloured pictures changes the width in some terminals; a joiner and what
            // follows it make one picture in some and two in others.
            case 0xFE0F: break
            case 0x200D: return String(view)
            case 0x1F3FB...0x1F3FF where !view.isEmpty: break
            default: view.append(scalar)
            }
        }
        return String(view)
    }
}
