"""Picking: the weekly stratified draw, computed as the product computes it.

Every call has a permanent random number under a seed: the first 8 bytes of SHA-256 of
`seed|call id` as a big-endian integer over 2^64 (Ohlsson 1995). Each stratum gives its calls with
the smallest numbers; sizes are proportional by largest remainder, at least five.
"""

import hashlib
from fractions import Fraction

FEWEST = 5


def permanent_number(seed: str, call: str) -> int:
    """The 64 bits of a call's number under a seed."""
    return int.from_bytes(hashlib.sha256(f"{seed}|{call}".encode()).digest()[:8], "big")


def sizes(populations: dict[str, int], size: int) -> dict[str, int]:
    """How many calls each stratum gives; ties of remainders go by name."""
    names = sorted(populations)
    whole = sum(populations.values())
    if size >= whole:
        return dict(populations)
    result = {name: min(FEWEST, populations[name]) for name in names}
    exact = {name: Fraction(size * populations[name], whole) for name in names}
    held = [name for name in names if exact[name] < result[name]]
    free = [name for name in names if name not in held]
    left = size - sum(result[name] for name in held)
    shared = sum(populations[name] for name in free)
    for name in free:
        exact[name] = Fraction(left * populations[name], shared)
        result[name] = int(exact[name])
    rest = left - sum(result[name] for name in free)
    for name in sorted(free, key=lambda name: (result[name] - exact[name], name))[:rest]:
        result[name] += 1
    return result


def pick(seed: str, strata: dict[str, str], size: int) -> list[str]:
    """The calls picked from a frame (call id to stratum), in the order of hearing: by number over
    inclusion probability."""
    number = {call: permanent_number(seed, call) for call in strata}
    populations: dict[str, int] = {}
    for stratum in strata.values():
        populations[stratum] = populations.get(stratum, 0) + 1
    wanted = sizes(populations, size)
    picked: list[str] = []
    for stratum in sorted(populations):
        own = sorted((number[call], call) for call in strata if strata[call] == stratum)
        picked += [call for _, call in own[:wanted[stratum]]]
    return sorted(picked, key=lambda call: (
        Fraction(number[call] * populations[strata[call]], wanted[strata[call]]), call))
