/// How far the sitting at the player is.
enum PlayerStage: Sendable, Hashable {
    /// It asks what the listener expects.
    case asking(ExpectationForm)
    /// A call is open.
    case listening
    /// The sitting is over, and what came of it is shown, scrolled by so many lines.
    case over(scrolled: Int)
}

/// What there is of the sound of the open call.
enum SoundState: Sendable, Hashable {
    /// Nothing: the call cannot be heard.
    case none
    case opening
    case ready
    /// It cannot be played, for the reason in the sentence.
    case unavailable(String)
}
