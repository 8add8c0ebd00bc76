/// What can be done at the player, with its keys: the same here and in the terminal.
enum KeyList {
    /// One action.
    struct Line: Sendable, Hashable {
        let keys: [String]
        let action: String
    }

    /// English.
    static let english: [Line] = [
        Line(keys: ["Space", "K"], action: "Play or pause"),
        Line(keys: ["J", "L"], action: "10 seconds back, 10 seconds on"),
        Line(keys: ["←", "→"], action: "5 seconds back or on; with Shift 1 second"),
        Line(keys: ["<", ">"], action: "Slower, faster; the pitch stays"),
        Line(keys: ["="], action: "Normal speed"),
        Line(keys: ["X"], action: "Skip dead air and hold, or hear them"),
        Line(keys: ["A", "C", "V"], action: "Agent only, customer only, both"),
        Line(keys: ["[", "]"], action: "A region begins here, ends here"),
        Line(keys: ["O", "P"], action: "Loop the region, play it once"),
        Line(keys: ["1", "9"], action: "Mark a pain point, 1 to 9"),
        Line(keys: ["R"], action: "Give the call reason; type to filter"),
        Line(keys: ["M", "I", "F"], action: "A note, an idea, a flag"),
        Line(keys: ["Del"], action: "Take back what is selected"),
        Line(keys: ["Ctrl+Z", "Ctrl+Shift+Z"], action: "Undo, redo"),
        Line(keys: ["Ctrl+Enter"], action: "Finish this call and go to the next"),
        Line(keys: ["Ctrl+↓", "Ctrl+↑"], action: "Next call, call before"),
        Line(keys: ["/", "?"], action: "Search, help"),
    ]
}
