# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who asks for a queue's statistics all the time."""

import re
import socket
import threading
import time


class Asker(threading.Thread):
    """Asks over one connection, at a rate, for some seconds."""

    def __init__(self, path, per_s, seconds, took):
        super().__init__(daemon=True)
        self.line = socket.socket(socket.AF_UNIX)
        self.line.connect(path)
        self.per_s, self.seconds, self.took = per_s, seconds, took

    def run(self):
        request = (b"GET /api/queues/sales/stats HTTP/1.1\r\n"
                   b"Host: localhost\r\n\r\n")
        began = time.monotonic()
        for number in range(self.per_s * self.seconds):
            due = began + number / self.per_s
            now = time.monotonic()
            if due > now:
                time.sleep(due - now)
            sent = time.monotonic()
            self.line.sendall(request)
            self._read()
            self.took.append(time.monotonic() - sent)

    def _read(self):
        heard = b""
        while b"\r\n\r\n" not in heard:
            more = self.line.recv(65536)
            assert more, "the server hung up"
            heard += more
        head, body = heard.split(b"\r\n\r\n", 1)
        assert head.startswith(b"HTTP/1.1 200"), head
        length = int(re.search(rb"(?i)content-length: (\d+)", head).group(1))
        while len(body) < length:
            body += self.line.recv(65536)
