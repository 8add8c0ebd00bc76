/// Texts that stand under one another in a chart.
struct ChartColumn {
    let width: Int
    private let glyphs: Glyphs

    init(_ texts: [String], glyphs: Glyphs, limit: Int = .max) {
        width = min(limit, texts.map { DisplayWidth.of(glyphs.fold($0)) }.max() ?? 0)
        self.glyphs = glyphs
    }

    /// The text and the space after it.
    func leading(_ text: String) -> String {
        let fitted = fitted(text)
        return fitted.text + fitted.space
    }

    /// The text and the space before it.
    func trailing(_ text: String) -> String {
        let fitted = fitted(text)
        return fitted.space + fitted.text
    }

    private func fitted(_ text: String) -> (text: String, space: String) {
        let shown = SafeText.cut(glyphs.fold(text), width: width, ellipsis: glyphs.ellipsis)
        return (shown, String(repeating: " ", count: max(0, width - DisplayWidth.of(shown))))
    }
}
