import CLibCrypto
public import CallModel

/// The SHA-256 of bytes that come piece by piece, computed by libcrypto because that uses the
/// processor's own instructions for it.
public final class ContentHasher {
    private let context: OpaquePointer?

    /// A hash of no bytes yet.
    public init() {
        context = EVP_MD_CTX_new()
        check(EVP_DigestInit_ex(context, EVP_sha256(), nil))
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Adds the next bytes.
    public func update(_ bytes: UnsafeRawBufferPointer) {
        check(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count))
    }

    /// The hash of all bytes added; nothing can be added after.
    public func finish() -> ContentHash {
        var digest = [UInt8](repeating: 0, count: 32)
        check(EVP_DigestFinal_ex(context, &digest, nil))
        var text = ""
        text.reserveCapacity(64)
        for byte in digest {
            text.append(byte < 16 ? "0" : "")
            text += String(byte, radix: 16)
        }
        return ContentHash(text)
    }

    /// SHA-256 of memory fails only where memory has run out or libcrypto forbids the algorithm; no
    /// recording can be identified then, so nothing is worth going on with.
    private func check(_ status: Int32) {
        precondition(status == 1, "libcrypto refuses to compute SHA-256 on this machine")
    }
}
