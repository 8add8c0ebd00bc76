import CallModel

/// How a digest was come by, on a page of its own: the frame, the draws, what was passed over and heard
/// twice, the level, the thresholds and every method.
struct HowWeKnowView: Sendable {
    let frame: Frame
    let words: DigestSheetWords
    /// The digest.
    let back: String
    let digest: DigestSheet

    init(frame: Frame, _ digest: Digest, words: WebWords) {
        self.frame = frame
        self.words = words.digest
        back = DigestQuery.path("/digest", of: digest.period, digest.scope)
        self.digest = DigestSheet(digest, sounding: [], words: words)
    }

    /// The address of the page of a digest.
    static func path(of digest: Digest) -> String {
        DigestQuery.path("/digest/how-we-know", of: digest.period, digest.scope)
    }
}
