"""A dialogue: what is said and heard in one recorded call, and what a listener will say of it.

A dialogue is a text file in `dialogues/`. Its head is `key: value` lines up to the first empty
line; `pain`, `note`, `idea`, `kudos` and `flag` may stand more than once. Its body has one line for
each thing that is heard:

    A: words                the agent speaks, after a natural pause
    C +1.5: words           the customer speaks after 1.5 s
    C -0.8: words           ... begins 0.8 s before the line above ends (both are heard)
    C ~: words              ... says a short word inside the line above, which keeps the floor
    [hold 28 music]         the caller is on hold: `music`, `music message` or `silent`
    [typing 6] [quiet 4]    nobody speaks for so many seconds, with or without a keyboard
    [ring 2 ie]             so many rings, in the cadence of a country (`us` unless told)
    [dtmf 1374] [tone 2.6]  keys pressed; a tone for so many seconds
    [cut 0.55]              the recording stops in the middle of the line above (its share heard)
    [end]                   the recording stops at once, without the usual last second

`{name}` at the start of a line names that stretch; head lines such as `pain: hold-too-long 4 hold
both` (code, severity, name, side) and `note: hold | words` say where in the call they belong.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

REMARKS = ("note", "idea", "kudos", "flag")
SPOKEN = re.compile(r"^([AC])\s*(?:([+-]\d+(?:\.\d+)?)|(~))?:\s+(.+)$")
HEARD = re.compile(r"^\[(\w+)((?:\s+[\w.]+)*)\]$")


@dataclass
class Item:
    """One thing that is heard: speech of a side, or a sound."""

    kind: str
    mark: str
    side: str = ""
    text: str = ""
    gap: float | None = None
    arguments: list[str] = field(default_factory=list)


@dataclass
class Dialogue:
    """One call as it is written down."""

    name: str
    head: dict[str, str]
    pains: list[tuple[str, int, str, str]]
    remarks: list[tuple[str, str, str]]
    items: list[Item]

    @property
    def week(self) -> int:
        return int(self.head["week"])

    @property
    def is_drawn(self) -> bool:
        return self.head["chosen"] == "drawn"

    def get(self, key: str, otherwise: str = "") -> str:
        return self.head.get(key, otherwise)


def read_dialogues(folder: Path) -> list[Dialogue]:
    """Every dialogue of a folder, by name."""
    return [read_dialogue(path) for path in sorted(folder.glob("*.txt"))]


def read_dialogue(path: Path) -> Dialogue:
    """One dialogue; a line that is not understood ends the program with its place."""
    head_text, body = path.read_text(encoding="utf-8").split("\n\n", 1)
    dialogue = Dialogue(path.stem, {}, [], [], [])
    for line in head_text.splitlines():
        key, value = (part.strip() for part in line.split(":", 1))
        if key == "pain":
            code, severity, mark, side = value.split()
            dialogue.pains.append((code, int(severity), mark, "" if side == "both" else side))
        elif key in REMARKS:
            mark, words = (part.strip() for part in value.split("|", 1))
            dialogue.remarks.append((key, mark, words))
        else:
            dialogue.head[key] = value
    for line in body.splitlines():
        if line.strip():
            dialogue.items.append(read_item(line.strip(), path))
    return dialogue


def read_item(line: str, path: Path) -> Item:
    mark = ""
    if line.startswith("{"):
        mark, line = line[1:].split("}", 1)
        line = line.strip()
    if spoken := SPOKEN.match(line):
        letter, gap, inside, words = spoken.groups()
        side = "agent" if letter == "A" else "customer"
        kind = "aside" if inside else "speech"
        return Item(kind, mark, side, words, float(gap) if gap else None)
    if heard := HEARD.match(line):
        return Item(heard.group(1), mark, arguments=heard.group(2).split())
    raise SystemExit(f"{path}: this line is neither speech nor a sound: {line}")
