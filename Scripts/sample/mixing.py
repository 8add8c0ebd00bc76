"""Mixing: a timeline becomes the two channels of a call, as floats in units of 16-bit samples."""

import math
import random
from array import array

from . import sounds
from .dialogue import Dialogue
from .timeline import Placed, Timeline

FULL_SCALE = 32767
HIGHEST = 30000.0
ECHO_DECIBELS = -38.0
ECHO_SECONDS = 0.09


def mix(dialogue: Dialogue, timeline: Timeline, seed: str) -> tuple[array, array]:
    """The agent's and the customer's channel as 16-bit samples.

    Speech of each side is brought to its own level (dB under full scale, root mean square); the
    agent's speech leaks into the customer's channel as an echo; each channel has its own noise or
    is digitally silent between turns. Hold music and keyboards sound in the agent's channel, which
    is what the caller hears. Only a channel that the dialogue names under `clip` may clip.
    """
    seed = f"{seed}/{dialogue.name}"
    rate = timeline.rate
    whole = max([timeline.frames] + [placed.end for placed in timeline.placed])
    agent, customer = [0.0] * whole, [0.0] * whole
    channels = {"agent": agent, "customer": customer}
    levels = dict(zip(channels, (float(x) for x in dialogue.head["levels"].split())))
    for side, channel in channels.items():
        speech = [p for p in timeline.placed if p.samples is not None and p.item.side == side]
        gain = gain_to(levels[side], speech)
        for placed in speech:
            add(channel, placed.samples, placed.start, gain)
    floors = dialogue.head["noise"].split()
    if floors[1] != "zero":
        add(customer, agent[:], round(ECHO_SECONDS * rate), 10 ** (ECHO_DECIBELS / 20))
    outbound = dialogue.get("direction") == "outbound"
    for placed in timeline.placed:
        if placed.samples is None:
            side, sound = sound_of(placed, rate, f"{seed}/{placed.start}", outbound)
            add(channels[side], sound, placed.start, 1.0)
    for (side, channel), floor in zip(channels.items(), floors):
        if floor != "zero":
            add_noise(channel, float(floor), rate, f"{seed}/{side}")
    clipping = dialogue.get("clip")
    first, second = (
        rounded(channel[:timeline.frames], side == clipping) for side, channel in channels.items())
    return first, second


def gain_to(decibels: float, speech: list[Placed]) -> float:
    """What brings these pieces, taken together, to a level."""
    power = sum(sum(value * value for value in p.samples) for p in speech)
    count = sum(len(p.samples) for p in speech)
    return 32768 * 10 ** (decibels / 20) / math.sqrt(power / count)


def add(channel: list[float], sound, start: int, gain: float) -> None:
    """Adds a sound to a channel; what would lie past the end is left out."""
    for i in range(min(len(sound), len(channel) - start)):
        channel[start + i] += gain * sound[i]


def add_noise(channel: list[float], decibels: float, rate: int, seed: str) -> None:
    """Adds noise of a level throughout, breathing slowly by a decibel or two."""
    loop = sounds.noise_loop(rate, seed)
    level = 32768 * 10 ** (decibels / 20)
    breath = 2 * math.pi / (random.Random(f"{seed}/breath").uniform(5, 9) * rate)
    for i in range(len(channel)):
        channel[i] += level * (1 + 0.15 * math.sin(breath * i)) * loop[i % len(loop)]


def sound_of(placed: Placed, rate: int, seed: str, outbound: bool) -> tuple[str, list[float]]:
    """In which channel something other than speech is heard, and its sound."""
    kind, arguments = placed.item.kind, placed.item.arguments
    seconds = (placed.end - placed.start) / rate
    if kind == "hold":
        silent = arguments[1] == "silent"
        return "agent", [] if silent else sounds.hold_music(seconds, rate, seed)
    if kind == "typing":
        return "agent", sounds.typing(seconds, rate, seed)
    if kind == "ring":
        country = arguments[1] if len(arguments) > 1 else "us"
        return "customer" if outbound else "agent", sounds.ringback(
            int(arguments[0]), country, rate)
    if kind == "dtmf":
        return "customer", sounds.dtmf(arguments[0], rate)
    if kind == "tone":
        return "agent", sounds.reorder_tone(seconds, rate)
    if kind == "quiet":
        return "agent", []
    raise SystemExit(f"there is no sound named {kind}")


def rounded(channel: list[float], may_clip: bool) -> array:
    """16-bit samples; unless the channel may clip it is turned down as a whole until it fits."""
    peak = max(abs(value) for value in channel)
    gain = 1.0 if may_clip or peak <= HIGHEST else HIGHEST / peak
    return array(
        "h", [max(-FULL_SCALE - 1, min(FULL_SCALE, round(gain * value))) for value in channel])
