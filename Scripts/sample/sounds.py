"""Sounds that are not speech, each made from numbers: no recording of anybody is used.

Every function gives floats in units of 16-bit samples.
"""

import math
import random
from array import array

from .voices import NARROW, band_limited

DTMF_ROWS, DTMF_COLUMNS = (697, 770, 852, 941), (1209, 1336, 1477)
DTMF_KEYS = "123456789*0#"
SCALES = {"major": (0, 2, 4, 5, 7, 9, 11), "minor": (0, 2, 3, 5, 7, 8, 10)}
PROGRESSIONS = ((0, 5, 3, 4), (0, 3, 4, 3), (0, 4, 5, 3), (0, 2, 3, 4))


def tone(frequencies: list[float], seconds: float, rate: int, level: float) -> list[float]:
    """Sines of equal level together, with soft edges against clicks."""
    count = round(seconds * rate)
    edge = max(1, round(0.005 * rate))
    steps = [2 * math.pi * frequency / rate for frequency in frequencies]
    return [
        level * min(1.0, (i + 1) / edge, (count - i) / edge)
        * sum(math.sin(step * i) for step in steps)
        for i in range(count)
    ]


def ringback(rings: int, country: str, rate: int) -> list[float]:
    """The tone a caller hears: 440 + 480 Hz, 2 s of 6 (North America), or 400 + 450 Hz, two short
    rings in 3 s (Ireland)."""
    if country == "ie":
        pattern, pitches, period = [(0.0, 0.4), (0.6, 0.4)], [400.0, 450.0], 3.0
    else:
        pattern, pitches, period = [(0.0, 2.0)], [440.0, 480.0], 6.0
    sound = [0.0] * round(rings * period * rate)
    for ring in range(rings):
        for begin, length in pattern:
            start = round((ring * period + begin) * rate)
            part = tone(pitches, length, rate, 1300)
            sound[start:start + len(part)] = part
    return sound


def dtmf(digits: str, rate: int) -> list[float]:
    """Keys pressed one after another: 0.15 s of tone, 0.2 s of rest (ITU-T Q.23 frequencies)."""
    sound: list[float] = []
    for digit in digits:
        key = DTMF_KEYS.index(digit)
        pair = [float(DTMF_ROWS[key // 3]), float(DTMF_COLUMNS[key % 3])]
        sound += tone(pair, 0.15, rate, 2200) + [0.0] * round(0.2 * rate)
    return sound


def reorder_tone(seconds: float, rate: int) -> list[float]:
    """The fast beeps after a line has dropped: 425 Hz, a quarter of a second on and off."""
    beep = tone([425.0], 0.25, rate, 2500) + [0.0] * round(0.25 * rate)
    count = round(seconds * rate)
    return (beep * (count // len(beep) + 1))[:count]


def typing(seconds: float, rate: int, seed: str) -> list[float]:
    """A keyboard near a headset: bursts of quiet clicks, far under speech."""
    chance = random.Random(f"{seed}/typing")
    sound = [0.0] * round(seconds * rate)
    now = 0.3
    while now < seconds - 0.3:
        level = chance.uniform(35, 110)
        start = round(now * rate)
        for i in range(round(0.012 * rate)):
            decay = math.exp(-i / (0.003 * rate))
            sound[start + i] += level * decay * chance.uniform(-1, 1)
        now += chance.uniform(0.09, 0.2) if chance.random() < 0.85 else chance.uniform(0.5, 1.2)
    return sound


def noise_loop(rate: int, seed: str) -> list[float]:
    """Eleven seconds of soft coloured noise in the telephone band, of root mean square 1."""
    chance = random.Random(f"{seed}/noise")
    white = array("h")
    white.frombytes(chance.randbytes(2 * 11 * rate))
    coloured = array("h")
    low = 0.0
    for value in white:
        low += 0.25 * (value / 4 - low)
        coloured.append(round(0.6 * low + 0.1 * value))
    shaped = band_limited(coloured, rate, NARROW)
    level = math.sqrt(sum(value * value for value in shaped) / len(shaped))
    return [value / level for value in shaped]


def hold_music(seconds: float, rate: int, seed: str) -> list[float]:
    """A small tune of our own: a broken chord over a soft pad, in a key, a tempo and an order of
    chords that the seed chooses. It fades in and out over half a second."""
    chance = random.Random(f"{seed}/music")
    scale = SCALES[chance.choice(("major", "major", "minor"))]
    root = chance.choice((57, 59, 60, 62, 64))
    progression = chance.choice(PROGRESSIONS)
    beat = chance.uniform(0.24, 0.34)
    pattern = [chance.choice((0, 1, 2, 3)) for _ in range(8)]
    count = round(seconds * rate)
    sound = [0.0] * (count + 2 * rate)
    now, step = 0.0, 0
    while now < seconds:
        degree = progression[(step // 8) % len(progression)]
        chord = [degree, degree + 2, degree + 4, degree + 7]
        if step % 8 == 0:
            for note in chord[:3]:
                add_note(sound, pitch(root, scale, note), now, 8 * beat, rate, 420, soft=True)
        if chance.random() < 0.94:
            note = chord[pattern[step % 8]] + 7
            add_note(sound, pitch(root, scale, note), now, 1.1, rate, 1500, soft=False)
        now += beat
        step += 1
    edge = rate // 2
    return [sound[i] * min(1.0, i / edge, (count - i) / edge) for i in range(count)]


def pitch(root: int, scale: tuple[int, ...], degree: int) -> float:
    """The frequency of a step of a scale, in hertz."""
    octave, step = divmod(degree, len(scale))
    return 440.0 * 2 ** ((root + 12 * octave + scale[step] - 69) / 12)


def add_note(
    sound: list[float], frequency: float, begin: float, seconds: float, rate: int, level: float,
    soft: bool
) -> None:
    """Adds one note: plucked (it dies away) or soft (it swells and stays)."""
    start = round(begin * rate)
    length = min(round(seconds * rate), len(sound) - start)
    angle = 2 * math.pi * frequency / rate
    overtone = 0.15 if soft else 0.35
    fall = 0.35 * rate
    for i in range(length):
        if soft:
            shape = min(1.0, i / (0.2 * rate), (length - i) / (0.2 * rate))
        else:
            shape = math.exp(-i / fall) * min(1.0, i / 40)
        wave = math.sin(angle * i) + overtone * math.sin(2 * angle * i)
        sound[start + i] += level * shape * wave
