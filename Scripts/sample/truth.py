"""The truth: what hurt in every call of the log, heard or not.

Each week every pain point gets its share of all calls, so that a listener's sample can be held
against a truth that is known. Calls that are really recorded keep what is audible in them.
"""

import random
from datetime import datetime, timezone

from . import story
from .calllog import Call, Pain

AT_THE_START = {"reached-us-angry", "long-wait", "long-menu"}
AT_THE_END = {"call-cut-off", "sent-elsewhere", "no-ownership"}
SHORT_HOLD_SHARE = 0.25


def tell(calls: list[Call], picks: dict[int, list[str]], seed: str) -> None:
    """Gives every call that is not recorded its pains and holds."""
    chance = random.Random(f"{seed}/truth")
    shipped = datetime.fromisoformat(story.CALL_BACK_LIST).replace(tzinfo=timezone.utc)
    hurt: dict[str, list[str]] = {call.id: [] for call in calls}
    for week in story.WEEKS:
        of_week = [call for call in calls if call.week == week]
        free = [call for call in of_week if not call.dialogue]
        for code, what in story.HURTS.items():
            if code == "agent-in-doubt":
                own = [call for call in free if call.agent == story.DOUBTING_AGENT]
                wanted = story.DOUBTS_AMONG_OWN_CALLS * len(own)
            elif story.ONCE.get(code) == week:
                own = [c for c in free if c.id in picks[week] and c.recording]
                wanted = 1.0
            else:
                told = sum(pain.code == code for call in of_week for pain in call.pains)
                own, wanted = free, what.share(week) * len(of_week) - told
            weights = [weight(call, code, what, shipped) for call in own]
            for call in choose(own, weights, wanted, chance):
                hurt[call.id].append(code)
    for call in calls:
        if not call.dialogue:
            shape(call, hurt[call.id], chance)


def weight(call: Call, code: str, what: story.Hurt, shipped: datetime) -> float:
    result = 1.0
    for name, factor in what.more:
        if name in (call.site, call.queue):
            result *= factor
    if code == "promise-not-kept" and call.week == shipped.isocalendar().week:
        result *= 0.05 if call.started >= shipped else 1.0
    return result


def choose(
    calls: list[Call], weights: list[float], wanted: float, chance: random.Random
) -> list[Call]:
    """As many different calls as wanted (a fraction by chance), likelier where they weigh more."""
    count = int(max(0.0, wanted) + chance.random())
    keyed = sorted(
        ((chance.random() ** (1 / weight), call.id, call)
         for call, weight in zip(calls, weights)), reverse=True)
    return [call for _, _, call in keyed[:count]]


def shape(call: Call, codes: list[str], chance: random.Random) -> None:
    """Lays holds and painful moments into a call; holds make it longer."""
    talk = call.seconds
    hold_seconds = 0.0
    if "hold-too-long" in codes:
        hold_seconds = chance.uniform(*story.HURTS["hold-too-long"].seconds)
    elif chance.random() < SHORT_HOLD_SHARE:
        hold_seconds = chance.uniform(12, 40)
    if hold_seconds:
        begin = round(talk * chance.uniform(0.2, 0.55), 1)
        end = round(begin + hold_seconds, 1)
        call.holds = [(begin, end)]
        call.seconds = round(talk + hold_seconds, 1)
    call.recorded_seconds = call.seconds
    for code in codes:
        what = story.HURTS[code]
        severity = chance.choice(what.severities)
        if code == "hold-too-long":
            begin, end = call.holds[0]
            severity = min(5, max(2, round(hold_seconds / 70) + chance.choice((0, 1))))
        else:
            begin, end = moment(call, code, chance.uniform(*what.seconds), chance)
        call.pains.append(Pain(code, severity, begin, end, what.side))
    call.pains.sort(key=lambda pain: (pain.start, pain.code))


def moment(
    call: Call, code: str, seconds: float, chance: random.Random
) -> tuple[float, float]:
    """Where in a call something of a length happens, outside its hold."""
    hold_start, hold_end = call.holds[0] if call.holds else (call.seconds, call.seconds)
    seconds = min(seconds, 0.3 * call.seconds)
    spans = [(4.0, hold_start - 1), (hold_end + 1, call.seconds - 1)]
    spans = [span for span in spans if span[1] - span[0] > 6]
    first, last = spans[0] if code in AT_THE_START else spans[-1]
    if code not in AT_THE_START and code not in AT_THE_END:
        first, last = chance.choices(spans, [b - a for a, b in spans])[0]
    seconds = min(seconds, last - first)
    if code in AT_THE_END:
        begin = last - seconds
    elif code in AT_THE_START:
        begin = first
    else:
        begin = chance.uniform(first, last - seconds)
    return round(begin, 1), round(begin + seconds, 1)
