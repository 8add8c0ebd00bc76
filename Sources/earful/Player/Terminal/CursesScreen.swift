import CNCurses
import CallReports

#if canImport(Glibc)
import Glibc
#endif

/// The terminal in full-screen mode, by ncurses; given back as it was by ``close()`` or `deinit`.
///
/// Draws grids of cells and writes to the terminal only what changed. It is used from one task at a
/// time; ncurses has one screen at a time, and so has a process one of these.
final class CursesScreen {
    private let screen: OpaquePointer
    private let output: UnsafeMutablePointer<FILE>
    private let input: UnsafeMutablePointer<FILE>
    private let guardian: TerminalGuard
    private let colors: ScreenColors
    private var drawn: ScreenGrid?
    private var isOpen = true

    /// Takes over the terminal on standard input and output.
    ///
    /// Throws ``ScreenError`` where there is no terminal, or none that can be drawn on.
    init(form: TerminalForm, environment: [String: String]) throws(ScreenError) {
        try Self.check(environment)
        let isUnicode = Self.setLocale(wantsUnicode: form.glyphs == .unicode)
        guard isUnicode || form.glyphs == .ascii else { throw .localeMissing }
        // What the terminal is before ncurses changes it is what it has to become again.
        guardian = TerminalGuard()
        guard let output = fdopen(dup(STDOUT_FILENO), "w"),
            let input = fdopen(dup(STDIN_FILENO), "r")
        else { throw .notATerminal }
        self.output = output
        self.input = input
        guard let screen = newterm(nil, output, input) else {
            throw .unknownTerminal(environment["TERM"] ?? "")
        }
        self.screen = screen
        colors = ScreenColors(isWanted: form.color)
        raw()
        noecho()
        nonl()
        curs_set(0)
        keypad(cncurses_screen(), true)
        leaveok(cncurses_screen(), false)
        guardian.arm(terminal: environment["TERM"] ?? "")
    }

    deinit {
        close()
        delscreen(screen)
        fclose(output)
        fclose(input)
    }

    /// The size of the terminal now; ncurses is told of it.
    func currentSize() -> ScreenSize {
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 {
            let rows = Int32(size.ws_row)
            let columns = Int32(size.ws_col)
            if is_term_resized(rows, columns) {
                resizeterm(rows, columns)
                drawn = nil
            }
        }
        let window = cncurses_screen()
        return ScreenSize(columns: Int(getmaxx(window)), rows: Int(getmaxy(window)))
    }

    /// Draws what differs from the last picture.
    func draw(_ grid: ScreenGrid) {
        guard isOpen else { return }
        let window = cncurses_screen()
        if drawn?.size != grid.size { werase(window) }
        let before = drawn?.size == grid.size ? drawn : nil
        for row in 0..<grid.size.rows {
            let cells = grid[row: row]
            if let old = before?[row: row] {
                if old.elementsEqual(cells) { continue }
                draw(cells, row: row, changed: Self.difference(old, cells))
            } else {
                draw(cells, row: row, changed: 0..<cells.count)
            }
        }
        if let cursor = grid.cursor {
            wmove(window, Int32(cursor.row), Int32(cursor.column))
        } else {
            wmove(window, Int32(grid.size.rows - 1), 0)
        }
        if drawn?.cursor == nil, grid.cursor != nil { curs_set(1) }
        if drawn == nil || drawn?.cursor != nil, grid.cursor == nil { curs_set(0) }
        wrefresh(window)
        drawn = grid
    }

    /// Draws everything anew with the next picture, whatever the terminal shows now.
    func forget() {
        drawn = nil
        clearok(cncurses_screen(), true)
    }

    /// Gives the terminal back for a while.
    func pause() {
        guard isOpen else { return }
        guardian.leaveModes()
        endwin()
    }

    /// Takes the terminal over again.
    func resume() {
        guard isOpen else { return }
        guardian.enterModes()
        forget()
    }

    /// Gives the terminal back; nothing is drawn after it.
    func close() {
        guard isOpen else { return }
        isOpen = false
        guardian.leaveModes()
        endwin()
    }

    private static func difference(
        _ old: ArraySlice<ScreenCell>, _ new: ArraySlice<ScreenCell>
    ) -> Range<Int> {
        let pairs = zip(old, new).map { $0 == $1 }
        let first = pairs.firstIndex(of: false) ?? 0
        let last = pairs.lastIndex(of: false) ?? 0
        return first..<(last + 1)
    }

    private func draw(_ cells: ArraySlice<ScreenCell>, row: Int, changed: Range<Int>) {
        let window = cncurses_screen()
        let cells = Array(cells)
        var column = changed.lowerBound
        // A wide character is written as a whole.
        while column > 0, cells[column].character == nil { column -= 1 }
        while column < changed.upperBound {
            let look = cells[column].look
            let start = column
            var text = ""
            while column < changed.upperBound, cells[column].look == look {
                if let character = cells[column].character { text.append(character) }
                column += 1
            }
            wattrset(window, colors.attributes(of: look))
            mvwaddstr(window, Int32(row), Int32(start), text)
        }
        wattrset(window, 0)
    }

    /// Throws ``ScreenError`` where the player cannot be shown.
    static func check(_ environment: [String: String]) throws(ScreenError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        let name = environment["TERM"] ?? ""
        guard !name.isEmpty, name != "dumb" else { throw .dumb }
        var status: Int32 = 0
        guard setupterm(nil, STDOUT_FILENO, &status) == OK else { throw .unknownTerminal(name) }
        guard tigetstr("cup").map({ Int(bitPattern: $0) != -1 }) == true else { throw .dumb }
    }

    /// Sets the locale that decides how ncurses writes; whether it is one of UTF-8.
    private static func setLocale(wantsUnicode: Bool) -> Bool {
        setlocale(LC_CTYPE, "")
        guard wantsUnicode else { return isUTF8 }
        if isUTF8 { return true }
        // The locale that the environment names is not installed here; this one always is.
        setlocale(LC_CTYPE, "C.UTF-8")
        return isUTF8
    }

    private static var isUTF8: Bool {
        nl_langinfo(Int32(CODESET)).map { String(cString: $0).uppercased() == "UTF-8" } ?? false
    }
}
