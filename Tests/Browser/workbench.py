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

import fixes

ROOT = Path(__file__).resolve().parents[2]
EARFUL = os.environ.get("EARFUL_EXECUTABLE", str(ROOT / ".build/debug/earful"))
CHROMIUM = os.environ.get("EARFUL_CHROMIUM", "/usr/bin/chromium")
# Where pictures are kept; without it none are.
SCREENSHOTS = os.environ.get("EARFUL_SCREENSHOTS")

PHONE, TABLET, LAPTOP, WALL = (360, 740), (768, 1024), (1280, 800), (1920, 1080)

# Tests wait for what they want to see, and a busy machine may take its time: only what never comes
# takes so long. In milliseconds.
PATIENCE = 90_000


class Workbench:
    """One server for all tests of a run: it is started once, and stopped at the end."""

    _only = None
    _playwright = None
    _workspace = None

    @classmethod
    def shared(cls):
        if cls._only is None:
            cls._only = cls()
            atexit.register(cls._only.stop)
        return cls._only

    def __init__(self, prepare=lambda folder: None):
        """`prepare` changes the workspace before the server takes it."""
        self.folder = Path(tempfile.mkdtemp(prefix="earful-browser-"))
        # The recordings are links, so that the archive knows them for those that it took in.
        shutil.copytree(
            self.workspace() / "Recordings", self.folder / "Recordings", copy_function=os.link)
        shutil.copytree(self.workspace() / "Annotations", self.folder / "Annotations")
        prepare(self.folder)
        self.port = 0
        self.start()
        # One Playwright for the whole run: it starts only once in a thread.
        if Workbench._playwright is None:
            Workbench._playwright = sync_playwright().start()
            atexit.register(Workbench._playwright.stop)
        self.browser = Workbench._playwright.chromium.launch(
            # Root, which continuous integration often is, has no sandbox.
            executable_path=CHROMIUM, args=["--no-sandbox"])
        self.state = self.signed_in("ana", self.link)

    @classmethod
    def workspace(cls):
        """The sample workspace, taken in once for all servers of a run."""
        if cls._workspace is None:
            folder = Path(tempfile.mkdtemp(prefix="earful-sample-"))
            atexit.register(shutil.rmtree, folder)
            for name in ["Recordings", "Annotations"]:
                shutil.copytree(
                    ROOT / name, folder / name,
                    ignore=shutil.ignore_patterns("earful.sqlite*", "earful.lock", "pseudonym.key"))
            earful(folder, "ingest", "--metadata", "Recordings/calls.csv")
            earful(folder, "import", "Annotations/sample-tags.csv",
                   "--draws", "Annotations/sample-draws.csv")
            fixes.write(folder / "Annotations/earful.sqlite")
            cls._workspace = folder
        return cls._workspace

    def start(self):
        """Starts the server; on the port that it had, where it had one."""
        self.server = subprocess.Popen(
            [EARFUL, "serve", "--port", str(self.port), "--listener", "ana"], cwd=self.folder,
            stdout=subprocess.PIPE, text=True, start_new_session=True)
        self.link = None
        while self.link is None:
            line = self.server.stdout.readline()
            assert line, "the server ended before it printed a link"
            found = re.search(r"http://\S+/sign-in/\S+", line)
            self.link = found and found.group(0)
        self.address = self.link[: self.link.index("/sign-in/")]
        self.port = int(self.address.rpartition(":")[2])

    def kill(self):
        """Ends the server as a loss of power would."""
        os.kill(self.server.pid, signal.SIGKILL)
        self.server.wait()
        self.server.stdout.close()

    def signed_in(self, listener, link):
        """What a browser keeps that signed in by a link."""
        with self.browser.new_context() as context:
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            page.goto(link)
            page.locator("[name=listener]").fill(listener)
            page.get_by_role("button").click()
            page.wait_for_url(self.address + "/")
            return context.storage_state()

    def context_of(self, listener, size=LAPTOP, **more):
        """A browser of somebody else, let in by a link that the first one made."""
        with self.context() as context:
            page = context.new_page()
            page.goto("/help")
            page.locator("form[action='/links'] button").click()
            link = re.search(r"http://\S+/sign-in/[\w-]+", page.inner_text("main")).group(0)
        return self._context(size, storage_state=self.signed_in(listener, link), **more)

    def context(self, size=LAPTOP, scheme="light", signed_in=True, **more):
        return self._context(
            size, color_scheme=scheme, storage_state=self.state if signed_in else None, **more)

    def _context(self, size, **more):
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, base_url=self.address, **more)
        context.set_default_timeout(PATIENCE)
        return context

    def stop(self):
        self.browser.close()
        self.server.send_signal(signal.SIGTERM)
        status = self.server.wait(timeout=PATIENCE / 1000)
        self.server.stdout.close()
        shutil.rmtree(self.folder)
        assert status == 0, f"the server ended with {status}"


def earful(folder, *arguments):
    """Runs the program in a workspace."""
    done = subprocess.run([EARFUL, *arguments], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def settle(page):
    """Waits until nothing moves any more: what is half way in has neither its colour nor its place."""
    page.wait_for_function(
        "() => document.getAnimations().every(({ playState }) => playState !== 'running')")


def keep_picture(page, name):
    if SCREENSHOTS:
        Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(SCREENSHOTS) / f"{name}.png"), full_page=True)
