"""The story that the sample tells: how often callers suffer what, in each of its eight weeks.

- `hold-too-long` is common and stays large, mostly in Hermosillo.
- `repeat-explanation` grows from rare to the second largest: a new case view hides older cases.
- `promise-not-kept` was common until a list of promised calls went live on 2026-10-28 (W44).
- `agent-in-doubt` is one agent's, A-117's.
- `data-leak` and `vulnerable-customer` are heard once each and are as bad as can be.
- Everything else is a steady background.
"""

from dataclasses import dataclass

FIRST_WEEK, LAST_WEEK, YEAR = 40, 47, 2026
WEEKS = range(FIRST_WEEK, LAST_WEEK + 1)
SITES = ("Dublin", "Hermosillo")
AGENTS = {
    "Hermosillo": ("A-101", "A-103", "A-106", "A-108", "A-111", "A-114", "A-117", "A-119"),
    "Dublin": ("A-202", "A-204", "A-207", "A-209", "A-212", "A-215"),
}
DOUBTING_AGENT = "A-117"
DOUBTING_QUEUE = "Technical"
DOUBTS_AMONG_OWN_CALLS = 0.75
QUEUES = {"Billing": 0.34, "Deliveries": 0.28, "Technical": 0.26, "Retention": 0.12}
NEW_CASE_VIEW = "2026-10-05"
CALL_BACK_LIST = "2026-10-28"

REASONS = {
    "Billing": {
        "unexpected-charge": 26, "wrong-amount": 20, "bill-question": 18, "refund": 14,
        "payment-failed": 8, "make-payment": 6, "follow-up": 6, "contact-details": 2,
    },
    "Deliveries": {
        "late-delivery": 32, "order-status": 24, "wrong-or-damaged": 16, "follow-up": 12,
        "return-or-exchange": 10, "contact-details": 4, "missed-appointment": 2,
    },
    "Technical": {
        "outage": 26, "works-badly": 24, "setup-help": 20, "cannot-log-in": 14, "follow-up": 8,
        "make-appointment": 5, "website-or-app": 3,
    },
    "Retention": {
        "cancel": 58, "change-contract": 26, "complaint": 10, "information": 4, "sales": 2,
    },
}


@dataclass(frozen=True)
class Hurt:
    """One pain point: its share of all calls in each week, how bad it is, how long a moment it is
    in the call and whose, and where it happens more than elsewhere (weights against 1)."""

    weekly: tuple[float, ...]
    severities: tuple[int, ...]
    seconds: tuple[float, float]
    side: str = ""
    more: tuple[tuple[str, float], ...] = ()

    def share(self, week: int) -> float:
        return self.weekly[week - FIRST_WEEK]


def steady(share: float) -> tuple[float, ...]:
    return (share,) * len(WEEKS)


HURTS = {
    "hold-too-long": Hurt(
        (0.30, 0.31, 0.31, 0.32, 0.33, 0.33, 0.34, 0.35), (2, 3, 3, 3, 4, 4, 5), (75, 290), "",
        (("Hermosillo", 1.7), ("Billing", 1.4))),
    "repeat-explanation": Hurt(
        (0.03, 0.04, 0.06, 0.09, 0.12, 0.16, 0.21, 0.26), (2, 3, 3, 3, 4, 4), (22, 75),
        "customer", (("Deliveries", 2.0), ("Billing", 1.2))),
    "promise-not-kept": Hurt(
        (0.19, 0.18, 0.19, 0.18, 0.08, 0.02, 0.01, 0.01), (3, 3, 4, 4, 5), (12, 35), "customer",
        (("Deliveries", 1.8), ("Technical", 1.3))),
    "transferred-again": Hurt(steady(0.07), (2, 3, 3, 4), (10, 35)),
    "policy-blocks-fix": Hurt(steady(0.06), (2, 3, 3, 4), (20, 60), "agent", (("Retention", 3),)),
    "too-many-systems": Hurt(
        (0.04, 0.05, 0.05, 0.06, 0.06, 0.06, 0.07, 0.07), (2, 2, 3, 3), (25, 90), "agent"),
    "reached-us-angry": Hurt(steady(0.05), (3, 3, 4, 4), (10, 45), "customer"),
    "long-wait": Hurt(steady(0.05), (2, 2, 3), (6, 18), "customer"),
    "unclear-answer": Hurt(steady(0.04), (2, 2, 3), (15, 45), "customer"),
    "no-ownership": Hurt(steady(0.04), (3, 3, 4), (15, 50), "agent"),
    "call-cut-off": Hurt(steady(0.03), (3, 4, 4), (4, 10)),
    "long-menu": Hurt(steady(0.03), (1, 2, 2), (8, 20), "customer"),
    "not-listened-to": Hurt(steady(0.03), (2, 3, 3, 4), (12, 40), "agent"),
    "wrong-information": Hurt(steady(0.025), (2, 3, 4), (10, 30), "agent"),
    "sent-elsewhere": Hurt(steady(0.025), (2, 3), (10, 25), "agent"),
    "agent-in-doubt": Hurt(steady(0.0), (2, 3, 3, 4), (12, 40), "agent"),
    "vulnerable-customer": Hurt(steady(0.0), (5,), (40, 70), "customer"),
    "data-leak": Hurt(steady(0.0), (5,), (15, 20), "agent"),
}
ONCE = {"vulnerable-customer": 42}


@dataclass(frozen=True)
class Sitting:
    """One sitting of a usual week: who, what for, on which day after the week (Monday is 0), at
    which hour (UTC), and how many calls they get through."""

    listener: str
    purpose: str
    day: int
    hour: float
    calls: int


SPANISH_SPEAKERS = {"exec-1", "analyst-1", "analyst-2"}
SITTINGS = (
    Sitting("exec-1", "listeningHour", 0, 15.0, 10),
    Sitting("analyst-1", "tagging", 0, 16.5, 8),
    Sitting("analyst-3", "tagging", 1, 9.0, 6),
    Sitting("exec-2", "listeningHour", 1, 13.0, 7),
    Sitting("analyst-2", "tagging", 1, 16.0, 99),
    Sitting("analyst-1", "calibration", 2, 15.0, 4),
)
EXECUTIVES_AWAY = {("exec-2", 42), ("exec-2", 45), ("exec-1", 43)}
DRAW_SIZE = 38
EXPECTED = {
    "exec-1": {"cancel": 0.25, "unexpected-charge": 0.2, "late-delivery": 0.15},
    "exec-2": {"outage": 0.3, "late-delivery": 0.2, "cancel": 0.15},
    "analyst-1": {"unexpected-charge": 0.12, "late-delivery": 0.12, "cancel": 0.08},
}
