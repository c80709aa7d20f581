# SPDX-License-Identifier: GPL-3.0-or-later
"""The server's API over its Unix socket, or over TCP with a token."""

import http.client
import json
import os
import socket
import subprocess
import sys
import warnings

import place

sys.path.insert(0, os.path.join(place.SOURCE, "tests/web"))
warnings.filterwarnings("ignore", category=DeprecationWarning)

LONGEST_CHECKED = 20000  # bytes; a check of more takes longer than the test

_checker = None


def checker():
    """What holds every answer against the description of the API; False when
    this machine has nothing to do so with."""
    global _checker
    if _checker is None:
        try:
            from openapi_check import Checker
        except ImportError:
            _checker = False
            return _checker
        told = subprocess.run([os.path.join(place.BUILD, "cclited"),
                               "--openapi"], capture_output=True, check=True)
        _checker = Checker(json.loads(told.stdout))
    return _checker


class _UnixConnection(http.client.HTTPConnection):
    def __init__(self, path, timeout):
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


class Refused(Exception):
    """An answer of 400 or more; .status, .problem (the decoded body)."""

    def __init__(self, status, problem):
        super().__init__(f"{status} {problem}")
        self.status = status
        self.problem = problem if isinstance(problem, dict) else {}

    @property
    def code(self):
        return self.problem.get("code")


class Answer:
    """status, headers, text; .json is decoded when asked for."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.raw = response.read()

    @property
    def json(self):
        return json.loads(self.raw) if self.raw else None


class Api:
    """where: the path of a Unix socket, or (address, port)."""

    def __init__(self, where, token=None, language=None, timeout_s=30):
        self.where = where
        self.token = token
        self.language = language
        self.timeout_s = timeout_s

    def connection(self):
        if isinstance(self.where, tuple):
            return http.client.HTTPConnection(*self.where,
                                              timeout=self.timeout_s)
        return _UnixConnection(self.where, self.timeout_s)

    def ask(self, method, path, body=None, headers=(), raw=None):
        """One request; any status is an answer."""
        sent = {"Accept": "application/json"}
        if body is not None:
            raw = json.dumps(body).encode()
        if raw is not None:
            sent["Content-Type"] = "application/json"
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if self.language:
            sent["Accept-Language"] = self.language
        sent.update(headers)
        connection = self.connection()
        try:
            connection.request(method, path, body=raw, headers=sent)
            answer = Answer(connection.getresponse())
        finally:
            connection.close()
        if checker() and len(answer.raw) < LONGEST_CHECKED:
            mistake = checker().mistake(method, path, answer.status,
                                        answer.headers["Content-Type"],
                                        answer.raw)
            assert not mistake, f"{method} {path}: {mistake}"
        return answer

    def _done(self, answer):
        if answer.status >= 400:
            try:
                problem = answer.json
            except ValueError:
                problem = answer.raw
            raise Refused(answer.status, problem)
        return answer.json

    def get(self, path):
        return self._done(self.ask("GET", path))

    def metrics(self):
        """What a scrape tells: numbers by name, with labels as they stand."""
        lines = self.ask("GET", "/metrics").raw.decode().splitlines()
        return {name: float(value) for name, value in
                (line.rsplit(" ", 1) for line in lines if line[0] != "#")}

    def post(self, path, **body):
        return self._done(self.ask("POST", path, body or {}))

    def do(self, path):
        """A task, which takes no body."""
        return self._done(self.ask("POST", path))

    def put(self, path, **body):
        """Changes a document: only what is named, the rest stays."""
        answer = self.ask("GET", path)
        document = self._done(answer)
        for key in ("id", "version"):
            document.pop(key, None)
        document.update(body)
        return self._done(self.ask(
            "PUT", path, document, headers={"If-Match":
                                            answer.headers["ETag"]}))

    def set_password(self, path, password):
        return self._done(self.ask("PUT", path, {"password": password}))

    def items(self, path):
        """All items of a list, page after page."""
        found, cursor = [], None
        goes_on = "after" if path.endswith("/events") else "cursor"
        while True:
            mark = "&" if "?" in path else "?"
            page = self.get(path + (f"{mark}{goes_on}={cursor}" if cursor
                                    else ""))
            found += page["items"]
            cursor = page.get("next")
            if not cursor:
                return found
