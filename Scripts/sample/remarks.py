"""Remarks: what listeners write beside their marks, from `remarks.csv`.

Its columns are the code that a remark belongs to (a pain point, or `kudos`, `idea`, `flag`, `calm`
for calls in which nothing hurt), the language it is written in, and its words. `{agent}`, `{queue}`
and `{minutes}` stand for the call's own.
"""

import csv
import random
from pathlib import Path

from .calllog import Call, Remark

NOTED = 0.42
PROPOSED = 0.14


class Remarks:
    """A store of remarks that says none of them twice in the same words."""

    def __init__(self, seed: str):
        self.chance = random.Random(f"{seed}/remarks")
        self.left: dict[tuple[str, str], list[str]] = {}
        path = Path(__file__).with_name("remarks.csv")
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self.left.setdefault((row["code"], row["language"]), []).append(row["text"])
        for texts in self.left.values():
            self.chance.shuffle(texts)
        self.said: set[str] = set()

    def next(self, code: str, language: str, call: Call) -> str | None:
        """The next remark of a kind; English where none is left in the language. One that names its
        call comes round again, the others do not."""
        held = sum(end - start for start, end in call.holds)
        for key in ((code, language), (code, "en")):
            texts = self.left.get(key, [])
            for text in texts:
                words = text.format(
                    agent=call.agent, queue=call.queue, minutes=f"{held / 60:.1f}")
                if words not in self.said:
                    texts.remove(text)
                    texts.append(text)
                    self.said.add(words)
                    return words
        return None

    def of(self, call: Call, speaks_spanish: bool, chance: random.Random) -> list[Remark]:
        """What a listener says of a call: mostly nothing, sometimes a note, now and then more."""
        language = "es" if call.language == "es" and speaks_spanish else "en"
        said: list[Remark] = []

        def add(act: str, code: str, start=None, end=None) -> None:
            text = self.next(code, language, call)
            if text:
                said.append(Remark(act, text, start, end))

        for pain in call.pains:
            rare = pain.severity == 5 or pain.code == "agent-in-doubt"
            if chance.random() < (0.8 if rare else NOTED):
                add("note", pain.code, pain.start, pain.end)
            if chance.random() < PROPOSED:
                add("idea", f"idea:{pain.code}")
        if not call.pains:
            if chance.random() < 0.18:
                add("kudos", "kudos")
            elif chance.random() < 0.12:
                add("note", "calm")
        if any(pain.code == "vulnerable-customer" for pain in call.pains):
            add("flag", "flag:vulnerable-customer")
        elif chance.random() < 0.015:
            add("flag", "flag")
        return said
