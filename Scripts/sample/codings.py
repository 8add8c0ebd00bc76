"""Codings: two channels of 16-bit samples become the bytes of a recorder's file.

PCM and G.711 with their WAV, AU and headerless forms are written here, because some of these
headers are wrong on purpose; ffmpeg codes GSM 06.10, IMA ADPCM, MP3, Opus and FLAC, told to leave
out everything that would differ from one run to the next.
"""

import struct
import tempfile
from array import array
from functools import cache
from pathlib import Path

from .voices import run

EXTENSIONS = {
    "wav-pcm16": "wav", "wav-mulaw": "wav", "wav-alaw": "wav", "wav-mulaw-pair": "wav",
    "wav-gsm": "wav", "wav-adpcm": "wav", "wav-adpcm-mono": "wav", "au-mulaw": "au",
    "flac": "flac", "opus": "ogg", "mp3": "mp3", "mp3-vbr": "mp3", "gsm": "gsm", "ulaw": "ulaw",
    "sln": "sln",
}
TWO_SIDED = {"wav-pcm16", "wav-mulaw", "wav-alaw", "wav-adpcm", "au-mulaw", "flac", "opus"}
FFMPEG = {
    "wav-gsm": ["-c:a", "libgsm_ms", "-f", "wav"],
    "wav-adpcm": ["-c:a", "adpcm_ima_wav", "-f", "wav"],
    "wav-adpcm-mono": ["-c:a", "adpcm_ima_wav", "-f", "wav"],
    "flac": ["-c:a", "flac", "-compression_level", "8", "-f", "flac"],
    "opus": ["-c:a", "libopus", "-application", "voip", "-f", "ogg"],
    "mp3": ["-c:a", "libmp3lame", "-b:a", "24k", "-id3v2_version", "0", "-f", "mp3"],
    "mp3-vbr": ["-c:a", "libmp3lame", "-q:a", "6", "-id3v2_version", "0", "-write_xing", "0",
                "-f", "mp3"],
    "gsm": ["-c:a", "libgsm", "-f", "gsm"],
}
PCM, A_LAW, MU_LAW = 1, 6, 7


def coded(
    form: str, agent: array, customer: array, rate: int, flaw: str = "", promised: float = 0,
    info: dict[str, str] | None = None
) -> list[bytes]:
    """The bytes of the file, or of the agent's and the customer's file for a pair."""
    if form == "wav-mulaw-pair":
        hung_up_first = customer[:-round(0.6 * rate)]
        return [wav(MU_LAW, mu_law(side), 1, rate) for side in (agent, hung_up_first)]
    channels = 2 if form in TWO_SIDED else 1
    samples = interleaved(agent, customer) if channels == 2 else together(agent, customer)
    if form in FFMPEG:
        return [through_ffmpeg(form, samples, rate, channels)]
    if form == "sln":
        return [samples.tobytes()]
    if form == "ulaw":
        return [mu_law(samples)]
    if form == "au-mulaw":
        data = mu_law(samples)
        return [struct.pack(">4s5I4s", b".snd", 28, len(data), 1, rate, channels, bytes(4)) + data]
    coding = {"wav-pcm16": PCM, "wav-mulaw": MU_LAW, "wav-alaw": A_LAW}[form]
    data = {PCM: array.tobytes, MU_LAW: mu_law, A_LAW: a_law}[coding](samples)
    return [wav(coding, data, channels, rate, flaw, promised, info)]


def interleaved(first: array, second: array) -> array:
    """One frame after another, the first channel before the second."""
    both = array("h", bytes(4 * len(first)))
    both[0::2], both[1::2] = first, second
    return both


def together(first: array, second: array) -> array:
    """Both sides in one channel, turned down together where their sum would clip."""
    sums = [a + b for a, b in zip(first, second)]
    peak = max(abs(value) for value in sums)
    gain = min(1.0, 30000 / peak)
    return array("h", [round(gain * value) for value in sums])


def through_ffmpeg(form: str, samples: array, rate: int, channels: int) -> bytes:
    """What ffmpeg makes of the samples; by way of a file, so that it can go back to the header."""
    # Opus makes two channels one where it has too few bits for both.
    bits = ["-b:a", "28k" if rate > 8000 else "22k"] if form == "opus" else []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coded"
        run(
            ["ffmpeg", "-nostdin", "-v", "error", "-f", "s16le", "-ar", str(rate),
             "-ac", str(channels), "-i", "pipe:0", "-map_metadata", "-1", "-fflags", "+bitexact",
             "-flags:a", "+bitexact", *FFMPEG[form], *bits, str(path)],
            samples.tobytes())
        return path.read_bytes()


def wav(
    coding: int, data: bytes, channels: int, rate: int, flaw: str = "", promised: float = 0,
    info: dict[str, str] | None = None
) -> bytes:
    """A RIFF file. Flaws: `header-never-finalised` leaves all sizes 0, as a recorder that died
    does; `truncated` promises so many seconds although fewer follow."""
    width = 2 if coding == PCM else 1
    frame = width * channels
    size = round(promised * rate) * frame if flaw == "truncated" else len(data)
    known = flaw != "header-never-finalised"
    form = struct.pack("<HHIIHH", coding, channels, rate, rate * frame, frame, 8 * width)
    chunks = chunk(b"fmt ", form if coding == PCM else form + bytes(2))
    if coding != PCM:
        chunks += chunk(b"fact", struct.pack("<I", size // frame if known else 0))
    if info:
        entries = b"".join(
            chunk(key.encode(), text.encode() + b"\0") for key, text in info.items())
        chunks += chunk(b"LIST", b"INFO" + entries)
    if not flaw:
        data += bytes(size % 2)
    whole = 4 + len(chunks) + 8 + size + size % 2
    return (
        struct.pack("<4sI4s", b"RIFF", whole if known else 0, b"WAVE") + chunks
        + struct.pack("<4sI", b"data", size if known else 0) + data)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack("<4sI", name, len(body)) + body + bytes(len(body) % 2)


def mu_law_byte(value: int) -> int:
    """A 16-bit sample in ITU-T G.711 mu-law."""
    sign = 0x80 if value < 0 else 0
    magnitude = min(abs(value), 32635) + 132
    exponent = magnitude.bit_length() - 8
    mantissa = (magnitude >> (exponent + 3)) & 0x0F
    return ~(sign | exponent << 4 | mantissa) & 0xFF


def a_law_byte(value: int) -> int:
    """A 16-bit sample in ITU-T G.711 A-law."""
    sign = 0x80 if value >= 0 else 0
    magnitude = min(value if value >= 0 else ~value, 32767) >> 4
    exponent = max(0, magnitude.bit_length() - 4)
    mantissa = (magnitude >> max(0, exponent - 1)) & 0x0F
    return (sign | exponent << 4 | mantissa) ^ 0x55


def mu_law(samples: array) -> bytes:
    return bytes(map(table(mu_law_byte).__getitem__, (value & 0xFFFF for value in samples)))


def a_law(samples: array) -> bytes:
    return bytes(map(table(a_law_byte).__getitem__, (value & 0xFFFF for value in samples)))


@cache
def table(byte) -> bytes:
    """The coding of every sample, by its 16 bits."""
    return bytes(byte(value if value < 0x8000 else value - 0x10000) for value in range(0x10000))
