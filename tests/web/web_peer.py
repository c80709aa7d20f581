# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scenario tests of the API share: a server, a client, and TAP."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import openapi_check

BUILD = os.environ.get("top_builddir", ".")


class Tap:
    """Counts claims and prints them."""

    def __init__(self):
        self.count = 0
        self.failed = 0

    def claim(self, sentence, holds, detail=""):
        self.count += 1
        if not holds:
            self.failed += 1
            print(f"# {detail}")
        print(f"{'ok' if holds else 'not ok'} {self.count} - {sentence}",
              flush=True)
        return bool(holds)

    def equal(self, sentence, given, wanted):
        return self.claim(sentence, given == wanted,
                          f"given {given!r}, wanted {wanted!r}")

    def done(self):
        print(f"1..{self.count}")
        sys.exit(1 if self.failed else 0)


class LocalConnection(http.client.HTTPConnection):
    """HTTP through a Unix socket."""

    def __init__(self, path):
        super().__init__("localhost", timeout=30)
        self.path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(30)
        self.sock.connect(self.path)


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        return self.json.get("code")


class Client:
    """Somebody who asks, by a token or through the Unix socket."""

    def __init__(self, peer, token=None, local=False):
        self.peer = peer
        self.token = token
        self.local = local
        self.connection = None

    def open(self):
        if self.local:
            return LocalConnection(self.peer.socket_path)
        return http.client.HTTPConnection("127.0.0.1", self.peer.port,
                                          timeout=30)

    def ask(self, method, path, body=None, headers=None):
        headers = dict(headers or {})
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body)
            headers.setdefault("Content-Type", "application/json")
        for attempt in range(2):
            try:
                if self.connection is None:
                    self.connection = self.open()
                self.connection.request(method, path, body, headers)
                reply = self.connection.getresponse()
                answer = Answer(reply.status, reply.headers, reply.read())
                break
            except (http.client.RemoteDisconnected, BrokenPipeError,
                    ConnectionResetError):
                # an idle connection was closed meanwhile
                self.connection = None
                if attempt == 1:
                    raise
        if answer.headers.get("Connection") == "close":
            self.connection.close()
            self.connection = None
        self.peer.check(method, path, answer)
        return answer

    def get(self, path, **headers):
        return self.ask("GET", path, None, headers)

    def post(self, path, body=None, headers=None):
        return self.ask("POST", path, body, headers)

    def change(self, path, fields):
        """Reads, changes, writes."""
        before = self.get(path)
        return self.ask("PUT", path, {**before.json, **fields},
                        {"If-Match": before.headers["ETag"]})

    def remove(self, path):
        before = self.get(path)
        return self.ask("DELETE", path, None,
                        {"If-Match": before.headers["ETag"]})


class Peer:
    """A server, and what it has answered wrongly so far."""

    def __init__(self, **settings):
        self.directory = tempfile.mkdtemp(prefix="cclite-web-")
        self.settings = settings
        self.checker = None
        self.mistakes = []
        self.start()
        self.root = Client(self, local=True)
        description = self.root.ask("GET", "/api/openapi.json").json
        self.checker = openapi_check.Checker(description)

    def start(self):
        self.socket_path = os.path.join(self.directory, "socket")
        arguments = [f"{k}={v}" for k, v in self.settings.items()]
        self.log = open(os.path.join(self.directory, "log"), "ab")
        self.process = subprocess.Popen(
            [os.path.join(BUILD, "tests/web/peer"), self.directory,
             self.socket_path] + arguments,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log)
        line = self.process.stdout.readline().split()
        assert line and line[0] == b"port", self.read_log()
        self.port = int(line[1])

    def read_log(self):
        with open(os.path.join(self.directory, "log"), "rb") as log:
            return log.read().decode(errors="replace")

    def say(self, line):
        self.process.stdin.write((line + "\n").encode())
        self.process.stdin.flush()

    def stop(self):
        self.process.stdin.close()
        return self.process.wait(timeout=60)

    def end(self):
        """Stops, and says how it ended: 0, and what it wrote."""
        code = self.stop()
        text = self.read_log()
        shutil.rmtree(self.directory)
        return code, text

    def check(self, method, path, answer):
        if self.checker is None or method == "HEAD":
            return
        wrong = self.checker.mistake(method, path, answer.status,
                                     answer.headers.get("Content-Type"),
                                     answer.body)
        if wrong:
            self.mistakes.append(f"{method} {path}: {wrong}")

    def memory(self):
        """Resident bytes."""
        with open(f"/proc/{self.process.pid}/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def person(self, name, role, password="correct horse"):
        """Makes a user and signs in."""
        made = self.root.post("/api/users", {"name": name, "role": role})
        assert made.status == 201, made.body
        answer = self.root.ask("PUT", f"/api/users/{name}/password",
                               {"password": password})
        assert answer.status == 204, answer.body
        return self.sign_in(name, password)

    def sign_in(self, name, password="correct horse"):
        answer = Client(self).post("/api/sessions",
                                   {"name": name, "password": password})
        assert answer.status == 201, answer.body
        return Client(self, answer.json["token"])


def wait_for(look, seconds=60):
    """Asks again until it is so, or the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if look():
            return True
        time.sleep(0.02)
    return bool(look())


def last_claims(tap, peer):
    """What holds for every scenario."""
    tap.equal("every answer is as the API describes it", peer.mistakes[:5], [])
    code, text = peer.end()
    tap.equal("the server ends by itself", code, 0)
    tap.equal("and has nothing to complain about", text, "")
