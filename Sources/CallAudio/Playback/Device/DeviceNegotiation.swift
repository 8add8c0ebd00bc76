import CALSA

/// Finds what a device takes that is nearest to a recording, and sets the device to it.
struct DeviceNegotiation {
    /// What the device holds in all, in microseconds: enough to outlast a busy machine. Changes are
    /// heard at once all the same, because what is queued is dropped.
    private static let bufferMicroseconds: UInt32 = 200_000
    /// After how much it asks for more, in microseconds.
    private static let periodMicroseconds: UInt32 = 40_000
    /// How much it begins with, in microseconds.
    private static let startMicroseconds = 10_000

    private let handle: OpaquePointer
    private let device: String

    init(_ handle: OpaquePointer, device: String) {
        self.handle = handle
        self.device = device
    }

    /// Sets the device; returns its format, and whether it can stand still. Throws ``PlaybackError``.
    func settle(
        sampleRate: Int, channelCount: Int
    ) throws(PlaybackError) -> (DeviceFormat, canPause: Bool) {
        var parameters: OpaquePointer?
        guard snd_pcm_hw_params_malloc(&parameters) == 0, let parameters else {
            throw .unfit(device, "there is no memory for its parameters")
        }
        defer { snd_pcm_hw_params_free(parameters) }
        try check("it has no configuration") { snd_pcm_hw_params_any(handle, parameters) }
        _ = snd_pcm_hw_params_set_rate_resample(handle, parameters, 0)
        try check("it takes no interleaved samples") {
            snd_pcm_hw_params_set_access(handle, parameters, SND_PCM_ACCESS_RW_INTERLEAVED)
        }
        let coding = try setCoding(parameters)
        let channels = try setChannels(parameters, wanted: channelCount)
        let rate = try setRate(parameters, wanted: sampleRate)
        var (buffer, period, direction) = (
            Self.bufferMicroseconds, Self.periodMicroseconds, Int32(0)
        )
        _ = snd_pcm_hw_params_set_buffer_time_near(handle, parameters, &buffer, &direction)
        _ = snd_pcm_hw_params_set_period_time_near(handle, parameters, &period, &direction)
        try check("its parameters do not go together") { snd_pcm_hw_params(handle, parameters) }
        var (bufferFrames, periodFrames) = (snd_pcm_uframes_t(0), snd_pcm_uframes_t(0))
        snd_pcm_hw_params_get_buffer_size(parameters, &bufferFrames)
        snd_pcm_hw_params_get_period_size(parameters, &periodFrames, &direction)
        let format = DeviceFormat(
            coding: coding, rate: rate, channelCount: channels,
            bufferFrames: max(1, Int(bufferFrames)),
            periodFrames: min(max(1, Int(periodFrames)), max(1, Int(bufferFrames))))
        try setThresholds(format)
        return (format, snd_pcm_hw_params_can_pause(parameters) == 1)
    }

    private func setCoding(_ parameters: OpaquePointer) throws(PlaybackError) -> DeviceFormat.Coding
    {
        for coding in DeviceFormat.Coding.allCases
        where snd_pcm_hw_params_set_format(handle, parameters, coding.alsaFormat) == 0 {
            return coding
        }
        throw .unfit(device, "it takes neither 16, 24 nor 32 bits")
    }

    private func setChannels(
        _ parameters: OpaquePointer, wanted: Int
    ) throws(PlaybackError) -> Int {
        for count in DeviceFormat.wantedChannelCounts(for: wanted)
        where snd_pcm_hw_params_set_channels(handle, parameters, UInt32(count)) == 0 {
            return count
        }
        var count = UInt32(wanted)
        try check("it has no channels") {
            snd_pcm_hw_params_set_channels_near(handle, parameters, &count)
        }
        return Int(count)
    }

    private func setRate(_ parameters: OpaquePointer, wanted: Int) throws(PlaybackError) -> Int {
        for rate in DeviceFormat.wantedRates(for: wanted)
        where snd_pcm_hw_params_set_rate(handle, parameters, UInt32(rate), 0) == 0 {
            return rate
        }
        var (rate, direction) = (UInt32(wanted), Int32(0))
        try check("it has no sample rate") {
            snd_pcm_hw_params_set_rate_near(handle, parameters, &rate, &direction)
        }
        return Int(rate)
    }

    private func setThresholds(_ format: DeviceFormat) throws(PlaybackError) {
        var parameters: OpaquePointer?
        guard snd_pcm_sw_params_malloc(&parameters) == 0, let parameters else {
            throw .unfit(device, "there is no memory for its parameters")
        }
        defer { snd_pcm_sw_params_free(parameters) }
        let start = min(
            format.bufferFrames, max(1, format.rate * Self.startMicroseconds / 1_000_000))
        try check("its thresholds cannot be set") {
            snd_pcm_sw_params_current(handle, parameters)
            snd_pcm_sw_params_set_start_threshold(handle, parameters, snd_pcm_uframes_t(start))
            snd_pcm_sw_params_set_avail_min(
                handle, parameters, snd_pcm_uframes_t(format.periodFrames))
            return snd_pcm_sw_params(handle, parameters)
        }
    }

    private func check(
        _ complaint: String, _ call: () -> Int32
    ) throws(PlaybackError) {
        let (code, words) = ALSAWords.catching(call)
        guard code >= 0 else {
            throw .unfit(device, "\(complaint): \(PlaybackDevice.reason(Int(code), words))")
        }
    }
}

extension DeviceFormat.Coding {
    /// ALSA's name for it.
    fileprivate var alsaFormat: snd_pcm_format_t {
        switch self {
        case .int16: SND_PCM_FORMAT_S16_LE
        case .int32: SND_PCM_FORMAT_S32_LE
        case .float32: SND_PCM_FORMAT_FLOAT_LE
        case .int24: SND_PCM_FORMAT_S24_LE
        case .int24Packed: SND_PCM_FORMAT_S24_3LE
        }
    }
}
