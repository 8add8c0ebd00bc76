"""Label Studio as the peer of an edit: the same thing said of the same call, over its own API.

It is on PyPI and heavy, so it is no part of what Scripts/install-packages installs: make a virtual
environment, `pip install label-studio`, and name its program in EARFUL_LABEL_STUDIO.
"""

import http.client
import json
import os
import socket
import subprocess
import threading
import time

TOKEN = "0123456789abcdef0123456789abcdef01234567"
CONFIG = """<View><Audio name="audio" value="$audio"/><Labels name="pain" toName="audio">
<Label value="hold-too-long"/></Labels></View>"""
RESULT = [{"from_name": "pain", "to_name": "audio", "type": "labels", "original_length": 60,
           "value": {"start": 1, "end": 9, "channel": 0, "labels": ["hold-too-long"]}}]


class LabelStudio:
    """A server with one task to annotate."""

    def __init__(self, program, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        environment = {
            **os.environ, "LABEL_STUDIO_BASE_DATA_DIR": str(folder),
            "LABEL_STUDIO_ENABLE_LEGACY_API_TOKEN": "true", "COLLECT_ANALYTICS": "false"}
        self.process = subprocess.Popen(
            [program, "start", "--no-browser", "--port", str(self.port), "--internal-host", "127.0.0.1",
             "--username", "bench@localhost.local", "--password", "bench-bench", "--user-token", TOKEN],
            env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait()
        connection = self.connect()
        project = self.post(connection, "/api/projects/", {"title": "bench", "label_config": CONFIG})
        self.post(connection, f"/api/projects/{project['id']}/import", [{"audio": "/none.wav"}])
        connection.request("GET", f"/api/tasks/?project={project['id']}", headers=self.headers)
        self.task = json.loads(connection.getresponse().read())["tasks"][0]["id"]

    headers = {"Authorization": f"Token {TOKEN}", "Content-Type": "application/json"}

    def wait(self):
        for _ in range(240):
            try:
                connection = self.connect()
                connection.request("GET", "/health")
                if connection.getresponse().status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.5)
        raise TimeoutError("Label Studio does not start")

    def connect(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def post(self, connection, path, document):
        connection.request("POST", path, json.dumps(document), self.headers)
        answer = connection.getresponse()
        body = answer.read()
        assert answer.status in (200, 201), f"{path}: {answer.status} {body[:300]}"
        return json.loads(body)

    def annotate(self, connection):
        self.post(connection, f"/api/tasks/{self.task}/annotations/", {"result": RESULT})

    def times(self, count):
        """Milliseconds of so many annotations, one after the other."""
        connection = self.connect()
        times = []
        for _ in range(count):
            start = time.perf_counter()
            self.annotate(connection)
            times.append((time.perf_counter() - start) * 1000)
        return times[5:]

    def rate(self, people, seconds):
        """Annotations a second that so many people get stored; what fails is not counted."""
        done = [0] * people
        end = time.perf_counter() + seconds

        def work(number):
            connection = self.connect()
            while time.perf_counter() < end:
                try:
                    self.annotate(connection)
                    done[number] += 1
                except (AssertionError, OSError, http.client.HTTPException):
                    connection = self.connect()

        threads = [threading.Thread(target=work, args=[number]) for number in range(people)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sum(done) / seconds

    def stop(self):
        self.process.terminate()
        self.process.wait()
