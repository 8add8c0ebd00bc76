"""A timeline: a dialogue laid out in time, so that sound and tags agree to the sample."""

import random
from array import array
from dataclasses import dataclass

from .dialogue import Dialogue, Item
from .voices import NARROW, WIDE, Voice

MESSAGES = {
    "en": "Thank you for your patience. Your call is important to us.",
    "es": "Gracias por su paciencia. Su llamada es importante para nosotros.",
}
RING_SECONDS = {"us": 6.0, "ie": 3.0}


@dataclass
class Placed:
    """One item with its place: frames from the first instant, and its sound where it is speech."""

    item: Item
    start: int
    end: int
    samples: array | None = None


@dataclass
class Timeline:
    """A whole call: everything that is heard, and how long it is."""

    rate: int
    frames: int
    placed: list[Placed]

    @property
    def seconds(self) -> float:
        return self.frames / self.rate

    def stretch(self, mark: str) -> tuple[float, float] | None:
        """From where to where a named stretch is heard, in seconds; of holds the longest."""
        parts = [p for p in self.placed if p.item.mark == mark and p.start < self.frames]
        if not parts:
            return None
        if all(part.item.kind == "hold" for part in parts):
            parts = [max(parts, key=lambda part: part.end - part.start)]
        start = min(part.start for part in parts)
        end = min(max(part.end for part in parts), self.frames)
        return start / self.rate, end / self.rate

    def holds(self) -> list[tuple[float, float]]:
        """Every hold, in seconds."""
        return [(p.start / self.rate, p.end / self.rate)
                for p in self.placed if p.item.kind == "hold"]


def lay_out(dialogue: Dialogue, seed: str) -> Timeline:
    """Speaks every line and gives each its place."""
    chance = random.Random(f"{seed}/gaps/{dialogue.name}")
    rate = int(dialogue.get("rate", "8000"))
    voices = {
        "agent": Voice(dialogue.head["agent-voice"], rate, WIDE if rate > 8000 else NARROW),
        "customer": Voice(dialogue.head["customer-voice"], rate, NARROW),
    }
    placed: list[Placed] = []
    now = 0.4
    last_seconds = 0.8
    cut = None
    for item in dialogue.items:
        if item.kind == "cut":
            cut = float(item.arguments[0])
        elif item.kind == "end":
            last_seconds = 0.0
        elif item.kind in ("speech", "aside"):
            samples = voices[item.side].say(item.text)
            length = len(samples) / rate
            if item.kind == "aside":
                above = placed[-1]
                begin = (above.start + 0.6 * (above.end - above.start)) / rate
            else:
                pause = chance.uniform(0.3, 0.8)
                begin = max(0.0, now + (pause if item.gap is None else item.gap))
                now = begin + length
            start = round(begin * rate)
            placed.append(Placed(item, start, start + len(samples), samples))
        else:
            placed += lay_out_sound(item, now + 0.3, rate, voices, dialogue)
            now = placed[-1].end / rate
    frames = round((now + last_seconds) * rate)
    if cut is not None:
        above = placed[-1]
        frames = round(above.start + cut * (above.end - above.start))
    return Timeline(rate, frames, placed)


def lay_out_sound(
    item: Item, begin: float, rate: int, voices: dict[str, Voice], dialogue: Dialogue
) -> list[Placed]:
    """A sound with its place; a hold may have a recorded message in its middle."""
    start = round(begin * rate)
    kind, first = item.kind, item.arguments[0]
    if kind == "ring":
        country = item.arguments[1] if len(item.arguments) > 1 else "us"
        length = int(first) * RING_SECONDS[country] - 1.0
    elif kind == "dtmf":
        length = 0.35 * len(first)
    else:
        length = float(first)
    sound = Placed(item, start, start + round(length * rate))
    if "message" not in item.arguments:
        return [sound]
    words = MESSAGES[dialogue.head["language"]]
    samples = voices["agent"].say(words)
    middle = start + round(length * rate / 2) - len(samples) // 2
    spoken = Item("message", item.mark, "agent", words)
    return [Placed(spoken, middle, middle + len(samples), samples), sound]
