"""A PulseAudio server of its own with a device that nobody hears, in real time, and an ear at it."""

import array
import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

RATE = 8000
# The tones of the two halves of what the ear listens to, in hertz: whole periods in a window.
LOW, HIGH = 400, 2000
# What the silent stream asks of the device.
DEVICE_LATENCY_MS = 20
_WINDOW = RATE // 200


@contextlib.contextmanager
def sound_server():
    """Starts the server, yields the environment that programs find it by, and ends it.

    The server refuses to run as root, and then runs as nobody. A silent stream keeps the device awake:
    without it the first sound waits until the device has woken up.
    """
    folder = Path(tempfile.mkdtemp(prefix="earful-sound-"))
    folder.chmod(0o777)
    socket = folder / "socket"
    (folder / "asound.conf").write_text(
        "</usr/share/alsa/alsa.conf>\npcm.pulse { type pulse }\nctl.pulse { type pulse }\n")
    # Changing the user changes the home folder too, so it is set once more.
    user = ["runuser", "-u", "nobody", "--"] if os.getuid() == 0 else []
    user += ["env", f"HOME={folder}"]
    environment = {
        "PATH": os.environ["PATH"], "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder / "run")}
    server = subprocess.Popen(
        user + ["pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1",
                "--disable-shm=yes", "-L", f"module-null-sink sink_name=ear rate={RATE} channels=2",
                "-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    silence = None
    try:
        found = {
            **os.environ, "PULSE_SERVER": f"unix:{socket}", "SDL_AUDIODRIVER": "pulse",
            "ALSA_CONFIG_PATH": str(folder / "asound.conf")}
        for _ in range(100):
            if subprocess.run(["pactl", "info"], env=found, capture_output=True).returncode == 0:
                break
            time.sleep(0.1)
        else:
            sys.exit("The PulseAudio server does not answer.")
        silence = subprocess.Popen(
            ["pacat", f"--latency-msec={DEVICE_LATENCY_MS}", "/dev/zero"], env=found, stderr=subprocess.DEVNULL)
        time.sleep(2)
        yield found
    finally:
        for process in (silence, server):
            if process:
                process.terminate()
                process.wait()
        shutil.rmtree(folder, ignore_errors=True)


class Ear:
    """Hears what the device plays, and when: the monitor of the device, in windows of 5 ms.

    A window counts from when it arrived here, so that the way from the device to this process is in
    every figure. The monitor has the sound when the device mixes it, which is before a loudspeaker
    would have it by no more than the device's latency: that is added. So the figures are too large,
    never too small.
    """

    def __init__(self, environment):
        self.windows = []
        self._process = subprocess.Popen(
            ["parec", "--device=ear.monitor", "--latency-msec=5", f"--rate={RATE}", "--channels=1",
             "--format=s16le", "--raw"],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()
        time.sleep(0.5)

    def _listen(self):
        rest = b""
        while piece := os.read(self._process.stdout.fileno(), 65536):
            now = time.monotonic()
            rest += piece
            while len(rest) >= 2 * _WINDOW:
                self.windows.append((now, _tone(array.array("h", rest[:2 * _WINDOW]))))
                rest = rest[2 * _WINDOW:]

    def close(self):
        self._process.terminate()
        self._process.wait()
        self._thread.join()

    def tone_at(self, moment):
        """What was heard at a moment of the monotonic clock."""
        tone = None
        for when, heard in self.windows:
            if when > moment:
                break
            tone = heard
        return tone

    def change_after(self, moment, unless):
        """Seconds until something else than a tone was heard for two windows; None where it was not."""
        for (when, tone), (_, following) in zip(self.windows, self.windows[1:]):
            if when >= moment and tone != unless and tone is not None and following == tone:
                return when - moment + DEVICE_LATENCY_MS / 1000
        return None


def _tone(samples):
    """LOW, HIGH, 0 for silence, None for what is in between."""
    if max(map(abs, samples)) < 200:
        return 0
    crossings = sum((a < 0) != (b < 0) for a, b in zip(samples, samples[1:]))
    wanted = {LOW: 2 * LOW * _WINDOW / RATE, HIGH: 2 * HIGH * _WINDOW / RATE}
    for tone, count in wanted.items():
        if abs(crossings - count) <= 0.25 * count + 1:
            return tone
    return None
