/// Names as one word of a command line that people may copy.
enum ShellWord {
    /// The name, in quotation marks where a shell would take it for more.
    static func of(_ name: String) -> String {
        let plain = SafeText.oneLine(name)
        let isPlain = plain.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:".contains($0))
        }
        return isPlain ? plain : "'" + plain.replacing("'", with: #"'\''"#) + "'"
    }
}
