/// A piece of HTML that is also well-formed XML. Text becomes part of it only through escaping.
struct Markup: Sendable {
    private(set) var text: String

    /// Text of a person; never markup. Isolates become `bdi`.
    static func text(_ text: String) -> Markup {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{2068}": escaped += "<bdi>"
            case "\u{2069}": escaped += "</bdi>"
            default: escaped += Markup.escaped(scalar)
            }
        }
        return Markup(text: escaped)
    }

    /// Markup that is known to be safe: style sheets, the document type.
    static func raw(_ text: String) -> Markup { Markup(text: text) }

    /// An element; `more` is added to the inline form of its style. Attributes keep their order.
    /// What hides when narrow is left out on a telephone, because it is said elsewhere too.
    static func element(
        _ name: String, _ style: HTMLStyle? = nil, _ attributes: [(String, String)] = [],
        _ children: [Markup] = [], adding more: String = "", hidesWhenNarrow: Bool = false
    ) -> Markup {
        var opening = "<" + name
        if let style {
            let inline = style.inline + more
            opening += " class=\"\(style.rawValue)\(hidesWhenNarrow ? " wide" : "")\""
            if !inline.isEmpty { opening += " style=\"\(inline)\"" }
        }
        for (key, value) in attributes {
            opening += " \(key)=\"\(value.unicodeScalars.map(Markup.attribute).joined())\""
        }
        if voids.contains(name) { return Markup(text: opening + "/>") }
        let body = children.map(\.text).joined()
        let isBlock = blocks.contains(name)
        return Markup(
            text: opening + ">" + (isBlock ? "\n" : "") + body + "</\(name)>"
                + (inlines.contains(name) ? "" : "\n"))
    }

    private static let voids: Set<String> = ["meta", "br", "col"]
    private static let blocks: Set<String> = [
        "html", "head", "body", "table", "thead", "tbody", "tr", "main", "section", "ul",
    ]
    private static let inlines: Set<String> = ["span", "strong", "em", "b", "bdi", "i"]

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: String(scalar)
        }
    }

    private static func attribute(_ scalar: Unicode.Scalar) -> String {
        scalar.value == 0x2068 || scalar.value == 0x2069 ? "" : escaped(scalar)
    }
}
