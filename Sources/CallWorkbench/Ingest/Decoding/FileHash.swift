import CallAudio
import CallModel
import Foundation

/// The hash of a file that does not decode: it is stored by its bytes like any other.
enum FileHash {
    /// The hash of all bytes of a file; nil where they cannot be read.
    static func of(_ path: String) -> ContentHash? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let hash = ContentHasher()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = read(descriptor, &buffer, buffer.count)
            if got < 0 { return nil }
            if got == 0 { return hash.finish() }
            buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<got])) }
        }
    }
}
