import CallModel

/// A copy that is wanted: the files in the order of its channels, which hangs on their content and
/// not on who is the agent.
struct CopyOrder: Sendable {
    let source: CallSource
    let sampleRate: Int
    let channelCount: Int
    /// Frames that the headers promise; nil where one promises none.
    let promisedFrameCount: Int?
    private let codecs: [AudioCodec]

    /// The order for an opened source.
    init(_ source: CallSource, stream: SideBySide) {
        self.source = source
        sampleRate = stream.sampleRate
        channelCount = stream.channelCount
        promisedFrameCount = stream.promisedFrameCount
        codecs = stream.files.map(\.traits.codec)
    }

    /// The same files, known by their content.
    struct Resolved: Sendable {
        /// The files, in the order of the copy's channels.
        let source: CallSource
        let identity: CopyIdentity
        /// Whether the copy's first channel is the second one of what was asked for.
        let isSwapped: Bool
    }

    /// Reads the files to know them by their content. Throws ``AudioError``.
    func resolved() throws(AudioError) -> Resolved {
        switch source {
        case .file(var file, let layout):
            // It has no meaning for a file alone.
            file.offset = .zero
            let known = try resolve(file, codec: codecs[0])
            return Resolved(
                source: .file(file, layout: layout), identity: CopyIdentity([known]),
                isSwapped: false)
        case .sides(let agent, let customer):
            let first = try resolve(agent, codec: codecs[0])
            let second = try resolve(customer, codec: codecs[1])
            if (second.hash, second.offset) < (first.hash, first.offset) {
                return Resolved(
                    source: .sides(agent: customer, customer: agent),
                    identity: CopyIdentity([second, first]), isSwapped: true)
            }
            return Resolved(
                source: source, identity: CopyIdentity([first, second]), isSwapped: false)
        }
    }

    private func resolve(
        _ file: AudioSource, codec: AudioCodec
    ) throws(AudioError) -> (hash: ContentHash, offset: CallTime, codec: AudioCodec) {
        (try RecordedBytes(path: file.path).contentHash(), file.offset, codec)
    }
}
