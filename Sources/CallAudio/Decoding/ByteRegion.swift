#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a C library is given to read in place of a file: some bytes of our own making (a clean
/// header), then a range of a recording. It has a position, can be read and sought, and nothing else.
final class ByteRegion {
    /// The size in bytes of prefix and range together.
    let count: Int
    /// Where the next read begins, 0...count.
    private(set) var position = 0
    /// The first failure of the disk; a C library is only told that the file ends.
    private(set) var failure: AudioError?
    private let bytes: RecordedBytes
    private let prefix: [UInt8]
    private let range: Range<Int>
    /// Bytes that may still be read. A library that reads a file many times over has lost its way
    /// in hostile headers; it is told that the file ends.
    private var allowance: Int
    /// Bytes read ahead from `windowStart` in the file on: the libraries ask for one block of a codec
    /// at a time, 65 bytes of GSM 6.10 or 8 KiB of FLAC, and a system call costs more than the copy.
    private let window = UnsafeMutableRawBufferPointer.allocate(
        byteCount: 1 << 16, alignment: 64)
    private var windowStart = 0
    private var windowCount = 0

    /// A view of a range of a file, which is cut to what the file has, after a prefix.
    init(_ bytes: RecordedBytes, range: Range<Int>, prefix: [UInt8] = []) {
        self.bytes = bytes
        self.prefix = prefix
        self.range = range.clamped(to: 0..<bytes.count)
        count = prefix.count + self.range.count
        allowance = Self.allowance(count)
    }

    deinit { window.deallocate() }

    private static func allowance(_ count: Int) -> Int { 16 * count + (1 << 24) }

    /// Allows as many bytes again as at the beginning: for a seek that we ourselves ask for.
    func renewAllowance() { allowance = Self.allowance(count) }

    /// Reads from the position on until the buffer is full or the region ends; returns how many.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let wanted = min(buffer.count, count - position, allowance)
        guard wanted > 0 else { return 0 }
        var filled = 0
        if position < prefix.count {
            filled = min(wanted, prefix.count - position)
            prefix.withUnsafeBytes {
                buffer.copyMemory(
                    from: UnsafeRawBufferPointer(rebasing: $0[position..<position + filled]))
            }
        }
        if filled < wanted {
            let start = range.lowerBound + position + filled - prefix.count
            do {
                filled += try read(
                    at: start,
                    into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<wanted]))
            } catch {
                failure = failure ?? error
            }
        }
        position += filled
        allowance -= filled
        return filled
    }

    private func read(
        at start: Int, into buffer: UnsafeMutableRawBufferPointer
    ) throws(AudioError) -> Int {
        if buffer.count >= window.count / 4 { return try bytes.read(at: start, into: buffer) }
        if start < windowStart || start + buffer.count > windowStart + windowCount {
            windowStart = start
            windowCount = 0
            let ahead = min(window.count, range.upperBound - start)
            windowCount = try bytes.read(
                at: start, into: UnsafeMutableRawBufferPointer(rebasing: window[..<ahead]))
        }
        let got = min(buffer.count, windowStart + windowCount - start)
        buffer.copyMemory(
            from: UnsafeRawBufferPointer(rebasing: window[(start - windowStart)...].prefix(got)))
        return got
    }

    /// Moves the position as `lseek` does; returns the new one, or -1 where it would leave 0...count.
    func seek(_ offset: Int, whence: Int32) -> Int {
        let base =
            switch whence {
            case SEEK_SET: 0
            case SEEK_CUR: position
            default: count
            }
        let (target, overflow) = base.addingReportingOverflow(offset)
        guard !overflow, (0...count).contains(target) else { return -1 }
        position = target
        return target
    }
}
