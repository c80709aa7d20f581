# SPDX-License-Identifier: GPL-3.0-or-later
"""A socket before the server's, whose connections can be cut."""

import os
import socket
import threading


class Proxy:
    """Passes bytes on. Has what screen.Console wants of a server."""

    def __init__(self, server, path):
        self.environment = server.environment
        self.socket = path
        self.target = server.socket
        self.lock = threading.Lock()
        self.pairs = []
        self.is_cut = False
        self.to_lose = 0  # so many answers to commands get lost
        self.commands = []  # the heads of those that reached the server
        self.listener = socket.socket(socket.AF_UNIX)
        self.listener.bind(path)
        self.listener.listen(8)
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            with self.lock:
                is_cut = self.is_cut
            if is_cut:
                near.close()
                continue
            far = socket.socket(socket.AF_UNIX)
            try:
                far.connect(self.target)
            except OSError:  # the server is gone
                near.close()
                continue
            with self.lock:
                self.pairs.append((near, far))
            loses = threading.Event()  # what comes back gets lost
            for ends in ((near, far, True), (far, near, False)):
                threading.Thread(target=self._pass, args=(*ends, loses),
                                 daemon=True).start()

    def _pass(self, source, target, is_question, loses):
        try:
            while data := source.recv(65536):
                if is_question and data.startswith(b"POST "):
                    if self._takes_command(data):
                        loses.set()
                elif not is_question and loses.is_set():
                    break  # it is done, and nobody hears of it
                target.sendall(data)
        except OSError:
            pass
        self._end(source, target)

    def _takes_command(self, data):
        """Notes a command; whether its answer is to be lost."""
        with self.lock:
            self.commands.append(data.decode("utf-8", "replace"))
            loses = self.to_lose > 0
            self.to_lose -= loses
        return loses

    @staticmethod
    def _end(*ends):
        for end in ends:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def cut(self):
        """Cuts all there are, and any that come."""
        with self.lock:
            self.is_cut = True
            pairs, self.pairs = self.pairs, []
        for pair in pairs:
            self._end(*pair)

    def mend(self, to_lose=0):
        """Lets connections through again."""
        with self.lock:
            self.to_lose = to_lose
            self.commands.clear()
            self.is_cut = False

    def keys_of(self, path):
        """The Idempotency-Keys of the commands to a path, as they came."""
        with self.lock:
            heads = [head for head in self.commands
                     if head.split(" ", 2)[1].endswith(path)]
        return [line.split(": ", 1)[1] for head in heads
                for line in head.split("\r\n")
                if line.lower().startswith("idempotency-key")]

    def close(self):
        self.cut()
        self.listener.close()
        os.unlink(self.socket)
