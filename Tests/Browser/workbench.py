"""A server over a copy of the sample workspace, and browsers that are signed in to it."""

import atexit
import os
import re
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
EARFUL = os.environ.get("EARFUL_EXECUTABLE", str(ROOT / ".build/debug/earful"))
CHROMIUM = os.environ.get("EARFUL_CHROMIUM", "/usr/bin/chromium")
# Where pictures are kept; without it none are.
SCREENSHOTS = os.environ.get("EARFUL_SCREENSHOTS")

PHONE, TABLET, LAPTOP, WALL = (360, 740), (768, 1024), (1280, 800), (1920, 1080)


class Workbench:
    """One server for all tests of a run: it is started once, and stopped at the end."""

    _only = None

    @classmethod
    def shared(cls):
        if cls._only is None:
            cls._only = cls()
            atexit.register(cls._only.stop)
        return cls._only

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="earful-browser-"))
        for name in ["Recordings", "Annotations"]:
            shutil.copytree(
                ROOT / name, self.folder / name,
                ignore=shutil.ignore_patterns("earful.sqlite*", "earful.lock", "pseudonym.key"))
        self.earful("ingest", "--metadata", "Recordings/calls.csv")
        self.earful(
            "import", "Annotations/sample-tags.csv", "--draws", "Annotations/sample-draws.csv")
        self.server = subprocess.Popen(
            [EARFUL, "serve", "--port", "0", "--listener", "ana"], cwd=self.folder,
            stdout=subprocess.PIPE, text=True, start_new_session=True)
        self.link = None
        while self.link is None:
            line = self.server.stdout.readline()
            assert line, "the server ended before it printed a link"
            found = re.search(r"http://\S+/sign-in/\S+", line)
            self.link = found and found.group(0)
        self.address = self.link[: self.link.index("/sign-in/")]
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(
            # Root, which continuous integration often is, has no sandbox.
            executable_path=CHROMIUM, args=["--no-sandbox"])
        context = self.browser.new_context()
        page = context.new_page()
        page.goto(self.link)
        page.get_by_role("button").click()
        page.wait_for_url(self.address + "/")
        self.state = context.storage_state()
        context.close()

    def earful(self, *arguments):
        done = subprocess.run(
            [EARFUL, *arguments], cwd=self.folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr

    def context(self, size=LAPTOP, scheme="light", signed_in=True, **more):
        return self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme,
            base_url=self.address, storage_state=self.state if signed_in else None, **more)

    def stop(self):
        self.browser.close()
        self.playwright.stop()
        os.kill(self.server.pid, signal.SIGTERM)
        status = self.server.wait(timeout=30)
        shutil.rmtree(self.folder)
        assert status == 0, f"the server ended with {status}"


def keep_picture(page, name):
    if SCREENSHOTS:
        Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(SCREENSHOTS) / f"{name}.png"), full_page=True)
