public import CallModel

/// Why bytes are no waveform file.
public enum WaveformFileError: Error, Hashable, CustomStringConvertible {
    /// Shorter than a header.
    case tooShort(byteCount: Int)
    /// A version other than 1 and 2.
    case unknownVersion(Int)
    /// A header field that makes no sense, by its name.
    case badHeader(field: String, value: Int)
    /// Fewer data than the header promises.
    case truncated(promised: Int, found: Int)

    /// What is wrong, and what to do, in a sentence.
    public var description: String {
        switch self {
        case .tooShort(let byteCount):
            "The waveform file has only \(byteCount) bytes, less than a header; make it again."
        case .unknownVersion(let version):
            "The waveform file is of version \(version); only versions 1 and 2 can be read."
        case .badHeader(let field, let value):
            "The waveform file's header gives \(value) for \(field), which cannot be; make it again."
        case .truncated(let promised, let found):
            "The waveform file promises \(promised) values and holds \(found); make it again."
        }
    }
}

/// A ``Waveform`` in the file formats of BBC audiowaveform (its `DataFormat.md`), which peaks.js and
/// wavesurfer read: binary `.dat` and JSON, both of version 2, per channel.
public struct WaveformFile: Sendable, Hashable {
    /// Bits in a value.
    public enum Resolution: Int, Sendable, CaseIterable {
        /// -128...127: the 16-bit value over 256, rounded towards zero as audiowaveform does.
        case eightBits = 8
        /// -32768...32767.
        case sixteenBits = 16
    }

    /// The waveform; of 8-bit resolution once it was read from an 8-bit file.
    public let waveform: Waveform
    /// Bits in a value of the file.
    public let resolution: Resolution

    /// A file that is to be written.
    public init(waveform: Waveform, resolution: Resolution = .eightBits) {
        self.waveform = waveform
        self.resolution = resolution
    }

    /// Reads a binary file of version 1 (one channel) or 2; 8-bit values are scaled up by 256.
    ///
    /// Throws ``WaveformFileError`` where the bytes are no such file.
    public init(binary bytes: [UInt8]) throws(WaveformFileError) {
        func word(_ offset: Int) -> Int {
            Int(
                Int32(
                    truncatingIfNeeded: (0..<4).reduce(0) {
                        $0 | Int(bytes[offset + $1]) << (8 * $1)
                    }))
        }
        guard bytes.count >= 20 else { throw .tooShort(byteCount: bytes.count) }
        let version = word(0)
        guard version == 1 || version == 2 else { throw .unknownVersion(version) }
        let headerLength = version == 1 ? 20 : 24
        guard bytes.count >= headerLength else { throw .tooShort(byteCount: bytes.count) }
        resolution = word(4) & 1 == 1 ? .eightBits : .sixteenBits
        let sampleRate = word(8)
        let framesPerPoint = word(12)
        let length = word(16)
        let channelCount = version == 1 ? 1 : word(20)
        guard sampleRate > 0 else { throw .badHeader(field: "sample rate", value: sampleRate) }
        guard framesPerPoint > 0 else {
            throw .badHeader(field: "samples per pixel", value: framesPerPoint)
        }
        guard length >= 0 else { throw .badHeader(field: "length", value: length) }
        guard (1...2).contains(channelCount) else {
            throw .badHeader(field: "channels", value: channelCount)
        }
        let promised = length * channelCount * 2
        let width = resolution.rawValue / 8
        let found = (bytes.count - headerLength) / width
        guard found >= promised else { throw .truncated(promised: promised, found: found) }
        var extremes: [Int16] = []
        extremes.reserveCapacity(promised)
        for index in 0..<promised {
            let offset = headerLength + index * width
            switch resolution {
            case .eightBits: extremes.append(Int16(Int8(bitPattern: bytes[offset])) * 256)
            case .sixteenBits:
                extremes.append(
                    Int16(bitPattern: UInt16(bytes[offset]) | UInt16(bytes[offset + 1]) << 8))
            }
        }
        waveform = Waveform(
            sampleRate: sampleRate, framesPerPoint: framesPerPoint, channelCount: channelCount,
            extremes: extremes)
    }

    /// The file as `.dat`: a header of 24 bytes, then minimum and maximum of each channel of each
    /// point; all little-endian.
    public func binary() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24 + waveform.extremes.count * resolution.rawValue / 8)
        let header = [
            2, resolution == .eightBits ? 1 : 0, waveform.sampleRate, waveform.framesPerPoint,
            waveform.pointCount, waveform.channelCount,
        ]
        for field in header {
            let word = UInt32(truncatingIfNeeded: field)
            for shift in stride(from: 0, to: 32, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(shift)))
            }
        }
        for value in waveform.extremes {
            switch resolution {
            case .eightBits: bytes.append(UInt8(bitPattern: Int8(value / 256)))
            case .sixteenBits:
                let word = UInt16(bitPattern: value)
                bytes.append(UInt8(truncatingIfNeeded: word))
                bytes.append(UInt8(truncatingIfNeeded: word >> 8))
            }
        }
        return bytes
    }

    /// The file as JSON on one line, ended by a line feed, with the fields in audiowaveform's order.
    public func json() -> String {
        var text = "{\"version\":2,\"channels\":\(waveform.channelCount)"
        text += ",\"sample_rate\":\(waveform.sampleRate)"
        text += ",\"samples_per_pixel\":\(waveform.framesPerPoint)"
        text += ",\"bits\":\(resolution.rawValue),\"length\":\(waveform.pointCount),\"data\":["
        text.reserveCapacity(text.utf8.count + waveform.extremes.count * 6)
        var first = true
        for value in waveform.extremes {
            if first { first = false } else { text += "," }
            text += String(resolution == .eightBits ? value / 256 : value)
        }
        return text + "]}\n"
    }
}
