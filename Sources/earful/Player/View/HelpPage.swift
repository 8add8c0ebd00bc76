import CallWorkbench
import CallReports

/// The help, made from the table that binds the keys.
enum HelpPage {
    static func lines(_ keys: KeyTable, width: Int) -> [PageLine] {
        var lines: [PageLine] = []
        for group in PlayerWords.helpGroups {
            if !lines.isEmpty { lines.append(PageLine(text: "")) }
            lines.append(PageLine(text: group.title, look: .strong))
            let entries = group.actions.compactMap { entry(of: $0, keys) }
            lines += columns(entries, width: width)
        }
        lines.append(PageLine(text: ""))
        lines += PlayerWords.helpNotes(keys).map { PageLine(text: $0, look: .quiet) }
        return lines
    }

    private static func entry(of actions: [PlayerAction], _ keys: KeyTable) -> String? {
        let names = actions.map { keys.keys(of: $0).map(\.name) }.filter { !$0.isEmpty }
        guard !names.isEmpty, let first = actions.first else { return nil }
        // Actions that go in pairs are shown as one: the keys of the first, then of the second.
        let text = names.map { $0.joined(separator: " ") }.joined(separator: first.pairSign)
        let padded = text + String(repeating: " ", count: max(1, 31 - DisplayWidth.of(text)))
        return padded + PlayerWords.help(actions)
    }

    private static func columns(_ entries: [String], width: Int) -> [PageLine] {
        guard width >= 132 else { return entries.map { PageLine(text: "  " + $0) } }
        let column = (width - 4) / 2
        let height = (entries.count + 1) / 2
        return (0..<height).map { index in
            let left = SafeText.cut(entries[index], width: column - 1)
            let right = index + height < entries.count ? entries[index + height] : ""
            let space = String(repeating: " ", count: max(1, column - DisplayWidth.of(left)))
            return PageLine(text: "  " + left + space + right)
        }
    }
}

extension PlayerAction {
    /// What stands between the keys of a pair: digits are a row, others are two.
    fileprivate var pairSign: String {
        if case .painPoint = self { " … " } else { " / " }
    }
}
