import CallModel

/// Joins the files of a call to one stream of frames: one file as it is; two mono files beside one
/// another, each silent before its offset and after its end.
final class SideBySide {
    let files: [FileDecoder]
    let sampleRate: Int
    let channelCount: Int
    /// Frames before each file begins.
    private let leads: [Int]
    private let lane: UnsafeMutableBufferPointer<Int16>
    /// A sample of each file that was decoded and did not fit into the block before.
    private var held: [Int16?]
    private var position = 0

    /// The most frames that come at once.
    static let blockFrameCount = 8192

    /// The latest that a side may begin; silence is made up to there.
    private static let longestOffset = CallTime(milliseconds: 24 * 3_600_000)

    /// Opens the files; throws `.mismatch` where two do not fit each other.
    init(_ source: CallSource) throws(AudioError) {
        let files: [FileDecoder]
        switch source {
        case .file(var file, _):
            file.offset = .zero
            files = [try FileDecoder(file)]
        case .sides(let agent, let customer):
            files = [try FileDecoder(agent), try FileDecoder(customer)]
        }
        self.files = files
        sampleRate = files[0].traits.sampleRate
        channelCount = files.count == 2 ? 2 : files[0].traits.channelCount
        lane = .allocate(capacity: Self.blockFrameCount + 1)
        held = [nil, nil]
        let rate = sampleRate
        leads = files.count == 2 ? files.map { $0.source.offset.frame(sampleRate: rate) } : [0]
        guard files.count == 2 else { return }
        for file in files where file.source.offset > Self.longestOffset {
            throw AudioError(
                kind: .mismatch, path: file.source.path,
                sentence:
                    "This side is said to begin \(Int(file.source.offset.seconds)) s into the call; "
                    + "more than 24 hours cannot be right.")
        }
        for file in files where file.traits.channelCount != 1 {
            throw AudioError(
                kind: .mismatch, path: file.source.path,
                sentence: "A file that is one side of a call has one channel, and this one has "
                    + "\(file.traits.channelCount); give it alone, or make it mono.")
        }
        let other = files[1].traits.sampleRate
        guard other == rate else {
            throw AudioError(
                kind: .mismatch, path: files[1].source.path,
                sentence: "The customer's side has \(other) Hz and the agent's \(rate) Hz; bring "
                    + "both to one rate with: ffmpeg -i IN -ar \(max(rate, other)) OUT.wav")
        }
    }

    deinit { lane.deallocate() }

    /// The next frames of the call, both channels; 0 at the end.
    func read(into buffer: UnsafeMutableBufferPointer<Int16>) throws(AudioError) -> Int {
        if files.count == 1 { return try files[0].read(into: buffer) }
        var longest = 0
        for channel in 0..<2 {
            let count = try fill(channel)
            longest = max(longest, count)
            for frame in 0..<Self.blockFrameCount {
                buffer[2 * frame + channel] = frame < count ? lane[frame] : 0
            }
        }
        position += longest
        return longest
    }

    /// Puts a file's next frames into the lane; returns how many, silence before it begins included.
    private func fill(_ channel: Int) throws(AudioError) -> Int {
        var filled = min(Self.blockFrameCount, max(0, leads[channel] - position))
        lane[..<filled].update(repeating: 0)
        if filled < Self.blockFrameCount, let sample = held[channel] {
            lane[filled] = sample
            filled += 1
            held[channel] = nil
        }
        while filled < Self.blockFrameCount {
            // Libraries decode even numbers of frames: where one place is left, the second waits.
            let room = max(2, (Self.blockFrameCount - filled) & ~1)
            let got = try files[channel].read(
                into: UnsafeMutableBufferPointer(rebasing: lane[filled..<(filled + room)]))
            if got == 0 { break }
            filled += got
        }
        if filled > Self.blockFrameCount {
            held[channel] = lane[Self.blockFrameCount]
            filled = Self.blockFrameCount
        }
        return filled
    }

    /// Frames of the whole call, by the headers and sizes of its files; nil where a file cannot be
    /// sought exactly.
    var seekableFrameCount: Int? {
        var longest = 0
        for (file, lead) in zip(files, leads) {
            guard let seeker = file.seeker else { return nil }
            longest = max(longest, lead + seeker.frameCount)
        }
        return longest
    }

    /// Frames that the headers promise for the whole call; nil where one promises nothing.
    var promisedFrameCount: Int? {
        var longest = 0
        for (file, lead) in zip(files, leads) {
            guard let promised = file.traits.headerFrameCount else { return nil }
            longest = max(longest, promised.addingClamped(lead))
        }
        return longest
    }

    /// How much of the coded sound has been read, 0...1; of two files, of the one that lags.
    var readShare: Double { files.map { $0.reader.readShare }.min()! }

    /// Makes a frame of the call the next to be read. Only where ``seekableFrameCount`` is not nil.
    func seek(to frame: Int) throws(AudioError) {
        for (file, lead) in zip(files, leads) {
            try file.seeker?.seek(to: max(0, frame - lead))
        }
        held = [nil, nil]
        position = frame
    }
}
