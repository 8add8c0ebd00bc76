import CallWorkbench
import CallReports

/// The keys as a list, with the names that the settings file knows their actions by.
enum KeyList {
    static func text(_ keys: KeyTable, form: TerminalForm) -> String {
        TextTable(
            columns: [
                .init("Name", minimumWidth: 14), .init("Keys", minimumWidth: 12),
                .init("What it does", minimumWidth: 20),
            ],
            rows: PlayerAction.allCases.map { action in
                [
                    action.name, keys.keys(of: action).map(\.name).joined(separator: ", "),
                    PlayerWords.describe(action),
                ]
            }
        ).text(form: form)
    }
}
