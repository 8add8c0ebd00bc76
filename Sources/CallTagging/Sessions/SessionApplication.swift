/// What became of a stored event that was replayed.
public enum SessionApplication: Sendable, Hashable {
    /// It changed the state.
    case applied
    /// An event of its id was applied before: it changed nothing.
    case repeated
    /// It cannot have happened in this state, for a reason in words: it changed nothing.
    case ignored(String)
}
