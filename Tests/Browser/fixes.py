"""Fixes that a workspace has had for weeks: only time makes those, so their acts are written as they
would have been stored then."""

import json
import sqlite3

REGISTERED = 1_790_000_000_000  # milliseconds: late in September 2026
SHIPPED = 1_792_990_000_000

PAST = {
    # Name, title, pain point, why it should help, the day it reached the callers.
    "named-owner": ("One name for every promise", "promise-not-kept",
                    "Whoever promises something calls back in person.", "2026-10-26"),
    "shared-notes": ("Notes that every desk can read", "repeat-explanation",
                     "Nobody has to tell their story twice.", "2026-10-26"),
    "hold-music": ("Say how long the hold will be", "hold-too-long",
                   "A known wait is shorter than an unknown one.", "2026-10-26"),
    "new-menu": ("Three options instead of seven", "long-menu",
                 "Callers find the right desk at once.", "2026-11-24"),
}


def write(database):
    """Writes them into a workspace that nobody has open."""
    archive = sqlite3.connect(database)
    for name, (title, pain, hypothesis, day) in PAST.items():
        plan = {
            "title": title, "painPoints": [pain], "owner": "Ana Ruiz", "effortDays": 3,
            "hypothesis": hypothesis, "hopedReduction": 0.5, "scope": {}, "shareBefore": 0.24,
            "callsEachSide": 136,
        }
        acts = [(REGISTERED, {"registered": {"_0": plan}}),
                (SHIPPED, {"shipped": {"on": day, "washOutDays": 0}})]
        for sequence, (at, act) in enumerate(acts):
            archive.execute(
                "INSERT INTO initiativeEvent VALUES (?, ?, ?, ?, ?)",
                (name, sequence, at, "ana", json.dumps(act)))
    archive.commit()
    archive.close()
