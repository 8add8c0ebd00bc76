"""How the digest of a week grows with the archive.

The archives hold a year of weeks. Every week has a stratified draw of its own over five sites; four
of five calls of the log are drawn and heard, each with five pain points of fifty, and one call in ten
is heard by a second person. They are written straight into the tables of a new archive: ten million
annotations through `earful import` would take an hour and measure the same.
"""

import datetime
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import Run, paired
from web import Server

WEEKS = 52
MARKS = 5
PAIN_POINTS = [f"pain-{number:02}" for number in range(50)]
SITES = ["Centre", "East", "North", "South", "West"]
QUEUES = ["Billing", "Deliveries", "Technical"]
WEEK_MS = 7 * 86_400_000
# Monday 2026-11-16, the last of the weeks.
LAST = int(datetime.datetime(2026, 11, 16, tzinfo=datetime.timezone.utc).timestamp() * 1000)


def taxonomy():
    """A taxonomy.yml of fifty pain points."""
    lines = ["reasons:"]
    for number in range(6):
        lines += [f"  - key: reason-{number}", f"    label: Reason {number}",
                  "    description: Something that people call for."]
    lines.append("pain-points:")
    for key in PAIN_POINTS:
        lines += [f"  - key: {key}", f"    label: {key.replace('-', ' ').capitalize()}",
                  "    description: Something that hurts."]
    return "\n".join(lines) + "\n"


def make_grown(earful, workspace, annotations, seed=1):
    """An archive with about so many pain points marked."""
    subprocess.run([earful, "init", str(workspace)], check=True, capture_output=True)
    (workspace / "Annotations" / "taxonomy.yml").write_text(taxonomy())
    (workspace / "Annotations" / "settings.yml").write_text("time_zone: UTC\n")
    first = workspace / "first.csv"
    first.write_text("call_id,started_at,recording\nfirst,2025-01-06T10:00:00Z,deleted\n")
    for arguments in (["ingest", "--metadata", str(first)], ["tag", "first", "--listener", "ana",
                      "--pain", "pain-00:3"]):
        subprocess.run([earful, *arguments, "--workspace", str(workspace)], check=True,
                       capture_output=True)
    database = sqlite3.connect(workspace / "Annotations" / "earful.sqlite")
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;")
    # What stands beside the rows is made again at the end, when that is quick.
    later = database.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND (type = 'index' OR "
        "type = 'trigger') AND tbl_name IN ('call', 'annotation', 'drawEntry', 'sessionCall')").fetchall()
    for kind, name, _ in later:
        database.execute(f"DROP {kind} {name}")
    fill(database, annotations // (WEEKS * MARKS), random.Random(seed))
    for _, _, sql in later:
        database.execute(sql)
    if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'changedDay'").fetchone():
        database.execute("INSERT OR REPLACE INTO changedDay SELECT startedAt / 86400000 AS day, random() FROM call GROUP BY day")
    database.execute("PRAGMA optimize")
    database.commit()
    database.close()


def fill(database, heard_a_week, chance):
    """The weeks, the oldest first."""
    numbers = {"call": 10, "annotation": 10, "session": 10}
    weights = [1 / (1 + rank) for rank in range(len(PAIN_POINTS))]
    for week in range(WEEKS):
        start = LAST - (WEEKS - 1 - week) * WEEK_MS
        draw = week + 10
        logged = max(5, heard_a_week * 5 // 4)
        calls = [
            (numbers["call"] + index, f"w{week:02}-{index:06}",
             start + index * (WEEK_MS - 3_600_000) // logged, chance.choice(QUEUES),
             chance.choice(SITES), f"A-{chance.randrange(60)}", f"c-{chance.randrange(20 * logged):x}",
             index < heard_a_week)
            for index in range(logged)]
        chance.shuffle(calls)
        numbers["call"] += logged
        database.executemany(
            "INSERT INTO call (number, id, externalID, startedAt, direction, queue, site, agent, caller, "
            "seconds, recordingState, wasOpened) VALUES (?1, ?2, ?2, ?3, 'inbound', ?4, ?5, ?6, ?7, 300, "
            "'retired', ?8)", sorted(calls))
        database.execute(
            "INSERT INTO draw VALUES (?, ?, ?, 'ana', 'stratified', ?, ?, ?, '')",
            (draw, f"week-{week}", start + WEEK_MS, f"seed-{week}", start, start + WEEK_MS))
        strata = {site: place for place, site in enumerate(SITES)}
        sizes = [sum(call[4] == site for call in calls) for site in SITES]
        drawn = [sum(call[4] == site and call[7] for call in calls) for site in SITES]
        database.executemany(
            "INSERT INTO drawStratum VALUES (?, ?, ?, ?, ?)",
            [(draw, strata[site], site, sizes[strata[site]], drawn[strata[site]]) for site in SITES])
        heard = [call for call in calls if call[7]]
        places = {call[0]: place for place, call in enumerate(heard)}
        database.executemany(
            "INSERT INTO drawEntry VALUES (?, ?, ?, ?, ?)",
            sorted((draw, call[0], strata[call[4]], drawn[strata[call[4]]] / sizes[strata[call[4]]],
                    places.get(call[0])) for call in calls))
        hear(database, numbers, draw, start, heard, weights, chance)


def hear(database, numbers, draw, start, heard, weights, chance):
    """Sittings of forty calls each; every tenth call is heard by a second person."""
    sessions, hearings, marks = [], [], []
    for copy, calls in enumerate([heard, heard[::10]]):
        for first in range(0, len(calls), 40):
            session = numbers["session"]
            numbers["session"] += 1
            listener = f"l{(first // 40 + 4 * copy) % 8}"
            sessions.append((session, f"s{session}", listener, start + WEEK_MS - 86_400_000 + first))
            for position, call in enumerate(calls[first:first + 40]):
                hearings.append((session, call[0], position, draw))
                keys = chance.choices(PAIN_POINTS, weights, k=MARKS)
                for place, key in enumerate(keys):
                    begin = chance.randrange(240) * 1000
                    marks.append((
                        numbers["annotation"], session, call[0], place, f"{session}-{position}-{place}",
                        key, chance.randrange(1, 6), begin, begin + chance.randrange(5, 60) * 1000))
                    numbers["annotation"] += 1
    database.executemany(
        "INSERT INTO session VALUES (?1, ?2, 'tagging', ?3, ?4, ?4 + 3600000, 0, 0)", sessions)
    database.executemany(
        "INSERT INTO sessionCall VALUES (?, ?, ?, ?, 'finished', NULL, 300000, 1)", hearings)
    database.executemany(
        "INSERT INTO annotation (number, session, call, position, id, kind, key, severity, startMs, endMs) "
        "VALUES (?, ?, ?, ?, ?, 'painPoint', ?, ?, ?, ?)", marks)


def bench_growth(table, earful, folder, runs):
    """A week's digest with the weeks it is compared with, by the size of the archive."""
    for size, goal in [(10_000, 0.3), (100_000, 0.3), (1_000_000, 0.3), (10_000_000, 1.0)]:
        workspace = folder / f"grown-{size}"
        # Made in a process of its own: whoever a large process starts seems as large at first.
        subprocess.run([sys.executable, __file__, earful, str(workspace), str(size)], check=True)
        command = [earful, "digest", "--workspace", str(workspace), "--week", "2026-W47", "--format", "json"]
        name = f"a week's digest over {size:,} annotations"
        table.limit(f"{name}, the first time", [Run(command).wall], "s", 15)
        later = [Run(command) for _ in range(runs)]
        table.limit(name, [run.wall for run in later], "s", goal)
        table.limit(f"{name}, memory", [run.peak_mib for run in later], "MiB", 200)
        scoped = command + ["--scope", "site=North"]
        Run(scoped)
        table.limit(f"{name}, one site", [Run(scoped).wall for _ in range(runs)], "s", goal)
        if size == 1_000_000:
            beside_duckdb(table, earful, workspace, runs)


def beside_duckdb(table, earful, workspace, runs):
    """Calls with each pain point and their callers, week by week, with the ranges besides in ours: our
    command against DuckDB's on a file of its own, and our open server against its open connection."""
    try:
        import duckdb
    except ImportError:
        print("growth: the module duckdb (PyPI) is not installed, not compared with it", file=sys.stderr)
        return
    marks = sqlite3.connect(workspace / "Annotations" / "earful.sqlite").execute(
        f"SELECT call, caller, (startedAt - {LAST - WEEKS * WEEK_MS}) / {WEEK_MS} - {WEEKS}, key FROM annotation "
        "JOIN call ON call.number = annotation.call WHERE key IS NOT NULL").fetchall()
    file = workspace / "peer.duckdb"
    file.unlink(missing_ok=True)
    program = shutil.which("duckdb")
    if program is None:
        print("growth: duckdb-cli (PyPI) is not on the path, not compared with it", file=sys.stderr)
    with tempfile.NamedTemporaryFile("w", suffix=".csv") as rows:
        rows.writelines(f"{call},{caller},{week},{key}\n" for call, caller, week, key in marks)
        rows.flush()
        filling = ("CREATE TABLE mark (call BIGINT, caller VARCHAR, week INTEGER, key VARCHAR); "
                   f"COPY mark FROM '{rows.name}' (HEADER false)")
        # The program may be older than the module, which reads what the program wrote.
        if program:
            Run([program, str(file), "-c", filling])
        else:
            with duckdb.connect(str(file)) as peer:
                peer.execute(filling)
    peer = duckdb.connect(str(file), read_only=True)
    for weeks, words, goal in [(5, "five weeks", 1), (52, "a year", 2.5)]:
        question = ("SELECT week, key, count(DISTINCT call), count(DISTINCT caller) FROM mark "
                    f"WHERE week > -{weeks} GROUP BY week, key ORDER BY week, key")
        command = [earful, "weeks", "--workspace", str(workspace), "--week", "2026-W47", "--count",
                   str(weeks), "--format", "csv"]
        if asked(peer, question) != counted(Run(command).output):
            sys.exit("growth: DuckDB and Earful count differently")
        figure = f"calls and callers by week and pain point over 1,000,000 annotations, {words}"
        if program:
            theirs = [program, "-readonly", str(file), "-csv", "-c", question]
            ours, peers = paired(4 * runs, lambda: Run(command), lambda: Run(theirs))
            table.ratio(f"{figure}, against DuckDB's command", [run.wall for run in ours],
                        [run.wall for run in peers], "s", goal=goal)
        answers, queries = [], []
        server = Server(earful, workspace)
        try:
            for _ in range(4 * runs):
                answers.append(server.get(f"/api/v1/weeks?week=2026-W47&count={weeks}")[1])
                start = time.perf_counter()
                asked(peer, question)
                queries.append(time.perf_counter() - start)
        finally:
            server.stop()
        table.ratio(f"{figure}, an open server's answer against DuckDB's in an open connection",
                    answers, queries, "s", goal=goal)


def asked(peer, question):
    """DuckDB's answer, by week and pain point."""
    return {(week, key): (calls, callers)
            for week, key, calls, callers in peer.execute(question).fetchall()}


def counted(text):
    """The same as `earful weeks` prints it."""
    counts = {}
    for line in text.splitlines()[1:]:
        cells = line.split(",")
        year, week = cells[0].split("-W")
        day = datetime.datetime.fromisocalendar(int(year), int(week), 1).replace(
            tzinfo=datetime.timezone.utc)
        if int(cells[9]):
            counts[(int((day.timestamp() * 1000 - LAST) // WEEK_MS), cells[7])] = (
                int(cells[9]), int(cells[10]))
    return counts


if __name__ == "__main__":
    make_grown(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
