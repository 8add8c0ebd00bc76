import CSndFile
import CallAudio
import Foundation

/// A folder of files made for one test; gone when the test is over.
final class SampleFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "earful-decoding-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Puts bytes into a file and gives its path.
    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
        try Data(bytes).write(to: url.appending(path: name))
        return path(name)
    }

    func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: url.appending(path: name)))
    }

    /// Has libsndfile write samples in one of its formats; gives the bytes that it wrote.
    func written(
        _ samples: [Int16], format: Int, channels: Int = 1, rate: Int = 8000,
        strings: [Int: String] = [:], variableBitRate: Bool = false
    ) throws -> [UInt8] {
        let name = UUID().uuidString
        var info = SF_INFO()
        info.samplerate = Int32(rate)
        info.channels = Int32(channels)
        info.format = Int32(format)
        guard let handle = sf_open(path(name), Int32(SFM_WRITE), &info) else {
            throw SampleError(words: String(cString: sf_strerror(nil)))
        }
        if variableBitRate {
            var mode = Int32(SF_BITRATE_MODE_VARIABLE)
            sf_command(handle, Int32(SFC_SET_BITRATE_MODE), &mode, 4)
        }
        for (field, text) in strings { sf_set_string(handle, Int32(field), text) }
        sf_writef_short(handle, samples, sf_count_t(samples.count / channels))
        sf_close(handle)
        return try bytes(name)
    }

    /// What libsndfile itself makes of a file, as 16-bit samples.
    func libraryReading(_ name: String, headerlessFormat: Int? = nil) throws -> [Int16] {
        var info = SF_INFO()
        if let headerlessFormat {
            info.samplerate = 8000
            info.channels = 1
            info.format = Int32(headerlessFormat)
        }
        guard let handle = sf_open(path(name), Int32(SFM_READ), &info) else {
            throw SampleError(words: String(cString: sf_strerror(nil)))
        }
        defer { sf_close(handle) }
        var samples = [Int16](repeating: 0, count: Int(info.frames) * Int(info.channels))
        let frames = sf_readf_short(handle, &samples, info.frames)
        samples.removeLast(samples.count - Int(frames) * Int(info.channels))
        return samples
    }
}

struct SampleError: Error {
    let words: String
}

/// Keeps everything that it is given.
struct Collector: SampleConsumer {
    var samples: [Int16] = []
    var largestBlock = 0

    mutating func consume(_ block: SampleBlock) {
        samples.append(contentsOf: block.samples)
        largestBlock = max(largestBlock, block.frameCount)
    }
}

/// Decodes a source and gives what came out.
func decode(_ source: CallSource) throws -> (call: DecodedCall, samples: [Int16]) {
    var collector = Collector()
    let call = try CallDecoder(source).decode(into: &collector)
    return (call, collector.samples)
}

/// Decodes a file and gives what came out.
func decode(_ path: String) throws -> (call: DecodedCall, samples: [Int16]) {
    try decode(CallSource(path: path))
}

/// The refusal that opening a file meets; nil where it opens.
func refusal(_ source: CallSource) -> AudioError? {
    do {
        _ = try CallDecoder(source)
        return nil
    } catch {
        return error as? AudioError
    }
}

/// The refusal that opening a file meets; nil where it opens.
func refusal(_ path: String) -> AudioError? { refusal(CallSource(path: path)) }
