import Dispatch

#if canImport(Glibc)
import Glibc
#endif

/// Signals as events. While it lives, none of them ends or stops the program by itself.
final class PlayerSignals {
    enum Event: Sendable {
        /// The window has another size.
        case resized
        /// Somebody asks to stop for a while.
        case stop
        /// The program goes on.
        case continued
        /// Somebody asks to end, or the terminal went away.
        case end
    }

    private static let events: [(number: Int32, event: Event)] = [
        (SIGWINCH, .resized), (SIGTSTP, .stop), (SIGCONT, .continued), (SIGINT, .end),
        (SIGTERM, .end), (SIGHUP, .end),
    ]

    private let sources: [any DispatchSourceSignal]

    /// Listens to the signals; make it before the screen, since ncurses takes those that nobody has.
    init(deliver: @escaping @Sendable (Event) -> Void) {
        sources = Self.events.map { number, event in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { deliver(event) }
            source.resume()
            return source
        }
    }

    deinit {
        for source in sources { source.cancel() }
        for (number, _) in Self.events { signal(number, SIG_DFL) }
    }

    /// Stops the program as Ctrl+Z stops others, and returns when it goes on: at once where no shell
    /// is there to let it go on.
    static func stop() {
        var ours = sigaction()
        var usual = sigaction()
        sigaction(SIGTSTP, &usual, &ours)
        var stops = sigset_t()
        var mask = sigset_t()
        sigemptyset(&stops)
        sigaddset(&stops, SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &stops, &mask)
        raise(SIGTSTP)
        pthread_sigmask(SIG_SETMASK, &mask, nil)
        sigaction(SIGTSTP, &ours, nil)
    }
}
