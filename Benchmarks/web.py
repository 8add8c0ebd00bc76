"""The workbench in a browser, measured as a browser sees it: over its port, signed in."""

import csv
import datetime
import hashlib
import http.client
import random
import re
import signal
import subprocess
import time
import urllib.parse

from material import make_archive_rows, make_workspace
from measuring import Run


class Server:
    """A running `earful serve`, and one signed-in connection to it."""

    def __init__(self, earful, workspace):
        start = time.perf_counter()
        self.process = subprocess.Popen(
            [earful, "serve", "--workspace", str(workspace), "--port", "0", "--listener", "bench"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            found = re.search(r"http://127\.0\.0\.1:(\d+)(/sign-in/(\S+))", line)
            if found:
                break
        self.port = int(found.group(1))
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port)
        self.connection.request("GET", found.group(2))
        answer = self.connection.getresponse()
        answer.read(1)
        self.start_to_first_byte = time.perf_counter() - start
        answer.read()
        assert answer.status == 200
        self.connection.request(
            "POST", "/sign-in",
            urllib.parse.urlencode({"link": found.group(3), "listener": "bench"}),
            {"Origin": f"http://127.0.0.1:{self.port}",
             "Content-Type": "application/x-www-form-urlencoded"})
        answer = self.connection.getresponse()
        answer.read()
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]

    def get(self, path):
        """The page, and the seconds from the request to its last byte."""
        start = time.perf_counter()
        self.connection.request("GET", path, headers={"Cookie": self.cookie})
        answer = self.connection.getresponse()
        page = answer.read().decode()
        seconds = time.perf_counter() - start
        assert answer.status == 200, f"{path}: {answer.status}"
        return page, seconds

    @property
    def resident_mib(self):
        with open(f"/proc/{self.process.pid}/status") as status:
            return int(re.search(r"VmRSS:\s+(\d+)", status.read()).group(1)) / 1024

    def stop(self):
        self.connection.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)
        self.process.stdout.close()


def make_large_rows(folder, calls=1_000_000, heard=20_000, weeks=50, seed=1):
    """A call log of a year, a draw of each week, and 100,000 tags on some calls of each draw."""
    chance = random.Random(seed)
    keys = ["hold-too-long", "repeat-explanation", "transferred-again", "agent-in-doubt",
            "too-many-systems", "call-cut-off", "policy-blocks-fix"]
    first = datetime.datetime(2025, 12, 1, 8, tzinfo=datetime.timezone.utc)
    log, draws, tags = folder / "large.csv", folder / "large-draws.csv", folder / "large-tags.csv"
    per_week, heard_per_week = calls // weeks, heard // weeks
    with open(log, "w", newline="") as log_file, open(tags, "w", newline="") as tags_file:
        log_rows, tag_rows = csv.writer(log_file), csv.writer(tags_file)
        log_rows.writerow([
            "call_id", "started_at", "direction", "queue", "site", "agent", "caller",
            "duration_seconds", "recording"])
        tag_rows.writerow([
            "session", "listener", "purpose", "at", "selection", "call", "act", "code", "severity",
            "from", "to", "side", "text"])
        for index in range(calls):
            week, place = index // per_week, index % per_week
            start = first + datetime.timedelta(weeks=week, seconds=chance.randrange(5 * 86400))
            call = f"w{index:07}"
            caller = hashlib.sha256(str(chance.randrange(calls // 3)).encode()).hexdigest()[:10]
            log_rows.writerow([
                call, start.isoformat(), "inbound", chance.choice(["Billing", "Technical", "Sales"]),
                chance.choice(["North", "South"]), f"A-{chance.randrange(400)}", f"c-{caller}",
                chance.randrange(30, 1800), "deleted"])
            if place >= heard_per_week:
                continue
            at = (first + datetime.timedelta(weeks=week, days=6)).isoformat()
            row = [f"s{week}-{place // 40}", f"l{place // 40}", "tagging", at, f"week{week}", call]
            tag_rows.writerow(row + ["heard", "", "", 0, 20, "", ""])
            for _ in range(5):
                begin = chance.randrange(15)
                tag_rows.writerow(row + [
                    "pain-point", chance.choice(keys), chance.randrange(1, 6), begin, begin + 5, "",
                    ""])
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
                per_week, begin.date(), end.date(), ""])
    periods = [(first + datetime.timedelta(weeks=week)).strftime("%G-W%V") for week in range(weeks)]
    return log, draws, tags, periods


def _p99(seconds):
    return sorted(seconds)[max(0, int(len(seconds) * 0.99) - 1)] * 1000


def bench_web(table, earful, folder, runs):
    """Start-up and memory on a small workspace; pages of a library of a million calls."""
    small = folder / "workspace-web"
    make_workspace(earful, small)
    log, draws, tags, _ = make_archive_rows(folder, calls=200)
    Run([earful, "ingest", "--workspace", str(small), "--metadata", str(log)])
    Run([earful, "import", "--workspace", str(small), str(tags), "--draws", str(draws)])
    starts, memory = [], []
    for index in range(runs + 1):
        server = Server(earful, small)
        for path in ["/", "/calls", "/digest"]:
            server.get(path)
        time.sleep(1)
        if index > 0:
            starts.append(server.start_to_first_byte)
            memory.append(server.resident_mib)
        server.stop()
    table.limit("web, start to first byte, 200 calls", starts, "s", 0.3)
    table.limit("web, idle memory after three pages", memory, "MiB", 80)

    large = folder / "workspace-million"
    make_workspace(earful, large)
    log, draws, tags, weeks = make_large_rows(folder)
    Run([earful, "ingest", "--workspace", str(large), "--metadata", str(log)])
    Run([earful, "import", "--workspace", str(large), str(tags), "--draws", str(draws)])
    server = Server(earful, large)
    filters = ["", "?queue=Billing", "?site=North&queue=Sales", "?agent=A-17", "?heard=yes",
               "?pain-point=call-cut-off", "?recording=undecodable", "?order=longestFirst",
               "?order=oldestFirst", "?from=2026-03-02&to=2026-03-08", "?completeness-under=100"]
    library, digests = [], []
    for query in filters:
        path = "/calls" + query
        for _ in range(12):
            page, seconds = server.get(path)
            library.append(seconds)
            following = re.search(r'rel="next" href="([^"]+)"', page)
            path = following.group(1).replace("&amp;", "&") if following else "/calls" + query
    for _ in range(4):
        for week in weeks:
            digests.append(server.get(f"/digest?week={week}")[1])
    first, again = digests[:len(weeks)], digests[len(weeks):]
    server.stop()
    table.limit("web, library page of 1,000,000 calls, p99", [_p99(library)], "ms", 50)
    table.limit("web, digest page made anew, p99", [_p99(first)], "ms", 50)
    table.limit("web, digest page asked for again, p99", [_p99(again)], "ms", 50)
