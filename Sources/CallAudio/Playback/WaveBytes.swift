import CallModel

/// A sound as the bytes of a WAV file of 16-bit samples, of which any can be read: the file itself
/// exists nowhere.
///
/// A sample lies where its number says, so every byte range is a range of frames, the length is
/// known before the first frame is decoded, and a player that seeks in such a file seeks exactly.
/// Layout: RIFF header with `fmt ` and `data` chunks, 44 bytes (Microsoft "Multimedia Programming
/// Interface and Data Specifications 1.0", 1991), then little-endian frames.
public struct WaveBytes: Sendable {
    /// Bytes before the first sample.
    public static let headerByteCount = 44

    /// Bytes of the file.
    public let byteCount: Int
    private let sound: any SeekableSound
    private let header: [UInt8]
    private let frameByteCount: Int

    /// The file of a sound that is so many frames long. Beyond 4 GiB the header's sizes are the
    /// largest there are, which players take for "to the end".
    public init(_ sound: any SeekableSound, frameCount: Int) {
        self.sound = sound
        frameByteCount = sound.channelCount * 2
        let dataByteCount = frameCount * frameByteCount
        byteCount = Self.headerByteCount + dataByteCount
        header = Self.header(
            sampleRate: sound.sampleRate, channelCount: sound.channelCount,
            dataByteCount: dataByteCount)
    }

    /// Bytes that can be read now without waiting, counted from the first.
    public var readyByteCount: Int {
        min(byteCount, Self.headerByteCount + sound.readyFrameCount * frameByteCount)
    }

    /// Reads bytes from a position on; returns how many, fewer than asked for where no more is
    /// ready, 0 where none is or at the end. Throws ``AudioError``.
    public func read(
        at position: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(AudioError) -> Int {
        var filled = 0
        if position < header.count {
            filled = min(header.count - position, buffer.count)
            header[position..<(position + filled)].withUnsafeBytes { buffer.copyMemory(from: $0) }
        }
        while filled < buffer.count {
            let place = position + filled - header.count
            let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let got = try readFrames(at: place, into: rest)
            if got == 0 { break }
            filled += got
        }
        return filled
    }

    /// Reads from a byte of the samples on; whole frames straight into the buffer where both allow
    /// it, else one frame by way of a small block.
    private func readFrames(
        at place: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(AudioError) -> Int {
        let (frame, offset) = place.quotientAndRemainder(dividingBy: frameByteCount)
        let whole = buffer.count / frameByteCount * frameByteCount
        let isAligned = UInt(bitPattern: buffer.baseAddress) % 2 == 0
        if offset == 0, whole > 0, isAligned, Self.isLittleEndian {
            let samples = UnsafeMutableRawBufferPointer(rebasing: buffer[..<whole])
                .bindMemory(to: Int16.self)
            return try sound.read(at: frame, into: samples) * frameByteCount
        }
        return try readBlock(at: frame, offset: offset, into: buffer)
    }

    private func readBlock(
        at frame: Int, offset: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(AudioError) -> Int {
        let frames = min(4096, (buffer.count + offset) / frameByteCount + 1)
        let block = UnsafeMutableBufferPointer<Int16>.allocate(
            capacity: frames * sound.channelCount)
        defer { block.deallocate() }
        let got = try sound.read(at: frame, into: block)
        for index in 0..<(got * sound.channelCount) { block[index] = block[index].littleEndian }
        let bytes = UnsafeRawBufferPointer(block).prefix(got * frameByteCount).dropFirst(offset)
            .prefix(buffer.count)
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes))
        return bytes.count
    }

    private static var isLittleEndian: Bool { Int16(1).littleEndian == 1 }

    private static func header(
        sampleRate: Int, channelCount: Int, dataByteCount: Int
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        func add(_ text: String) { bytes += text.utf8 }
        func add(_ value: Int, bytes count: Int) {
            let clamped = UInt32(clamping: value)
            for shift in 0..<count {
                bytes.append(UInt8(truncatingIfNeeded: clamped >> (8 * shift)))
            }
        }
        add("RIFF")
        add(dataByteCount + headerByteCount - 8, bytes: 4)
        add("WAVEfmt ")
        add(16, bytes: 4)
        add(1, bytes: 2)
        add(channelCount, bytes: 2)
        add(sampleRate, bytes: 4)
        add(sampleRate * channelCount * 2, bytes: 4)
        add(channelCount * 2, bytes: 2)
        add(16, bytes: 2)
        add("data")
        add(dataByteCount, bytes: 4)
        return bytes
    }
}
