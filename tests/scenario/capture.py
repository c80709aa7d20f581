# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a WebSocket tells: all that an administrator may watch, read as it
comes, so that no state between two others is passed over."""

import os
import re
import threading
from types import SimpleNamespace

import place
from api import Api  # noqa: F401  (which says where ws_peer is)
from ws_peer import Watcher

with open(os.path.join(place.SOURCE, "src", "wire", "topic.def"),
          encoding="utf-8") as _text:
    TOPICS = re.findall(r"^(?:DOCUMENT_)?TOPIC\(\w+, +(\w+),", _text.read(),
                        re.MULTILINE)


class Capture(threading.Thread):
    """Begins at once."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self._api = server.api
        self._board = Watcher(SimpleNamespace(socket_path=server.socket),
                              local=True)
        for topic in TOPICS:
            self._board.watch(topic)
        self._board.follow(after=self._seq())
        self._until = None
        self.start()

    def _seq(self):
        return self._api.get("/api/state")["seq"]

    def run(self):
        while self._until is None or self._board.seq < self._until:
            self._board.pump(0.05)
        self._board.settle()
        self._board.close()

    def end(self):
        """All of the journal until now, and each byte: (events, text)."""
        self._until = self._seq()
        self.join(place.PATIENCE_S)
        assert not self.is_alive(), "the capture does not end"
        return self._board.events, self._board.bytes.decode(errors="replace")
