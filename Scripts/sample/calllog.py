"""The call log: about ninety calls a week for eight weeks, as a telephone system lists them."""

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from . import story

DUBLIN_CLOCKS_BACK = datetime(2026, 10, 25, 1, tzinfo=timezone.utc)
DAY_WEIGHTS = (21, 19, 18, 17, 16, 9, 0)
SITE_WEIGHTS = {"Hermosillo": 0.56, "Dublin": 0.44}
NEVER_RECORDED = 0.03


@dataclass
class Call:
    """One call: what the log says, and what truly happened in it."""

    id: str
    started: datetime
    site: str
    week: int
    direction: str = "inbound"
    queue: str = ""
    agent: str = ""
    caller: str = ""
    language: str = "en"
    seconds: float = 0.0
    recorded_seconds: float = 0.0
    files: list[str] = field(default_factory=list)
    recording: str = "deleted"
    agent_channel: str = ""
    reason: str = ""
    holds: list[tuple[float, float]] = field(default_factory=list)
    pains: list["Pain"] = field(default_factory=list)
    remarks: list["Remark"] = field(default_factory=list)
    dialogue: str = ""


@dataclass
class Pain:
    """One thing that hurt in a call, and where."""

    code: str
    severity: int
    start: float
    end: float
    side: str


@dataclass
class Remark:
    """What a listener will say of a recorded call: a note, an idea, praise or a flag."""

    act: str
    text: str
    start: float | None = None
    end: float | None = None


def monday(week: int) -> datetime:
    """The first instant of an ISO week, UTC."""
    return datetime.fromisocalendar(story.YEAR, week, 1).replace(tzinfo=timezone.utc)


def zone(site: str, instant: datetime) -> timezone:
    """The offset of a site's clocks; Hermosillo keeps none for summer."""
    if site == "Hermosillo":
        return timezone(timedelta(hours=-7))
    return timezone(timedelta(hours=1 if instant < DUBLIN_CLOCKS_BACK else 0))


def make_log(seed: str) -> list[Call]:
    """All calls by start, with ids in that order at each site."""
    chance = random.Random(f"{seed}/log")
    calls: list[Call] = []
    for week in story.WEEKS:
        count = 90 + chance.randint(-5, 6)
        for _ in range(count):
            site = chance.choices(*zip(*SITE_WEIGHTS.items()))[0]
            calls.append(Call("", start(week, site, chance), site, week))
    calls.sort(key=lambda call: (call.started, call.site))
    numbers = {"Hermosillo": 1000, "Dublin": 1000}
    for call in calls:
        numbers[call.site] += chance.randint(1, 9)
        call.id = f"{call.site[0]}{numbers[call.site]}"
    fill(calls, chance)
    return calls


def start(week: int, site: str, chance: random.Random) -> datetime:
    """When a call begins, in a site's opening hours.

    It lies in the same ISO week on every clock from UTC-10 to UTC+14, so that the weekly frames,
    and with them the draws, are the same wherever they are made.
    """
    begin = monday(week)
    while True:
        day = chance.choices(range(7), DAY_WEIGHTS)[0]
        hour = min(18.5, max(8.0, chance.gauss(12.4, 2.9)))
        local = begin + timedelta(days=day, seconds=round(hour * 3600) + chance.randint(0, 1799))
        instant = local - zone(site, local).utcoffset(None)
        if begin + timedelta(hours=10) <= instant < begin + timedelta(days=6, hours=10):
            return instant


def fill(calls: list[Call], chance: random.Random) -> None:
    """Gives every call its queue, agent, caller and length."""
    used: set[str] = set()
    recent: dict[str, list[Call]] = {site: [] for site in story.SITES}
    for call in calls:
        call.queue = chance.choices(*zip(*story.QUEUES.items()))[0]
        call.agent = chance.choice(story.AGENTS[call.site])
        if call.agent == story.DOUBTING_AGENT and chance.random() < 0.7:
            call.queue = story.DOUBTING_QUEUE
        before = [c for c in recent[call.site] if call.started - c.started < timedelta(days=10)]
        if before and chance.random() < 0.13:
            earlier = chance.choice(before)
            call.caller, call.language = earlier.caller, earlier.language
            call.queue = earlier.queue
        else:
            call.caller = new_caller(used, chance)
            spanish = call.site == "Hermosillo" and chance.random() < 0.5
            call.language = "es" if spanish else "en"
        recent[call.site].append(call)
        if chance.random() < 0.04:
            call.direction = "outbound"
        call.reason = chance.choices(*zip(*story.REASONS[call.queue].items()))[0]
        talk = chance.lognormvariate(5.35, 0.5)
        call.seconds = round(min(1300.0, max(70.0, talk)), 1)
        if chance.random() < NEVER_RECORDED:
            call.recording = ""


def new_caller(used: set[str], chance: random.Random) -> str:
    while True:
        name = f"c-{chance.randrange(0x1000, 0x10000):04x}"
        if name not in used:
            used.add(name)
            return name
