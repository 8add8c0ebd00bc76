import Foundation

/// Reads lines, and stretches of bytes between them, from a descriptor; it waits only where the
/// descriptor has nothing yet.
struct LineReader {
    private let descriptor: Int32
    private let longestLine: Int
    private var buffer: [UInt8] = []
    private var start = 0

    init(descriptor: Int32, longestLine: Int) {
        self.descriptor = descriptor
        self.longestLine = longestLine
    }

    /// The next line without its end, or nil at the end of the input; `wait` is called before each
    /// read, and what it throws ends the reading.
    ///
    /// Throws ``LineReaderError``. A last line without an end is not a line.
    mutating func next(wait: () throws -> Void = {}) throws -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return buffer[start..<end]
            }
            guard buffer.count - start <= longestLine else { throw LineReaderError.lineTooLong }
            searched = buffer.count - start
            guard try fill(wait) else { return nil }
        }
    }

    /// The next bytes; nil where the input ends before.
    mutating func bytes(_ count: Int, wait: () throws -> Void = {}) throws -> ArraySlice<UInt8>? {
        while buffer.count - start < count {
            guard try fill(wait) else { return nil }
        }
        defer { start += count }
        return buffer[start..<(start + count)]
    }

    /// Reads once; false at the end.
    private mutating func fill(_ wait: () throws -> Void) throws -> Bool {
        if start > 0 {
            buffer.removeFirst(start)
            start = 0
        }
        try wait()
        let chunk = 1 << 16
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: chunk) { space, filled in
            var got = read(descriptor, space.baseAddress, chunk)
            while got < 0 && errno == EINTR { got = read(descriptor, space.baseAddress, chunk) }
            failure = got < 0 ? errno : 0
            filled = max(0, got)
        }
        // A peer that was killed resets a socket: that is an end like another.
        if failure != 0, failure != ECONNRESET { throw LineReaderError.unreadable(errno: failure) }
        buffer += bytes
        return !bytes.isEmpty
    }
}

/// Why lines cannot be read on.
enum LineReaderError: Error, Hashable {
    case lineTooLong
    case unreadable(errno: Int32)
}

/// Writes to a descriptor whose reader may be gone.
enum ByteWriter {
    /// Writes all bytes; false where nobody reads them any more. To a socket it never raises
    /// SIGPIPE.
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var done = 0
        while done < bytes.count {
            let sent = bytes.withUnsafeBytes { all in
                let rest = UnsafeRawBufferPointer(rebasing: all[done...])
                let sent = send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
                return sent < 0 && errno == ENOTSOCK
                    ? Foundation.write(descriptor, rest.baseAddress, rest.count) : sent
            }
            if sent < 0 {
                guard errno == EINTR else { return false }
            } else {
                done += sent
            }
        }
        return true
    }
}
