import CALSA
import CFLAC
import CLibCrypto
import CMPG123
import CSampleRate
import CSndFile

/// The versions of the C libraries that sound goes through, as they are loaded.
public enum LibraryVersions {
    /// Each library's name and its own word for its version, by name.
    public static func all() -> [(name: String, version: String)] {
        return [
            ("libasound", snd_asoundlib_version().map { String(cString: $0) } ?? "unknown"),
            (
                "libcrypto",
                OpenSSL_version(OPENSSL_VERSION_STRING).map { String(cString: $0) } ?? "unknown"
            ),
            ("libFLAC", cflac_version().map { String(cString: $0) } ?? "unknown"),
            ("libmpg123", "interface \(MPG123_API_VERSION)"),
            ("libsamplerate", src_get_version().map { String(cString: $0) } ?? "unknown"),
            ("libsndfile", sf_version_string().map { String(cString: $0) } ?? "unknown"),
        ]
    }
}
