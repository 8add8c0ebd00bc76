import CallAudio
import CallModel
import Foundation

// Plays a recording of two tones, one in each half, and presses keys on the way; prints each press
// with the monotonic clock, as "KEY NANOSECONDS", and how often the device ran out of sound. What
// then sounds, and when, is for whoever listens to the device.
//
// usage: key-presses FILE DEVICE COUNT

let arguments = CommandLine.arguments
guard arguments.count == 4, let count = Int(arguments[3]) else {
    fatalError("usage: key-presses FILE DEVICE COUNT")
}
let sound = try CallSound(CallSource(path: arguments[1]))
let player = try CallPlayer(
    sound: sound, layout: sound.layout, plan: .none, device: arguments[2])

/// Presses a key and lets the sound go on for a while that is never the same.
func press(_ key: String, _ action: () -> Void) {
    print(key, DispatchTime.now().uptimeNanoseconds)
    action()
    Thread.sleep(forTimeInterval: 0.45 + Double.random(in: 0...0.1))
}

let half = Double(sound.frameCount ?? 0) / Double(sound.sampleRate) / 2
press("start", player.play)
for turn in 0..<count {
    let place = (turn % 2 == 0 ? half : 0) + 1 + Double.random(in: 0...1)
    press("seek") { player.seek(to: CallTime(seconds: place)) }
}
for _ in 0..<count {
    press("pause", player.pause)
    press("play", player.play)
}
print("underruns", player.status.underrunCount)
player.close()
