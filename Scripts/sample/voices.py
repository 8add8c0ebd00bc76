"""Voices: words become sound at a telephone's bandwidth.

espeak-ng speaks (its program is under the GPL; the sound it makes is not), sox brings the sound to
the sample rate and the band of a telephone: 300-3400 Hz, or 60-7000 Hz for a wide-band headset.
"""

import subprocess
from array import array

NARROW = "300-3400"
WIDE = "60-7000"
QUIETEST = 120


def run(command: list[str], stdin: bytes = b"") -> bytes:
    """The standard output of a command; ends the program with its words where it fails."""
    done = subprocess.run(command, input=stdin, capture_output=True, check=False)
    if done.returncode != 0:
        words = done.stderr.decode(errors="replace").strip()
        raise SystemExit(f"{command[0]} failed with {done.returncode}: {words}")
    return done.stdout


def raw_sound(rate: int, channels: int = 1) -> list[str]:
    """How sox and its like are told of headerless 16-bit sound."""
    return ["-t", "raw", "-r", str(rate), "-e", "signed-integer", "-b", "16", "-L",
            "-c", str(channels)]


def band_limited(samples: array, rate: int, band: str) -> array:
    """The same sound with what a telephone does not carry taken away."""
    return array("h", run(
        ["sox", "-D", *raw_sound(rate), "-", *raw_sound(rate), "-", "sinc", band],
        samples.tobytes()))


class Voice:
    """One speaker: `espeak-voice words-a-minute pitch`, at a sample rate and in a band."""

    def __init__(self, description: str, rate: int, band: str):
        self.name, self.speed, self.pitch = description.split()
        self.rate = rate
        self.band = band

    def say(self, words: str) -> array:
        """The words as 16-bit samples, without the silence around them."""
        spoken = run(
            ["espeak-ng", "-b", "1", "-v", self.name, "-s", self.speed, "-p", self.pitch,
             "-z", "--stdin", "--stdout"], words.encode())
        heard = array("h", run(
            ["sox", "-D", "-V1", "--ignore-length", "-t", "wav", "-", *raw_sound(self.rate), "-",
             "gain", "-6", "rate", "-h", str(self.rate), "sinc", self.band], spoken))
        return trimmed(heard)


def trimmed(samples: array) -> array:
    """The sound from its first to its last audible sample."""
    first = next((i for i, value in enumerate(samples) if abs(value) > QUIETEST), 0)
    last = next((i for i in range(len(samples) - 1, 0, -1) if abs(samples[i]) > QUIETEST), 0)
    return samples[first:last + 1]
