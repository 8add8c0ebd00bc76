"""The recorder: the dialogues that are kept as sound, made side by side on all cores."""

from array import array
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import partial

from .calllog import Call
from .codings import coded
from .dialogue import Dialogue
from .mixing import mix
from .timeline import Timeline, lay_out


def record_all(
    dialogues: list[Dialogue], seed: str, roles: dict[str, Call]
) -> list[tuple[Timeline, list[bytes]]]:
    """What every dialogue sounds like: its timeline, and the bytes of its one or two files."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(
            partial(record, seed=seed), dialogues, [roles[d.name] for d in dialogues]))


def record(dialogue: Dialogue, call: Call, seed: str) -> tuple[Timeline, list[bytes]]:
    timeline = lay_out(dialogue, seed)
    agent, customer = mix(dialogue, timeline, seed)
    if dialogue.get("agent-channel") == "second":
        agent, customer = customer, agent
    files = coded(
        dialogue.head["format"], agent, customer, timeline.rate, dialogue.get("flaw"),
        float(dialogue.get("record-seconds", "0")), info(dialogue, call))
    # What was said has done its work: only the places are handed back.
    light = [replace(placed, samples=array("h")) for placed in timeline.placed]
    return replace(timeline, placed=light), files


def info(dialogue: Dialogue, call: Call) -> dict[str, str] | None:
    """What the one recorder that fills in RIFF INFO says of a call."""
    if dialogue.head["format"] != "wav-pcm16":
        return None
    return {
        "IART": call.agent, "ICMT": call.queue, "ICRD": f"{call.started:%Y-%m-%d}",
        "INAM": call.id, "ISFT": "Sample recorder",
    }
