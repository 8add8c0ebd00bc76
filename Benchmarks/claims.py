"""How often the digest claims a growth that is none, held against workspaces whose truth is known.

The sample's generator tells the same story from many seeds: each has its own calls, draws and listeners.
A page is one week's digest. It claims growth of a pain point where it says "growing" since the week
before, or draws a clear rise over the weeks, or says "coming up". The claim is false where the share of
all calls, heard or not, did not rise by half a point over the same time.
"""

import csv
import json
import shutil
import sys
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from measuring import Run

SCRIPTS = Path(__file__).resolve().parent.parent / "Scripts"
SEEDS = 200
FIRST_WEEK, WEEKS = 40, range(43, 48)
# The least rise of a share of all calls that is called growth, in calls of a hundred.
REAL_RISE = 0.5
GROWS, FADES = "repeat-explanation", "promise-not-kept"


def shares(truth, log):
    """For each pain point its share of all calls in each ISO week, in calls of a hundred."""
    weeks, calls, hurt = {}, Counter(), defaultdict(Counter)
    for row in csv.DictReader(open(log)):
        week = _week(row["started_at"])
        weeks[row["call_id"]] = week
        calls[week] += 1
    for call, key in {(row["call_id"], row["code"]) for row in csv.DictReader(open(truth))}:
        if key:
            hurt[key][weeks[call]] += 1
    return {
        key: {week: 100 * found[week] / calls[week] for week in calls}
        for key, found in hurt.items()}


def _week(instant):
    return datetime.fromisoformat(instant.replace("Z", "+00:00")).isocalendar().week


def claims(digest):
    """The growth that a page claims: (pain point, kind, weeks back)."""
    for finding in (*digest["ranked"], *digest.get("alerts", []), *digest.get("early", [])):
        key = finding["key"]
        if (finding.get("change") or {}).get("verdict") == "growing":
            yield key, "since last week", 1
        trend = finding.get("trend") or {}
        if trend.get("isClear") and trend["rise"] > 0:
            yield key, "over the weeks", trend["weeks"] - 1
        if (finding.get("novelty") or {}).get("kind") == "emerging":
            yield key, "coming up", 4


def rise(shares, week, back):
    """By how much a share rose since so many weeks ago, at most since the first of the story."""
    return shares.get(week, 0) - shares.get(max(FIRST_WEEK, week - back), 0)


def pages(earful, folder, seed):
    """Each page of one seed: week, its digest, and the true shares."""
    root = folder / seed
    Run([earful, "init", str(root)])
    shutil.copy(SCRIPTS.parent / "Annotations" / "taxonomy.yml", root / "Annotations")
    # The generator checks itself for the one seed of the sample: of another, it may find fault.
    Run([sys.executable, str(SCRIPTS / "make-sample-calls"), "--without-audio", "--seed", seed,
         "--output", str(root), "--truth", str(root / "truth.csv")], expect=(0, 1))
    log = root / "Recordings" / "calls.csv"
    Run([earful, "ingest", "--workspace", str(root), "--metadata", str(log)])
    Run([earful, "import", "--workspace", str(root), str(root / "Annotations" / "sample-tags.csv"),
         "--draws", str(root / "Annotations" / "sample-draws.csv")])
    true = shares(root / "truth.csv", log)
    found = []
    for week in WEEKS:
        run = Run([earful, "digest", "--workspace", str(root), "--week", f"2026-W{week}",
                   "--format", "json"])
        found.append((week, json.loads(run.output)))
    shutil.rmtree(root)
    return true, found


def bench_claims(table, earful, folder, runs, seeds=SEEDS):
    """The share of pages with a false claim of growth, and of the true growth that is found."""
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(
            lambda number: pages(earful, folder, f"story-{number}"), range(seeds)))
    count, false, wrong = 0, 0, Counter()
    grown, faded = Counter(), 0
    for true, found in results:
        for week, digest in found:
            count += 1
            lies = [
                (key, kind) for key, kind, back in claims(digest)
                if rise(true.get(key, {}), week, back) < REAL_RISE]
            false += bool(lies)
            wrong.update(lies)
        last = found[-1][1]
        kinds = {kind for key, kind, _ in claims(last) if key == GROWS}
        grown.update(kinds)
        grown["any way"] += bool(kinds)
        faded += any(
            finding["key"] == FADES and (finding.get("trend") or {}).get("isClear")
            and finding["trend"]["rise"] < 0
            for finding in (*last["ranked"], *last.get("early", []), *last.get("quiet", []),
                            *last.get("notHeard", [])))
    for (key, kind), times in wrong.most_common(10):
        print(f"false: {key} {kind}: {times} of {count} pages", file=sys.stderr)
    for kind, times in grown.most_common():
        print(f"{GROWS} found {kind}: {times} of {seeds} last pages", file=sys.stderr)
    table.limit(
        f"pages with a false claim of growth, {seeds} seeds", [100 * false / count], "%", 10)
    table.limit(
        f"last pages that find what grew, {seeds} seeds", [100 * grown["any way"] / seeds], "%", 50,
        at_most=False)
    table.limit(
        f"last pages that find what faded, {seeds} seeds", [100 * faded / seeds], "%", 50,
        at_most=False)
