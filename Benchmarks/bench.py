"""Earful's benchmarks: every figure beside a peer or a limit measured in the same run.

Sounds are made of the sample calls and archives from a seed, in a temporary folder. Run by
Scripts/bench.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from claims import bench_claims
from growth import bench_growth
from measuring import Run, Table, paired
from listening import bench_listen
from playing import bench_play
from material import (
    FORMATS, SOUGHT, long_call, make_archive_rows, make_recordings, make_sought, make_workspace)
from web import bench_web

HERE = Path(__file__).parent


def bench_ingest(table, earful, folder, runs):
    """CPU of the whole ingest against a C loop that only decodes, by format."""
    loop = folder / "decode-loop"
    subprocess.run(
        ["cc", "-O2", "-o", loop, HERE / "decode-loop.c", "-lsndfile"], check=True)
    for name, goal_hours, goal_ratio in FORMATS:
        recordings = folder / f"recordings-{name}"
        hours = make_recordings(recordings, name)
        files = [str(path) for path in sorted(recordings.iterdir())]
        workspace = folder / f"workspace-{name}"

        def ours():
            return Run([earful, "ingest", "--workspace", str(workspace), str(recordings)])

        ingested, decoded = paired(
            runs, ours, lambda: Run([str(loop)] + files),
            prepare=lambda: make_workspace(earful, workspace))
        cpu = [run.cpu for run in ingested]
        table.ratio(
            f"ingest {name}, CPU against decoding alone", cpu, [run.cpu for run in decoded], "s",
            goal=goal_ratio)
        if goal_hours:
            table.limit(
                f"ingest {name}, hours of calls per CPU second", [hours / value for value in cpu],
                "h", goal_hours, at_most=False)
        peer = shutil.which("audiowaveform")
        if peer and name == "pcm16":
            peaks = [
                Run([peer, "-q", "-i", files[0], "-o", str(folder / "peaks.dat")]).cpu
                for _ in range(runs)]
            table.ratio(
                "ingest pcm16, CPU against audiowaveform's peaks", cpu,
                [value * len(files) for value in peaks], "s")


def bench_memory(table, earful, folder, runs):
    """Peak memory of the ingest of a ten-hour call."""
    recordings = folder / "ten-hours"
    long_call(recordings, hours=10)
    workspace = folder / "workspace-ten-hours"
    peaks = []
    for _ in range(min(runs, 3)):
        make_workspace(earful, workspace)
        command = [earful, "ingest", "--workspace", str(workspace), str(recordings)]
        peaks.append(Run(command).peak_mib)
    table.limit("peak memory, a ten-hour call", peaks, "MiB", 64)


def bench_workers(table, earful, folder, runs):
    """Wall time of one worker against that of two."""
    if len(os.sched_getaffinity(0)) < 2:
        print("workers: one processor only, not measured", file=sys.stderr)
        return
    recordings = folder / "recordings-workers"
    make_recordings(recordings, "gsm")
    workspace = folder / "workspace-workers"

    def ingest(workers):
        make_workspace(earful, workspace)
        return Run([
            earful, "ingest", "--workspace", str(workspace), "--workers", str(workers),
            str(recordings)])

    one, two = paired(runs, lambda: ingest(1), lambda: ingest(2))
    table.ratio(
        "one worker's time over two workers'", [run.wall for run in one],
        [run.wall for run in two], "s", goal=1.8, at_most=False)


def bench_start(table, earful, folder, runs):
    """Start-up against sndfile-info on a one-second file."""
    tone = folder / "second.wav"
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "sine=d=1:r=8000", str(tone)],
        check=True)
    for figure, command in (
        ("start-up, earful --version", [earful, "--version"]),
        ("start-up, earful waveform of one second",
         [earful, "waveform", str(tone), "--format", "json", "--output", os.devnull]),
    ):
        ours, peer = paired(
            max(runs, 5) * 8, lambda: Run(command), lambda: Run(["sndfile-info", str(tone)]))
        table.ratio(
            figure + " against sndfile-info", [run.wall * 1000 for run in ours],
            [run.wall * 1000 for run in peer], "ms", goal=1)


def bench_digest(table, earful, folder, runs):
    """A digest over 100,000 annotations."""
    workspace = folder / "workspace-digest"
    make_workspace(earful, workspace)
    log, draws, tags, period = make_archive_rows(folder)
    Run([earful, "ingest", "--workspace", str(workspace), "--metadata", str(log)])
    Run([earful, "import", "--workspace", str(workspace), str(tags), "--draws", str(draws)])
    command = [earful, "digest", "--workspace", str(workspace), *period, "--format", "json"]
    walls = [Run(command).wall for _ in range(runs + 1)][1:]
    table.limit("digest over 100,000 annotations", walls, "s", 0.5)


def bench_seek(table, earful, folder, runs):
    """How soon a long call is heard, at its beginning and after a far seek, in every format.

    "from a copy" is a codec that cannot be sought: at the first opening it is decoded up to the place,
    at the next the copy is there and its bytes are checked. Every row is of an opening whose 202 stretches were compared with the
    sequential decode.
    """
    program = str(Path(earful).with_name("seek-table"))
    cache = folder / "cache"
    for name, minutes, *coding in SOUGHT:
        path = make_sought(folder, name, minutes, *coding)
        rows = []
        for _ in range(runs):
            shutil.rmtree(cache, ignore_errors=True)
            rows.append(json.loads(Run([program, str(path), str(cache)]).output))
        if not all(row["isExact"] for row in rows):
            sys.exit(f"seek {name}: a seek gave other samples than the sequential decode")
        direct = rows[0]["first"]["isDirect"]
        figure = f"seek {name} {minutes} min, exact, " + ("in place" if direct else "from a copy")

        def limit(words, opening, key, goal):
            table.limit(f"{figure}: {words}", [row[opening][key] for row in rows], "ms", goal)

        limit("first second", "first", "firstSecond", 50)
        if direct:
            limit("far seek", "first", "farSeek", 20)
        else:
            slow = 20_000 if name == "opus" else 3000
            limit("far seek, first time", "first", "farSeek", slow)
            limit("copy finished", "first", "copyFinished", 2 * slow)
            limit("first second, next time", "next", "firstSecond", 50)
            limit("far seek, next time", "next", "farSeek", 150)
        path.unlink()


BENCHES = {
    "ingest": bench_ingest, "memory": bench_memory, "workers": bench_workers,
    "start": bench_start, "digest": bench_digest,
    "claims": bench_claims,
    "growth": bench_growth,
    "seek": bench_seek, "play": bench_play, "web": bench_web, "listen": bench_listen,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--earful", required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", nargs="+", choices=BENCHES, default=list(BENCHES))
    options = parser.parse_args()
    earful = str(Path(options.earful).resolve())
    os.environ.pop("EARFUL_WORKSPACE", None)
    table = Table()
    with tempfile.TemporaryDirectory(prefix="earful-bench-") as folder:
        for name in options.only:
            print(f"{name} ...", file=sys.stderr)
            BENCHES[name](table, earful, Path(folder), options.runs)
    table.print()


if __name__ == "__main__":
    main()
