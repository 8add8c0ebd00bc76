import CALSA
import Foundation

/// An ALSA device that is open for playback.
final class PlaybackDevice: PlaybackOutput {
    private let name: String
    let format: DeviceFormat
    private let canPause: Bool
    private(set) var underrunCount = 0
    private let handle: OpaquePointer

    /// Opens a device by its ALSA name for a recording of a sample rate and a channel count.
    ///
    /// Throws ``PlaybackError``.
    init(name: String, sampleRate: Int, channelCount: Int) throws(PlaybackError) {
        self.name = name
        // Converting ourselves is exact where ALSA's own conversion would be coarse; what we cannot
        // write is left to ALSA.
        let ownConversion =
            SND_PCM_NO_AUTO_RESAMPLE | SND_PCM_NO_AUTO_CHANNELS | SND_PCM_NO_AUTO_FORMAT
        var refusal: PlaybackError?
        for mode in [ownConversion, 0] {
            let handle = try Self.open(name, mode: Int32(mode) | Int32(SND_PCM_NONBLOCK))
            do throws(PlaybackError) {
                (format, canPause) = try DeviceNegotiation(handle, device: name)
                    .settle(sampleRate: sampleRate, channelCount: channelCount)
                self.handle = handle
                return
            } catch {
                snd_pcm_close(handle)
                refusal = error
            }
        }
        throw refusal ?? .unfit(name, "it takes no known format")
    }

    deinit {
        // Without the drop, closing would wait for what is queued.
        snd_pcm_drop(handle)
        snd_pcm_close(handle)
    }

    private static func open(_ name: String, mode: Int32) throws(PlaybackError) -> OpaquePointer {
        var handle: OpaquePointer?
        let (code, words) = ALSAWords.catching {
            snd_pcm_open(&handle, name, SND_PCM_STREAM_PLAYBACK, mode)
        }
        guard code >= 0, let handle else {
            throw .noDevice(name, reason(Int(code), words))
        }
        return handle
    }

    func room() throws(PlaybackError) -> Int {
        try moving { Int(snd_pcm_avail_update(handle)) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(PlaybackError) -> Int {
        let frames = snd_pcm_uframes_t(bytes.count / format.frameBytes)
        return try moving { Int(snd_pcm_writei(handle, bytes.baseAddress, frames)) }
    }

    var delay: Int {
        var frames: snd_pcm_sframes_t = 0
        guard snd_pcm_state(handle) != SND_PCM_STATE_XRUN, snd_pcm_delay(handle, &frames) == 0
        else { return 0 }
        return max(0, frames)
    }

    func start() {
        if snd_pcm_state(handle) == SND_PCM_STATE_PREPARED { snd_pcm_start(handle) }
    }

    func pause() -> Bool {
        canPause && snd_pcm_state(handle) == SND_PCM_STATE_RUNNING && snd_pcm_pause(handle, 1) == 0
    }

    func resume() -> Bool { snd_pcm_pause(handle, 0) == 0 }

    func drop() throws(PlaybackError) {
        snd_pcm_drop(handle)
        try prepare()
    }

    func drain() throws(PlaybackError) {
        if snd_pcm_state(handle) != SND_PCM_STATE_XRUN {
            snd_pcm_nonblock(handle, 0)
            let (code, words) = ALSAWords.catching { snd_pcm_drain(handle) }
            snd_pcm_nonblock(handle, 1)
            // What ran dry on its last frame has sounded.
            guard code >= 0 || code == -EPIPE else {
                throw .lost(name, Self.reason(Int(code), words))
            }
        }
        try prepare()
    }

    func wait(for ring: WakeUp, milliseconds: Int) {
        var descriptors = [pollfd](
            repeating: pollfd(), count: Int(max(0, snd_pcm_poll_descriptors_count(handle))))
        let count = UInt32(descriptors.count)
        _ = snd_pcm_poll_descriptors(handle, &descriptors, count)
        guard ring.wait(milliseconds: milliseconds, or: &descriptors) else { return }
        // Some devices do their work in here.
        var events: UInt16 = 0
        _ = snd_pcm_poll_descriptors_revents(handle, &descriptors, count, &events)
    }

    private func prepare() throws(PlaybackError) {
        let (code, words) = ALSAWords.catching { snd_pcm_prepare(handle) }
        guard code >= 0 else { throw .lost(name, Self.reason(Int(code), words)) }
    }

    /// Makes a call that moves sound, and once more after a device that had stopped was made ready;
    /// returns 0 where it would have to wait. What goes wrong then is thrown.
    private func moving(_ call: () -> Int) throws(PlaybackError) -> Int {
        var (answer, words) = ALSAWords.catching(call)
        if answer == -Int(EPIPE) || answer == -Int(ESTRPIPE) {
            try recover(from: answer)
            (answer, words) = ALSAWords.catching(call)
        }
        if answer == -Int(EAGAIN) { return 0 }
        guard answer >= 0 else { throw .lost(name, Self.reason(answer, words)) }
        return answer
    }

    /// Makes a device ready that ran dry or was suspended with the machine. Underruns are counted, so
    /// that the player can tell of them: each lost a moment to the ear, none ends the playing.
    private func recover(from code: Int) throws(PlaybackError) {
        if code == -Int(ESTRPIPE) {
            // The driver may need a while after the machine woke up.
            for _ in 0..<100 {
                let answer = snd_pcm_resume(handle)
                // Plugins may say that they resumed where they cannot.
                if answer == 0, snd_pcm_state(handle) != SND_PCM_STATE_SUSPENDED { return }
                guard answer == -EAGAIN else { break }
                usleep(10_000)
            }
        } else {
            underrunCount += 1
        }
        try prepare()
    }

    static func reason(_ code: Int, _ words: String?) -> String {
        let meaning = ALSAWords.meaning(code)
        return words.map { "\(meaning) (ALSA says \"\($0)\")" } ?? meaning
    }
}
