"""Casting: the dialogues that are really recorded take the place of calls of the log.

A dialogue written as drawn takes a call that the week's draw picked, at the same site; one chosen
by hand takes a call that it did not pick.
"""

import random
from datetime import datetime

from .calllog import Call, Pain, Remark, new_caller, zone
from .codings import EXTENSIONS
from .dialogue import Dialogue
from .timeline import Timeline


def cast(
    calls: list[Call], picks: dict[int, list[str]], dialogues: list[Dialogue], seed: str
) -> dict[str, Call]:
    """The call of every dialogue, by the dialogue's name."""
    chance = random.Random(f"{seed}/casting")
    roles: dict[str, Call] = {}
    people: dict[str, str] = {}
    known = {call.caller for call in calls}
    taken: set[str] = set()
    for dialogue in dialogues:
        picked = set(picks[dialogue.week])
        free = [
            call for call in calls
            if call.week == dialogue.week and call.site == dialogue.head["site"]
            and call.recording and call.id not in taken
            and (call.id in picked) == dialogue.is_drawn
        ]
        call = chance.choice([call for call in free if suits(call, dialogue)] or free)
        taken.add(call.id)
        roles[dialogue.name] = call
        call.dialogue = dialogue.name
        call.queue, call.agent = dialogue.head["queue"], dialogue.head["agent"]
        if dialogue.head["caller"] not in people:
            people[dialogue.head["caller"]] = new_caller(known, chance)
        call.caller = people[dialogue.head["caller"]]
        call.language = dialogue.head["language"]
        call.direction = dialogue.get("direction", "inbound")
        call.reason = dialogue.head["reason"]
    return roles


def suits(call: Call, dialogue: Dialogue) -> bool:
    """Whether a call begins at an hour that fits what is said in the dialogue."""
    first, last = (int(hour) for hour in dialogue.get("hours", "0-24").split("-"))
    return first <= call.started.astimezone(zone(call.site, call.started)).hour < last


def play_out(call: Call, dialogue: Dialogue, timeline: Timeline) -> None:
    """Takes over into a call what is audible in its recording, and where."""
    call.recorded_seconds = timeline.seconds
    call.seconds = round(float(dialogue.get("record-seconds") or timeline.seconds), 1)
    call.recording = "kept"
    call.holds = timeline.holds()
    call.agent_channel = dialogue.get("agent-channel")
    call.files = file_names(call, dialogue)
    for code, severity, mark, side in dialogue.pains:
        begin, end = stretch(timeline, mark, dialogue)
        call.pains.append(Pain(code, severity, begin, end, side))
    for act, mark, text in dialogue.remarks:
        begin, end = stretch(timeline, mark, dialogue) if mark else (None, None)
        call.remarks.append(Remark(act, text, begin, end))


def stretch(timeline: Timeline, mark: str, dialogue: Dialogue) -> tuple[float, float]:
    found = timeline.stretch(mark)
    if found is None:
        raise SystemExit(f"{dialogue.name}: nothing in it is named {mark}")
    return found


def file_names(call: Call, dialogue: Dialogue) -> list[str]:
    """Where the recording lies under `Recordings/`: a folder a day, a name as recorders give."""
    local = call.started.astimezone(zone(call.site, call.started))
    folder = f"{local:%Y-%m-%d}"
    stamp = f"{local:%Y%m%d-%H%M%S}"
    extension = EXTENSIONS[dialogue.head["format"]]
    plain = f"{call.agent}_{call.caller}_{stamp}_{call.id}"
    style = dialogue.head["name"]
    if style == "pair":
        return [f"{folder}/{plain}_{side}.{extension}" for side in ("agent", "caller")]
    if style == "freepbx":
        # The range 555-0100 to 555-0199 is kept for made-up numbers.
        number = f"55501{random.Random(call.caller).randrange(100):02d}"
        unique = f"{int(call.started.timestamp())}.{call.id[1:]}"
        plain = f"in-{call.queue}-{number}-{stamp}-{unique}"
    elif style == "guid":
        guid = f"{random.Random(call.id).getrandbits(48):012X}"
        plain = f"GUID_{guid}_AGENT_{call.agent}_DT_{stamp_with_dashes(local)}"
    return [f"{folder}/{plain}.{extension}"]


def stamp_with_dashes(local: datetime) -> str:
    return f"{local:%Y-%m-%dT%H-%M-%S}"
