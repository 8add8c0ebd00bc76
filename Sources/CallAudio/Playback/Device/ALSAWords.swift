import CALSA
import Foundation
import Synchronization

/// Catches what ALSA's library says of its troubles, which it would print on standard error.
enum ALSAWords {
    /// What was said to each thread that listens.
    private static let said = Mutex<[UInt: [String]]>([:])

    private static let keptOffStandardError: Void = calsa_keep_off_stderr()

    /// Calls the library, and returns what it answered and the first that it said: its later words
    /// only tell what followed from that.
    static func catching<Answer>(_ call: () -> Answer) -> (answer: Answer, words: String?) {
        keepOffStandardError()
        let thread = UInt(pthread_self())
        said.withLock { $0[thread] = [] }
        let before = snd_lib_error_set_local { _, _, _, _, format, arguments in
            guard let format, let arguments else { return }
            var text = [CChar](repeating: 0, count: 256)
            vsnprintf(&text, text.count, format, arguments)
            let words = String(
                decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            let thread = UInt(pthread_self())
            ALSAWords.said.withLock { $0[thread]?.append(words.trimmingDot) }
        }
        let answer = call()
        _ = snd_lib_error_set_local(before)
        return (answer, said.withLock { $0.removeValue(forKey: thread)?.first })
    }

    /// Has the library print nothing any more.
    static func keepOffStandardError() { keptOffStandardError }

    /// ALSA's words for an error code.
    static func meaning(_ code: Int) -> String {
        String(cString: snd_strerror(Int32(code))).trimmingDot
    }
}
