public import Foundation

/// What a listener expected before a sitting, sealed when its first second was heard.
public struct SealedGuess: Sendable, Hashable {
    /// The calls that it is a guess about: the frame of the draw that the sitting heard.
    public struct Frame: Sendable, Hashable {
        /// The first instant.
        public var start: Date
        /// The first instant after.
        public var end: Date
        /// What else the frame was limited to.
        public var scope: Scope

        /// A frame.
        public init(start: Date, end: Date, scope: Scope = Scope()) {
            self.start = start
            self.end = end
            self.scope = scope
        }
    }

    /// The sitting.
    public var session: SessionID
    /// Who guessed.
    public var listener: ListenerID
    /// When the sitting began.
    public var startedAt: Date
    /// The shares expected, one or more.
    public var predictions: [Prediction]
    /// The calls guessed about; nil where no draw led to the sitting.
    public var frame: Frame?

    /// A guess.
    public init(
        session: SessionID, listener: ListenerID, startedAt: Date, predictions: [Prediction],
        frame: Frame?
    ) {
        self.session = session
        self.listener = listener
        self.startedAt = startedAt
        self.predictions = predictions
        self.frame = frame
    }
}
