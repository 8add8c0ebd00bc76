import CallReports

/// Texts of people as they stand in pages.
enum SafeName {
    /// A name on one line, cut where it is very long.
    static func shown(_ text: String, width: Int = 80) -> String {
        SafeText.cut(SafeText.oneLine(text), width: width)
    }

    /// The longest name of a call that is shown, where pages have room for all of it.
    static let longestCall = 300

    /// What stands in a field of a form: whole, and on one line.
    static func field(_ text: String?) -> String? { text.map(SafeText.oneLine) }

    /// A remark; longer.
    static func remark(_ text: String) -> String { shown(text, width: 600) }
}
