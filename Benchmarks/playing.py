"""How playing costs and answers, in real time, on a device of a sound server."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from measuring import Run, paired
from sound_server import HIGH, LOW, RATE, Ear, sound_server

_SECONDS = 10


def bench_play(table, earful, folder, runs):
    """CPU against other players, the start of sound, from key to sound, underruns under load."""
    call = _two_tones(folder / "short.wav", _SECONDS)
    # Longer than all that is played between the presses of keys.
    long = _two_tones(folder / "long.wav", 120)
    with sound_server() as environment:
        _cost(table, earful, call, environment, min(runs, 3))
        _start(table, earful, call, environment, max(runs, 5))
        keys = str(Path(earful).with_name("key-presses"))
        _keys(table, keys, long, environment, presses=20)
        _keys_under_load(table, keys, long, environment, presses=10)


def _two_tones(path, seconds):
    """A two-sided call that is one tone in its first half and another in its second."""
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i",
         f"sine=f={LOW}:d={seconds / 2}:r={RATE}", "-f", "lavfi", "-i",
         f"sine=f={HIGH}:d={seconds / 2}:r={RATE}", "-filter_complex",
         "[0][1]concat=n=2:v=0:a=1,pan=stereo|c0=c0|c1=c0", "-c:a", "pcm_s16le", str(path)],
        check=True)
    return path


def _cost(table, earful, call, environment, runs):
    peers = {
        "aplay": ["aplay", "-q", "-D", "pulse", str(call)],
        "sox": ["sox", "-q", str(call), "-t", "alsa", "pulse"],
        "ffplay": ["ffplay", "-v", "quiet", "-nodisp", "-autoexit", str(call)],
    }
    for speed in ("1", "2"):
        command = [
            earful, "play", str(call), "--device", "pulse", "--no-level", "--speed", speed]
        for name, peer in peers.items():
            if speed != "1" and name != "aplay" or not shutil.which(peer[0]):
                continue
            ours, theirs = paired(
                runs, lambda: Run(command, env=environment), lambda: Run(peer, env=environment))
            table.ratio(
                f"play at {speed}x, CPU against {name} at 1x", [run.cpu for run in ours],
                [run.cpu for run in theirs], "s")
        table.limit(
            f"play at {speed}x, share of one processor", [100 * run.cpu / run.wall for run in ours],
            "%", 3)


def _start(table, earful, call, environment, runs):
    """From the command to the first sound."""
    def sound_after(command):
        ear = Ear(environment)
        start = time.monotonic()
        process = subprocess.Popen(command, env=environment)
        time.sleep(1.5)
        process.terminate()
        process.wait()
        ear.close()
        return ear.change_after(start, unless=0) or sys.exit(f"{command[0]} was not heard")

    ours, theirs = paired(
        runs,
        lambda: sound_after([earful, "play", str(call), "--device", "pulse", "--no-level"]),
        lambda: sound_after(["aplay", "-q", "-D", "pulse", str(call)]))
    table.ratio(
        "from the command to the first sound, against aplay", [1000 * value for value in ours],
        [1000 * value for value in theirs], "ms")
    table.limit(
        "from the command to the first sound", [1000 * value for value in ours], "ms", 150)


def _pressed(keys, call, environment, presses):
    """Latencies by key in milliseconds, and the underruns."""
    ear = Ear(environment)
    output = Run([keys, str(call), "pulse", str(presses)], env=environment).output
    time.sleep(0.3)
    ear.close()
    latencies = {"seek": [], "pause": [], "play": []}
    underruns = 0
    for line in output.splitlines():
        key, value = line.split()
        if key == "underruns":
            underruns = int(value)
        elif key in latencies:
            moment = int(value) / 1e9
            change = ear.change_after(moment, unless=ear.tone_at(moment))
            if change is None:
                sys.exit(f"a press of {key} changed nothing that was heard")
            latencies[key].append(1000 * change)
    return latencies, underruns


def _keys(table, keys, call, environment, presses):
    latencies, underruns = _pressed(keys, call, environment, presses)
    for key, values in latencies.items():
        table.limit(f"from {key} to changed sound", values, "ms", 60)
    table.limit("underruns", [underruns], "", 1)


def _keys_under_load(table, keys, call, environment, presses):
    """The same while every processor has twice as much to do as it can."""
    busy = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"])
        for _ in range(2 * len(os.sched_getaffinity(0)))]
    try:
        latencies, underruns = _pressed(keys, call, environment, presses)
    finally:
        for process in busy:
            process.kill()
            process.wait()
    for key, values in latencies.items():
        table.limit(f"from {key} to changed sound, all processors busy", values, "ms", 60)
    table.limit("underruns, all processors busy", [underruns], "", 1)
