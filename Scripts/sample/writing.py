"""Writing: the call log, the draws, the sittings and the recordings as files of a workspace."""

import csv
from datetime import timedelta
from pathlib import Path

from . import sittings, story
from .calllog import Call, monday, zone

LOG_COLUMNS = ("call_id", "started_at", "direction", "queue", "site", "agent", "caller",
               "language", "duration_seconds", "holds", "file", "file2", "recording",
               "agent_channel")
DRAW_COLUMNS = ("id", "made_at", "made_by", "method", "seed", "by", "size", "frame_from",
                "frame_to", "filter")
TRUTH_COLUMNS = ("call_id", "week", "site", "reason", "code", "severity", "from", "to", "side")


def write_table(path: Path, columns: tuple[str, ...], rows: list[tuple]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


def log_row(call: Call) -> tuple:
    started = call.started.astimezone(zone(call.site, call.started))
    files = call.files + [""] * (2 - len(call.files))
    # Dublin's telephone system logs holds, Hermosillo's does not: there the column stays empty.
    holds = ""
    if call.site == "Dublin":
        holds = ";".join(f"{start:.1f}-{end:.1f}" for start, end in call.holds) or "none"
    recording = "" if call.files else call.recording
    return (
        call.id, started.isoformat(), call.direction, call.queue, call.site, call.agent,
        call.caller, call.language, f"{call.seconds:.1f}", holds, *files, recording,
        call.agent_channel)


def draw_seed(seed: str, week: int) -> str:
    return f"{seed}-{story.YEAR}-W{week}"


def draw_row(seed: str, week: int) -> tuple:
    begin, end = monday(week), monday(week + 1)
    made = end + timedelta(hours=6)
    return (
        sittings.draw_name(week), f"{made:%Y-%m-%dT%H:%M:%SZ}", "analyst-1", "stratified",
        draw_seed(seed, week), "site", story.DRAW_SIZE, f"{begin:%Y-%m-%d}", f"{end:%Y-%m-%d}", "")


def truth_rows(calls: list[Call]) -> list[tuple]:
    """What really hurt in every call; a call in which nothing did has one row without a code."""
    rows: list[tuple] = []
    for call in calls:
        head = (call.id, f"{story.YEAR}-W{call.week}", call.site, call.reason)
        rows += [
            (*head, p.code, p.severity, f"{p.start:.1f}", f"{p.end:.1f}", p.side)
            for p in call.pains
        ] or [(*head, "", "", "", "", "")]
    return rows


def remove_last_recordings(folder: Path) -> None:
    """Removes the recordings that the last run listed in `calls.csv`, and nothing else."""
    log = folder / "calls.csv"
    if not log.exists():
        return
    with log.open(encoding="utf-8", newline="") as file:
        names = [row[key] for row in csv.DictReader(file) for key in ("file", "file2") if row[key]]
    for name in names:
        path = folder / name
        if path.resolve().is_relative_to(folder.resolve()):
            path.unlink(missing_ok=True)
            if path.parent != folder and path.parent.exists() and not any(path.parent.iterdir()):
                path.parent.rmdir()
