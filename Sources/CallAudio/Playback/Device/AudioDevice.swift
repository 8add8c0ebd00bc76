import CALSA

/// A device that ALSA knows by name and that sound can be played on.
public struct AudioDevice: Sendable, Hashable {
    /// Its name, as it is given to ALSA.
    public let name: String
    /// What ALSA says of it, in one line.
    public let description: String

    /// The devices that ALSA lists for playback, in its order; empty where there is no sound card.
    public static func all() -> [AudioDevice] {
        ALSAWords.keepOffStandardError()
        var hints: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
        guard snd_device_name_hint(-1, "pcm", &hints) >= 0, let list = hints else { return [] }
        defer { snd_device_name_free_hint(list) }
        var devices: [AudioDevice] = []
        var index = 0
        while let hint = list[index] {
            // No direction means both.
            if let name = text("NAME", of: hint), text("IOID", of: hint) != "Input" {
                let words = text("DESC", of: hint)?.split(separator: "\n").joined(separator: ", ")
                devices.append(AudioDevice(name: name, description: words ?? ""))
            }
            index += 1
        }
        return devices
    }

    private static func text(_ key: String, of hint: UnsafeMutableRawPointer) -> String? {
        guard let text = snd_device_name_get_hint(hint, key) else { return nil }
        defer { free(text) }
        return String(cString: text)
    }
}
