"""What the benchmarks run on: long calls in many formats, and a large archive's worth of rows."""

import csv
import datetime
import hashlib
import random
import shutil
import subprocess
from pathlib import Path

from measuring import Run

_RECORDINGS = Path(__file__).parent.parent / "Recordings"

# name, hours of calls a CPU second to reach (or None), CPU over pure decoding to stay under (or None)
FORMATS = [
    ("pcm16", 4, None), ("mulaw", 4, None), ("alaw", 4, None), ("gsm", None, 1.25),
    ("mp3", None, 1.3), ("flac", None, 1.3), ("ima-adpcm", None, None), ("vorbis", None, None),
]

_CODING = {
    "pcm16": (2, "wav", ["-c:a", "pcm_s16le"]), "mulaw": (2, "wav", ["-c:a", "pcm_mulaw"]),
    "alaw": (2, "wav", ["-c:a", "pcm_alaw"]), "gsm": (1, "wav", ["-c:a", "libgsm_ms"]),
    "mp3": (2, "mp3", ["-c:a", "libmp3lame", "-b:a", "32k"]), "flac": (2, "flac", ["-c:a", "flac"]),
    "ima-adpcm": (2, "wav", ["-c:a", "adpcm_ima_wav"]),
    "vorbis": (2, "ogg", ["-c:a", "libvorbis", "-q:a", "2"]),
}

# How much of each format: fast ones need more to be measured well.
_FILES = {"pcm16": 12, "mulaw": 12, "alaw": 12, "flac": 12}
_SECONDS = 1200


def _ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-v", "error", "-y", *arguments], check=True)


def _base(folder):
    """The two-sided calls of the sample workspace one after another, again and again, as raw PCM."""
    base = folder / "base.raw"
    if not base.exists():
        # Never held in memory: what this process holds would count as the peak of what it starts.
        with open(base, "wb") as file:
            while file.tell() < (_SECONDS + 90) * 8000 * 4:
                for path in sorted(_RECORDINGS.rglob("*")):
                    if path.suffix in (".wav", ".flac", ".ogg", ".au") and _channels(path) == 2:
                        subprocess.run(
                            ["ffmpeg", "-v", "error", "-i", str(path), "-f", "s16le", "-ar",
                             "8000", "-"], check=True, stdout=file)
                        file.seek(0, 2)
    return base


def _channels(path):
    return int(subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "stream=channels", "-of", "csv=p=0", str(path)],
        check=True, stdout=subprocess.PIPE, text=True).stdout.strip())


_RAW = ["-f", "s16le", "-ar", "8000", "-ac", "2"]


def make_recordings(folder, name):
    """Calls of twenty minutes in a format; returns how many hours they are."""
    channels, extension, coding = _CODING[name]
    files = _FILES.get(name, 4)
    base = _base(folder.parent)
    folder.mkdir()
    for index in range(files):
        # Every file begins elsewhere, because the same audio twice is one recording.
        _ffmpeg(
            *_RAW, "-ss", str(index * 7), "-t", str(_SECONDS), "-i", str(base), "-ac",
            str(channels), *coding, str(folder / f"call-{index:02}.{extension}"))
    return files * _SECONDS / 3600


def long_call(folder, hours):
    """One two-sided call of many hours."""
    folder.mkdir()
    _ffmpeg(
        *_RAW, "-stream_loop", "-1", "-i", str(_base(folder.parent)), "-t", str(hours * 3600),
        "-c:a", "pcm_mulaw", str(folder / "long.wav"))


# name, minutes, channels, extension, program, its options; how the sound of calls is coded for players
SOUGHT = [
    ("pcm16", 60, 2, "wav", "ffmpeg", ["-c:a", "pcm_s16le"]),
    ("pcm24", 10, 2, "wav", "ffmpeg", ["-c:a", "pcm_s24le"]),
    ("float32", 10, 2, "wav", "ffmpeg", ["-c:a", "pcm_f32le"]),
    ("mu-law", 60, 2, "wav", "ffmpeg", ["-c:a", "pcm_mulaw"]),
    ("a-law", 10, 2, "wav", "ffmpeg", ["-c:a", "pcm_alaw"]),
    ("ima-adpcm", 60, 2, "wav", "ffmpeg", ["-c:a", "adpcm_ima_wav"]),
    ("ms-adpcm", 10, 2, "wav", "ffmpeg", ["-c:a", "adpcm_ms"]),
    ("w64", 10, 2, "w64", "ffmpeg", ["-c:a", "pcm_s16le"]),
    ("rf64", 10, 2, "wav", "ffmpeg", ["-c:a", "pcm_s16le", "-rf64", "always"]),
    ("aiff", 10, 2, "aiff", "ffmpeg", ["-c:a", "pcm_s16be"]),
    ("au mu-law", 10, 2, "au", "ffmpeg", ["-c:a", "pcm_mulaw"]),
    ("caf", 10, 2, "caf", "ffmpeg", ["-c:a", "pcm_s16le"]),
    ("voc", 10, 2, "voc", "sox", ["-e", "signed", "-b", "16"]),
    ("sphere", 10, 2, "sph", "sox", ["-e", "mu-law"]),
    ("headerless", 10, 1, "ulaw", "ffmpeg", ["-f", "mulaw"]),
    ("flac", 60, 2, "flac", "ffmpeg", ["-c:a", "flac"]),
    ("gsm in wav", 60, 1, "wav", "ffmpeg", ["-c:a", "libgsm_ms"]),
    ("raw gsm", 10, 1, "gsm", "ffmpeg", ["-c:a", "libgsm"]),
    ("mp3", 60, 2, "mp3", "ffmpeg", ["-c:a", "libmp3lame", "-b:a", "32k"]),
    ("mp3 vbr, no xing", 10, 2, "mp3", "ffmpeg",
     ["-c:a", "libmp3lame", "-q:a", "6", "-write_xing", "0"]),
    ("vorbis", 60, 2, "ogg", "ffmpeg", ["-c:a", "libvorbis", "-q:a", "2"]),
    ("opus", 60, 1, "opus", "ffmpeg", ["-c:a", "libopus", "-b:a", "24k"]),
]


def make_sought(folder, name, minutes, channels, extension, program, options):
    """One call of so many minutes in a format."""
    path = folder / f"sought-{name.replace(' ', '-')}.{extension}"
    base = _base(folder)
    if program == "ffmpeg":
        _ffmpeg(
            *_RAW, "-stream_loop", "-1", "-i", str(base), "-t", str(minutes * 60), "-ac",
            str(channels), *options, str(path))
    else:
        subprocess.run(
            ["sox", "-D", "-t", "raw", "-r", "8000", "-e", "signed", "-b", "16", "-c", "2", str(base),
             *options, str(path), "trim", "0", str(minutes * 60)], check=True)
    return path


def make_workspace(earful, folder):
    """An empty workspace in place of what was there."""
    shutil.rmtree(folder, ignore_errors=True)
    Run([earful, "init", str(folder)])


def make_archive_rows(folder, calls=20_000, marks_per_call=5, seed=1):
    """A call log of four weeks, a draw of every call of each week, and their tags."""
    chance = random.Random(seed)
    keys = [
        "hold-too-long", "repeat-explanation", "transferred-again", "agent-in-doubt",
        "too-many-systems", "call-cut-off", "policy-blocks-fix", "promise-not-kept",
        "reached-us-angry"]
    first = datetime.datetime(2026, 10, 5, 8, tzinfo=datetime.timezone.utc)
    log, draws, tags = folder / "log.csv", folder / "draws.csv", folder / "tags.csv"
    weeks = 4
    with open(log, "w", newline="") as log_file, open(tags, "w", newline="") as tags_file:
        log_rows, tag_rows = csv.writer(log_file), csv.writer(tags_file)
        log_rows.writerow([
            "call_id", "started_at", "direction", "queue", "site", "agent", "caller",
            "duration_seconds", "recording"])
        tag_rows.writerow([
            "session", "listener", "purpose", "at", "selection", "call", "act", "code", "severity",
            "from", "to", "side", "text"])
        for index in range(calls):
            week = index * weeks // calls
            start = first + datetime.timedelta(weeks=week, seconds=chance.randrange(5 * 86400))
            call = f"b{index:06}"
            caller = hashlib.sha256(str(chance.randrange(calls)).encode()).hexdigest()[:10]
            log_rows.writerow([
                call, start.isoformat(), "inbound", chance.choice(["Billing", "Technical"]),
                chance.choice(["North", "South"]), f"A-{chance.randrange(40)}", f"c-{caller}", 300,
                "deleted"])
            heard_at = (first + datetime.timedelta(weeks=week, days=6)).isoformat()
            row = [f"s{index // 40}", f"l{index // 40 % 8}", "tagging", heard_at, f"week{week}", call]
            tag_rows.writerow(row + ["heard", "", "", 0, 300, "", ""])
            for _ in range(marks_per_call):
                begin = chance.randrange(200)
                tag_rows.writerow(row + [
                    "pain-point", chance.choice(keys), chance.randrange(1, 6), begin,
                    begin + chance.randrange(5, 60), "", ""])
            tag_rows.writerow(row + ["finish", "", "", "", "", "", ""])
    with open(draws, "w", newline="") as draws_file:
        rows = csv.writer(draws_file)
        rows.writerow([
            "id", "made_at", "made_by", "method", "seed", "by", "size", "frame_from", "frame_to",
            "filter"])
        for week in range(weeks):
            begin = first + datetime.timedelta(weeks=week)
            end = begin + datetime.timedelta(weeks=1)
            rows.writerow([
                f"week{week}", end.isoformat(), "bench", "stratified", f"seed{week}", "site",
                calls, begin.date(), end.date(), ""])
    return log, draws, tags, ["--from", "2026-10-05", "--to", "2026-11-01"]
