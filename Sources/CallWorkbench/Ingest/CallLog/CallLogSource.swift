import Foundation

/// The bytes of a call record, read in chunks, as often as needed.
struct CallLogSource {
    let path: String
    let encoding: CallLogEncoding
    let markLength: Int

    private static let chunkSize = 1 << 16

    /// Looks through the file once for its encoding: a byte order mark, else UTF-8 where every byte
    /// allows it, else Windows-1252.
    ///
    /// Throws ``CallLogError`` where it cannot be read or is no text.
    init(path: String) throws {
        self.path = path
        var check = UTF8Check()
        var mark: (encoding: CallLogEncoding, length: Int)?
        var isFirst = true
        try Self.chunks(of: path) { chunk in
            if isFirst {
                isFirst = false
                mark = CallLogEncoding.marked(chunk)
                if chunk.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
                    throw CallLogError(
                        path: path,
                        message: "This is a workbook or an archive, not text. Save it as CSV first."
                    )
                }
                if mark == nil, chunk.prefix(4096).contains(0) {
                    throw CallLogError(
                        path: path,
                        message: "This is not text (it holds zero bytes). Export the call records"
                            + " as CSV in UTF-8.")
                }
            }
            guard mark == nil else { return false }
            check.look(at: chunk)
            return check.isValid
        }
        if isFirst {
            throw CallLogError(path: path, message: "The file is empty. Export the records again.")
        }
        encoding = mark?.encoding ?? (check.verdict ? .utf8 : .windows1252)
        markLength = mark?.length ?? 0
    }

    /// Reads the whole text as UTF-8, chunk by chunk, until `take` returns false.
    func read(_ take: ([UInt8]) throws -> Bool) throws {
        var transcoder = CallLogTranscoder(encoding)
        var skip = markLength
        try Self.chunks(of: path) { chunk in
            let text = transcoder.transcode(chunk.dropFirst(skip))
            skip = 0
            return try take(text)
        }
    }

    private static func chunks(
        of path: String, _ take: (ArraySlice<UInt8>) throws -> Bool
    ) throws {
        let file = try CallLogFile(path: path)
        while let chunk = try file.next(chunkSize) {
            guard try take(chunk[...]) else { return }
        }
    }
}

/// An open file of call records.
final class CallLogFile {
    private let path: String
    private let descriptor: Int32

    init(path: String) throws(CallLogError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw CallLogError(path: path, errno: errno) }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// The next bytes, or nil at the end.
    func next(_ count: Int) throws(CallLogError) -> [UInt8]? {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let got = Foundation.read(descriptor, buffer.baseAddress, count)
            failure = got < 0 ? errno : 0
            filled = max(0, got)
        }
        if failure != 0 { throw CallLogError(path: path, errno: failure) }
        return bytes.isEmpty ? nil : bytes
    }
}
