"""The server of the Listen page: edits on the disk, fifty people at once, sound in ranges, weight."""

import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

from label_studio import LabelStudio
from material import SOUGHT, make_sought, make_workspace
from measuring import Run
from web import Server


class ListenServer(Server):
    """A server over a workspace with calls to hear, and as many connections to it as are wanted."""

    def __init__(self, earful, workspace):
        super().__init__(earful, workspace)
        page, _ = super().get("/help")
        self.token = re.search(r'name="form-token" content="([^"]+)"', page).group(1)

    def connect(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def fetch(self, connection, path, headers=None):
        connection.request("GET", path, headers={"Cookie": self.cookie, **(headers or {})})
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status in (200, 206), f"{path}: {answer.status} {body[:300]}"
        return body

    def post(self, connection, path, document):
        connection.request("POST", path, json.dumps(document), {
            "Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}",
            "X-CSRF-Token": self.token, "Content-Type": "application/json"})
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status in (200, 201), f"{path}: {answer.status} {body[:300]}"
        return json.loads(body)

    def begin(self, connection, calls):
        return self.post(connection, "/api/v1/sessions", {"hear": "calls", "calls": calls})


class Sitting:
    """Somebody who tags as fast as the server answers."""

    def __init__(self, server, call, name):
        self.server, self.call, self.name = server, call, name
        self.connection = server.connect()
        state = server.begin(self.connection, [call])
        self.id, self.version, self.count = state["id"], state["version"], 0

    def annotate(self):
        self.count += 1
        number = f"{self.name}-{self.count}"
        answer = self.server.post(self.connection, f"/api/v1/sessions/{self.id}/events", {
            "eventId": number, "version": self.version, "type": "annotate",
            "annotation": {
                "id": number, "call": self.call, "range": [1000, 9000], "side": "customer",
                "content": {"type": "painPoint", "key": "hold-too-long", "severity": 4}}})
        self.version = answer["receipt"]["version"]

    def remove(self):
        number = f"{self.name}-{self.count}"
        answer = self.server.post(self.connection, f"/api/v1/sessions/{self.id}/events", {
            "eventId": number + "-gone", "version": self.version, "type": "remove",
            "annotationId": number})
        self.version = answer["receipt"]["version"]


def percentile(values, share):
    return sorted(values)[min(int(share * len(values)), len(values) - 1)]


def bench_listen(table, earful, folder, runs):
    """What somebody waits for while they listen and tag."""
    recordings = folder / "recordings-listen"
    recordings.mkdir()
    names = ["pcm16", "gsm in wav"]
    for kind in SOUGHT:
        if kind[0] in names:
            names.remove(kind[0])
            shutil.move(make_sought(folder, *kind), recordings)
    workspace = folder / "workspace-listen"
    make_workspace(earful, workspace)
    taken = Run([earful, "ingest", "--json", "--workspace", str(workspace), str(recordings)]).output
    calls = {}
    for line in taken.splitlines():
        if line.strip():
            row = json.loads(line)
            calls[Path(row["path"]).stem] = row["call"]
    server = ListenServer(earful, workspace)
    try:
        plain, copied = calls["sought-pcm16"], calls["sought-gsm-in-wav"]
        first_bytes(table, server, copied)
        edits(table, server, plain, folder, runs)
        fifty(table, server, plain, folder, runs)
        throughput(table, server, plain, folder, runs)
        weight(table, server, plain)
    finally:
        server.stop()


def edits(table, server, call, folder, runs):
    """One edit, answered when it is on the disk, in turn with one fdatasync of a page."""
    sitting = Sitting(server, call, "one")
    page = os.urandom(4096)
    syncs, posts = [], []
    descriptor = os.open(folder / "sync", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    for round_ in range(60 * runs):
        start = time.perf_counter()
        os.write(descriptor, page)
        os.fdatasync(descriptor)
        middle = time.perf_counter()
        sitting.annotate()
        end = time.perf_counter()
        # What stands stays small, as with a listener who tags and goes on.
        sitting.remove()
        if round_ > 10:
            syncs.append((middle - start) * 1000)
            posts.append((end - middle) * 1000)
    os.close(descriptor)
    peer = peer_of(folder)
    if peer:
        try:
            theirs = peer.times(20 * runs + 5)
        finally:
            peer.stop()
        for name, share in [("p50", 0.5), ("p99", 0.99)]:
            table.ratio(
                f"one annotation on the disk, {name}, Label Studio's over ours",
                [percentile(theirs, share)], [percentile(posts, share)], "ms",
                goal=20 if share == 0.5 else None, at_most=False)
    for name, share in [("p50", 0.5), ("p99", 0.99)]:
        table.ratio(
            f"one annotation on the disk, {name}, against one fdatasync",
            [percentile(posts, share)], [percentile(syncs, share)], "ms",
            goal=1.5 if share == 0.5 else None)


def peer_of(folder):
    """Label Studio, where its program is named; else None."""
    program = os.environ.get("EARFUL_LABEL_STUDIO")
    if not program:
        print("listen: EARFUL_LABEL_STUDIO names no label-studio, not compared with it", file=sys.stderr)
        return None
    return LabelStudio(program, folder / f"label-studio-{time.time_ns()}")


def fifty(table, server, call, folder, runs):
    """Fifty people who tag at once, against one alone: commits that wait together share a flush."""
    def rate(people, seconds):
        sittings = [Sitting(server, call, f"{people}-{number}-{time.time_ns()}") for number in range(people)]
        done = [0] * people
        begin = time.perf_counter() + 0.2

        def work(number):
            time.sleep(max(begin - time.perf_counter(), 0))
            while time.perf_counter() < begin + seconds:
                sittings[number].annotate()
                sittings[number].remove()
                done[number] += 2

        threads = [threading.Thread(target=work, args=[number]) for number in range(people)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sum(done) / seconds

    many = [rate(50, 3) for _ in range(runs)]
    one = [rate(1, 2) for _ in range(runs)]
    table.ratio("50 analysts at once, edits a second, against one alone", many, one, "/s",
                goal=2, at_most=False)
    peer = peer_of(folder)
    if not peer:
        return
    try:
        theirs = [peer.rate(50, 10)]
    finally:
        peer.stop()
    table.ratio("50 analysts at once, edits a second, against Label Studio", [sorted(many)[len(many) // 2]], theirs, "/s",
                goal=300, at_most=False)


def throughput(table, server, call, folder, runs):
    """The sound of an hour in one answer, against nginx with the same bytes as a file."""
    nginx = os.environ.get("EARFUL_NGINX") or shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
    path = f"/calls/{call}/audio.wav"
    site = folder / "site"
    site.mkdir()
    connection = server.connect()
    (site / "call.wav").write_bytes(server.fetch(connection, path))
    size = (site / "call.wav").stat().st_size
    if not nginx:
        print("listen: nginx is not installed, throughput not compared", file=sys.stderr)
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (folder / "nginx.conf").write_text(f"""
        daemon off; pid {folder}/nginx.pid; error_log stderr; worker_processes 1;
        events {{ worker_connections 64; }}
        http {{ access_log off; sendfile on;
          client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
          uwsgi_temp_path {folder}; scgi_temp_path {folder};
          server {{ listen 127.0.0.1:{port}; root {site}; }} }}""")
    peer = subprocess.Popen([nginx, "-p", str(folder), "-c", str(folder / "nginx.conf")],
                            stderr=subprocess.DEVNULL)
    try:
        time.sleep(0.5)
        ours, theirs = [], []
        for run in range(runs + 1):
            for list_, address, headers, wanted in [
                (ours, ("127.0.0.1", server.port), f"Cookie: {server.cookie}\r\n", path),
                (theirs, ("127.0.0.1", port), "", "/call.wav"),
            ]:
                seconds = download(address, wanted, headers, size)
                if run > 0:
                    list_.append(size / seconds / 1e6)
        table.ratio("sound of an hour, MB a second, against nginx with a file", ours, theirs, "MB/s",
                    goal=0.5, at_most=False)
    finally:
        peer.terminate()
        peer.wait()


def download(address, path, headers, size):
    """Seconds in which a range of the whole file arrives."""
    with socket.create_connection(address) as line:
        start = time.perf_counter()
        line.sendall((f"GET {path} HTTP/1.1\r\nHost: {address[0]}:{address[1]}\r\n{headers}"
                      f"Range: bytes=0-{size - 1}\r\nConnection: close\r\n\r\n").encode())
        buffer = bytearray(1 << 20)
        got = 0
        while True:
            count = line.recv_into(buffer)
            if count == 0:
                break
            if got == 0 and not buffer.startswith(b"HTTP/1.1 206"):
                sys.exit(f"{path} was answered with {bytes(buffer[:80])}")
            got += count
        if got < size:
            sys.exit(f"{path}: {got} of {size} bytes came")
        return time.perf_counter() - start


def weight(table, server, call):
    """Bytes on the line for the page, as a browser asks for it that has nothing yet."""
    connection = server.connect()
    state = server.begin(connection, [call])
    packed = {"Accept-Encoding": "gzip"}
    page = server.fetch(connection, f"/listen?sitting={state['id']}", packed)
    links = set(re.findall(rb'(?:href|src)="(/(?:static|modules)/[^"]+)"', page))
    total = len(page)
    for link in links:
        total += len(server.fetch(connection, link.decode(), packed))
    for path in [f"/api/v1/sessions/{state['id']}/listening", "/api/v1/taxonomy", "/api/v1/keys",
                 f"/api/v1/calls/{call}/sound"]:
        total += len(server.fetch(connection, path, packed))
    table.limit("page weight of Listen", [total / 1000], "kB", 150)


def first_bytes(table, server, call):
    """The first bytes of the sound of a call that has no copy yet."""
    connection = server.connect()
    start = time.perf_counter()
    server.fetch(connection, f"/calls/{call}/audio.wav", {"Range": "bytes=0-32767"})
    table.limit("first bytes of a call not copied yet", [(time.perf_counter() - start) * 1000], "ms", 300)
