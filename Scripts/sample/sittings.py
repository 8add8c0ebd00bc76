"""Sittings: eight weeks of people who listen to the calls drawn, and what they mark and say.

The first listener of a call marks what truly happened in it; the second, at a calibration, now and
then misses something or judges it otherwise, as people do.
"""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from . import story
from .calllog import Call, Pain, Remark, monday
from .remarks import Remarks

COLUMNS = ("session", "listener", "purpose", "at", "selection", "call", "act", "code", "severity",
           "from", "to", "side", "text")
SKIPS_EN = ("Bad line, not a word can be understood.", "I know this caller in person.",
            "No time left today.", "Two colleagues testing the line, no customer on it.")
NO_RECORDING = "Never recorded, there is nothing to hear."
BROKEN_OFF = 0.04


@dataclass
class Act:
    """One act of a listener, at a position in a call."""

    position: float
    act: str
    code: str = ""
    severity: str = ""
    start: float | None = None
    end: float | None = None
    side: str = ""
    text: str = ""


class Listener:
    """One person in one sitting, with a clock."""

    def __init__(self, sitting: story.Sitting, week: int, chance: random.Random):
        self.sitting = sitting
        self.chance = chance
        self.session = f"W{week}-{sitting.listener}-{sitting.purpose}"
        self.rows: list[tuple[str, ...]] = []
        self.speed = chance.choice((1.0, 1.25, 1.5, 1.5, 1.75))
        begin = monday(week + 1) + timedelta(days=sitting.day, hours=sitting.hour)
        self.now: datetime = begin + timedelta(seconds=chance.randint(-240, 900))

    @property
    def is_executive(self) -> bool:
        return self.sitting.listener.startswith("exec")

    def write(self, selection: str, call: str, act: Act) -> None:
        def number(value: float | None) -> str:
            return "" if value is None else f"{value:.1f}"

        self.rows.append((
            self.session, self.sitting.listener, self.sitting.purpose,
            f"{self.now:%Y-%m-%dT%H:%M:%SZ}", selection, call, act.act, act.code, act.severity,
            number(act.start), number(act.end), act.side, act.text))

    def pass_time(self, seconds: float) -> None:
        self.now += timedelta(seconds=round(seconds))

    def predict(self) -> None:
        for reason, share in story.EXPECTED.get(self.sitting.listener, {}).items():
            wobble = self.chance.choice((-0.05, 0.0, 0.0, 0.05))
            self.write("", "", Act(0, "predict", reason, text=f"{max(0.02, share + wobble):.2f}"))
        self.pass_time(self.chance.randint(15, 60))

    def skip(self, call: Call, selection: str, reason: str) -> None:
        self.pass_time(self.chance.randint(8, 30))
        self.write(selection, call.id, Act(0, "skip", text=reason))

    def listen(self, call: Call, selection: str, acts: list[Act], stop: float) -> None:
        """Hears a call up to a second, marking on the way; executives jump over holds."""
        self.pass_time(self.chance.randint(5, 25))
        heard = 0.0
        for act in sorted(acts, key=lambda act: act.position):
            position = min(stop, act.position)
            if position - heard >= 0.1:
                self.hear(call, selection, heard, position)
                heard = position
            self.pass_time(self.chance.randint(2, 6) + len(act.text) / 6)
            self.write(selection, call.id, act)
        if stop - heard >= 0.1:
            self.hear(call, selection, heard, stop)
        self.pass_time(self.chance.randint(2, 9))
        self.write(selection, call.id, Act(stop, "finish"))

    def hear(self, call: Call, selection: str, start: float, end: float) -> None:
        pieces = [(start, end)]
        if self.is_executive:
            for hold_start, hold_end in call.holds:
                quiet = hold_start + 4.0, hold_end - 1.0
                pieces = [part for piece in pieces for part in without(piece, quiet)]
        for first, last in pieces:
            if last - first >= 0.1:
                self.pass_time((last - first) / self.speed)
                self.write(selection, call.id, Act(last, "heard", start=first, end=last))


def without(piece: tuple[float, float], gap: tuple[float, float]) -> list[tuple[float, float]]:
    """A stretch with another cut out of it."""
    parts = [(piece[0], min(piece[1], gap[0])), (max(piece[0], gap[1]), piece[1])]
    return [part for part in parts if part[0] < part[1]]


def hold_sittings(
    calls: dict[str, Call], picks: dict[int, list[str]], by_hand: dict[int, list[str]], seed: str
) -> list[tuple[str, ...]]:
    """The rows of all sittings, in time order within each."""
    remarks = Remarks(seed)
    rows: list[tuple[str, ...]] = []
    for week in story.WEEKS:
        chance = random.Random(f"{seed}/sittings/{week}")
        waiting = [calls[name] for name in picks[week]]
        chosen = [calls[name] for name in by_hand.get(week, [])]
        heard: list[tuple[str, Call]] = []
        for sitting in story.SITTINGS:
            if (sitting.listener, week) in story.EXECUTIVES_AWAY:
                continue
            listener = Listener(sitting, week, chance)
            speaks = ("en", "es") if sitting.listener in story.SPANISH_SPEAKERS else ("en",)
            if sitting.purpose == "calibration":
                others = [c for who, c in heard if who != sitting.listener]
                turn = chance.sample(others, min(sitting.calls, len(others)))
                second_hearing(listener, turn, draw_name(week), chance)
                rows += listener.rows
                continue
            listener.predict()
            turn = [call for call in waiting if call.language in speaks][:sitting.calls]
            waiting = [call for call in waiting if call not in turn]
            mine = [call for call in chosen if call.language in speaks][:2]
            chosen = [call for call in chosen if call not in mine]
            for call in turn + mine:
                selection = "" if call in mine else draw_name(week)
                was_heard = first_hearing(listener, call, selection, remarks, chance)
                if was_heard and selection:
                    heard.append((sitting.listener, call))
            rows += listener.rows
    return rows


def draw_name(week: int) -> str:
    return f"weekly-{story.YEAR}-W{week}"


def first_hearing(
    listener: Listener, call: Call, selection: str, remarks: Remarks, chance: random.Random
) -> bool:
    """Listens to a call or passes it over; whether it was heard."""
    if not call.recording:
        listener.skip(call, selection, NO_RECORDING)
        return False
    plain = not call.dialogue and "vulnerable-customer" not in {p.code for p in call.pains}
    if plain and chance.random() < 0.025:
        listener.skip(call, selection, chance.choice(SKIPS_EN))
        return False
    stop = call.recorded_seconds
    if plain and chance.random() < BROKEN_OFF and call.seconds > 240:
        stop = round(stop * chance.uniform(0.7, 0.9), 1)
    stop = int(stop * 10) / 10
    acts = [Act(min(stop, chance.uniform(18, 50)), "reason", call.reason)]
    for pain in call.pains:
        acts += marks(call, pain, stop, 0.3 if call.dialogue else 0.8, chance)
    speaks_spanish = listener.sitting.listener in story.SPANISH_SPEAKERS
    own = call.remarks or remarks.of(call, speaks_spanish, chance)
    for remark in own:
        acts += say(remark, stop)
    listener.listen(call, selection, acts, stop)
    return True


def marks(
    call: Call, pain: Pain, stop: float, slack: float, chance: random.Random
) -> list[Act]:
    """A listener's mark of what hurt: the ends a little off, nothing that was not heard."""
    start = max(0.0, round(pain.start + chance.uniform(-slack, slack), 1))
    end = min(stop, round(pain.end + chance.uniform(-slack, slack), 1))
    if end - start < 1:
        return []
    position = end + chance.uniform(0.5, 3)
    return [Act(position, "pain-point", pain.code, str(pain.severity), start, end, pain.side)]


def say(remark: Remark, stop: float) -> list[Act]:
    if remark.start is None:
        return [Act(stop, remark.act, text=remark.text)]
    start, end = round(remark.start, 1), min(stop, round(remark.end, 1))
    if end - start < 1:
        return []
    return [Act(end + 3.2, remark.act, start=start, end=end, text=remark.text)]


def second_hearing(
    listener: Listener, turn: list[Call], draw: str, chance: random.Random
) -> None:
    """Hears what another has heard, without knowing what they marked."""
    for call in turn:
        stop = int(call.recorded_seconds * 10) / 10
        reasons = story.REASONS[call.queue]
        other = chance.choices(*zip(*reasons.items()))[0]
        reason = other if chance.random() < 0.12 else call.reason
        acts = [Act(min(stop, chance.uniform(18, 50)), "reason", reason)]
        for pain in call.pains:
            if chance.random() < 0.14 and pain.severity < 5:
                continue
            shift = chance.choice((-1, 0, 0, 0, 0, 1)) if pain.severity < 5 else 0
            severity = min(5, max(1, pain.severity + shift))
            seen = Pain(pain.code, severity, pain.start, pain.end, pain.side)
            acts += marks(call, seen, stop, 1.2, chance)
        listener.listen(call, draw, acts, stop)
