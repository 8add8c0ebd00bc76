"""Checks: reads a sample workspace back from its files and holds it against what must be true."""

import csv
import re
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from . import picking, sittings, story, writing

MOST_BYTES = 10_000_000
ACTS = {"predict", "heard", "reason", "pain-point", "note", "idea", "kudos", "flag", "skip",
        "finish"}


def read(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != columns:
            raise SystemExit(f"{path} has other columns than {', '.join(columns)}.")
        return list(reader)


class Checker:
    """One look at a workspace; what is wrong is collected in `faults`, in sentences."""

    def __init__(self, root: Path):
        self.root = root
        self.faults: list[str] = []
        self.calls = {
            row["call_id"]: row
            for row in read(root / "Recordings" / "calls.csv", writing.LOG_COLUMNS)}
        self.draws = read(root / "Annotations" / "sample-draws.csv", writing.DRAW_COLUMNS)
        self.tags = read(root / "Annotations" / "sample-tags.csv", sittings.COLUMNS)
        self.picks: dict[str, list[str]] = {}

    def must(self, holds: bool, sentence: str) -> None:
        if not holds:
            self.faults.append(sentence)

    def run(self) -> list[str]:
        self.check_files()
        self.check_draws()
        self.check_tags()
        self.check_words()
        return self.faults

    def week(self, call: str) -> int:
        return datetime.fromisoformat(self.calls[call]["started_at"]).isocalendar().week

    def check_files(self) -> None:
        folder = self.root / "Recordings"
        listed = {row[key] for row in self.calls.values() for key in ("file", "file2") if row[key]}
        there = {
            str(path.relative_to(folder)) for path in folder.rglob("*")
            if path.is_file() and path.name != "calls.csv"}
        self.must(listed == there, f"calls.csv and the files differ: {listed ^ there}")
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        self.must(size < MOST_BYTES, f"the recordings take {size} bytes")
        for name, row in self.calls.items():
            begun = datetime.fromisoformat(row["started_at"])
            weeks = {
                begun.astimezone(timezone(timedelta(hours=hours))).isocalendar().week
                for hours in (-10, 0, 14)}
            self.must(len(weeks) == 1, f"{name} lies in two weeks, by the clock one reads it on")
            self.must(float(row["duration_seconds"]) > 0, f"{name} has no length")

    def check_draws(self) -> None:
        for draw in self.draws:
            first, after = (date.fromisoformat(draw[key]) for key in ("frame_from", "frame_to"))
            frame = {
                name: row["site"] for name, row in self.calls.items()
                if first <= datetime.fromisoformat(row["started_at"]).date() < after}
            self.picks[draw["id"]] = picking.pick(draw["seed"], frame, int(draw["size"]))

    def check_tags(self) -> None:
        last: dict[str, str] = {}
        for number, row in enumerate(self.tags, 2):
            where = f"sample-tags.csv line {number}"
            self.must(row["act"] in ACTS, f"{where}: no such act as {row['act']}")
            self.must(last.get(row["session"], "") <= row["at"], f"{where}: goes back in time")
            last[row["session"]] = row["at"]
            severities = {"1", "2", "3", "4", "5"} if row["act"] == "pain-point" else {""}
            self.must(row["severity"] in severities, f"{where}: severity {row['severity']}")
            if row["act"] == "predict":
                continue
            call = self.calls.get(row["call"])
            if call is None:
                self.faults.append(f"{where}: there is no call {row['call']}")
                continue
            if row["selection"]:
                self.must(row["call"] in self.picks[row["selection"]],
                          f"{where}: {row['call']} was not drawn")
            else:
                self.must(all(row["call"] not in picked for picked in self.picks.values()),
                          f"{where}: {row['call']} was drawn, not chosen by hand")
            if row["from"]:
                start, end = float(row["from"]), float(row["to"])
                self.must(0 <= start < end <= float(call["duration_seconds"]) + 0.05,
                          f"{where}: {start}-{end} does not lie within {row['call']}")
            self.must(bool(row["from"]) == bool(row["to"]), f"{where}: one end only")
            has_sound = call["file"] or call["recording"] == "deleted"
            self.must(
                row["act"] == "skip" or bool(has_sound), f"{where}: nothing was there to hear")

    def check_words(self) -> None:
        path = self.root / "Annotations" / "taxonomy.yml"
        used = {row["code"] for row in self.tags if row["code"]}
        if path.exists():
            known = set(re.findall(r"^\s*-?\s*key:\s*([\w-]+)", path.read_text("utf-8"), re.M))
            self.must(used <= known, f"not in the taxonomy: {sorted(used - known)}")

    def rates(self) -> list[str]:
        """How often each pain point was heard among the drawn calls of each week, as text."""
        heard: dict[int, set[str]] = defaultdict(set)
        marked: dict[tuple[str, int], set[str]] = defaultdict(set)
        for row in self.tags:
            if not row["selection"] or "calibration" in row["purpose"]:
                continue
            if row["act"] == "heard":
                heard[self.week(row["call"])].add(row["call"])
            elif row["act"] == "pain-point":
                marked[row["code"], self.week(row["call"])].add(row["call"])
        lines = ["calls heard of those drawn".ljust(28) + "".join(
            f"{f'W{week} ' + str(len(heard[week])):>9}" for week in story.WEEKS)]
        for code in story.HURTS:
            cells = [len(marked[code, week]) for week in story.WEEKS]
            lines.append(code.ljust(28) + "".join(
                f"{count:4} {100 * count / max(1, len(heard[week])):3.0f}%"
                for week, count in zip(story.WEEKS, cells)))
        return lines

    def summary(self) -> list[str]:
        acts = Counter(row["act"] for row in self.tags)
        weeks = Counter(self.week(name) for name in self.calls)
        sounds = [row for row in self.calls.values() if row["file"]]
        heard = {row["call"] for row in self.tags if row["act"] == "heard"}
        drawn = {call for picked in self.picks.values() for call in picked}
        listened = defaultdict(set)
        for row in self.tags:
            if row["act"] == "heard" and row["selection"]:
                listened[row["call"]].add(row["listener"])
        twice = sum(len(people) > 1 for people in listened.values())
        return [
            f"{len(self.calls)} calls ({', '.join(f'W{w} {n}' for w, n in sorted(weeks.items()))})",
            f"{len(sounds)} recordings: {sum(row['call_id'] in drawn for row in sounds)} drawn, "
            f"{sum(row['call_id'] in heard for row in sounds)} heard",
            f"{len(drawn)} calls drawn, {len(listened)} of them heard, {twice} by two listeners",
            f"{len({row['session'] for row in self.tags})} sittings, {len(self.tags)} acts: "
            + ", ".join(f"{act} {count}" for act, count in sorted(acts.items())),
        ]
