import CallModel

/// A call of a sitting, as JSON: what is known of it, and how far the listener got.
struct PlannedCallDocument: Encodable, Sendable {
    /// What does not change while it is heard; texts are ready to be shown.
    struct Sheet: Encodable, Sendable {
        let title: String
        let facts: String
        let chips: [String]
        /// Why it cannot be heard, or not to its end.
        let obstacle: String?
        /// Where its sound is; nil where there is none.
        let audio: String?
        /// Where its waveform is; nil where there is none.
        let waveform: String?
        /// Its length.
        let milliseconds: Int
    }

    let sheet: Sheet
    let standing: CallStanding

    func encode(to encoder: any Encoder) throws {
        try sheet.encode(to: encoder)
        try standing.encode(to: encoder)
    }
}
