# SPDX-License-Identifier: GPL-3.0-or-later
"""A foreign WebSocket client (python3-websockets), and a bare one that may
send what it likes."""

import base64
import json
import os
import socket
import struct
import time

import websockets.exceptions
import websockets.frames
from websockets.client import ClientConnection
from websockets.uri import parse_uri

PATIENCE_S = 60


class Closed(Exception):
    """The server has closed; .code, .reason."""

    def __init__(self, code, reason):
        super().__init__(f"{code} {reason}")
        self.code = code
        self.reason = reason


def connect(peer, local):
    if local:
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        sock.connect(peer.socket_path)
    else:
        sock = socket.create_connection(("127.0.0.1", peer.port))
    sock.settimeout(PATIENCE_S)
    return sock


class Watcher:
    """One connection, and the rows it was told. The library does the protocol,
    without a thread or a loop; the bytes are moved here."""

    def __init__(self, peer, token=None, local=False, headers=(), hello=True):
        self.sock = connect(peer, local)
        self.ws = ClientConnection(
            parse_uri("ws://127.0.0.1/api/ws"), subprotocols=["cclite.1"],
            max_size=4 * 1024 * 1024)
        request = self.ws.connect()
        if token:
            request.headers["Authorization"] = "Bearer " + token
        for name, value in headers:
            request.headers[name] = value
        self.ws.send_request(request)
        self.texts = []
        self.bytes = b""
        self.rows = {}      # topic -> {id: fields}
        self.numbers = {}   # topic -> n of the last message
        self.ready = set()  # topics told whole
        self.refused = []
        self.events = []
        self.notices = []
        self.seq = 0
        self.gaps = 0
        self.doubt = {}
        self.hello = None
        self.flush()
        if hello:
            self.wait("hello", lambda: self.hello)

    def flush(self):
        for data in self.ws.data_to_send():
            if data:
                self.sock.sendall(data)

    def pump(self, seconds=PATIENCE_S):
        """Reads once, and takes what came."""
        self.sock.settimeout(max(seconds, 0.001))
        try:
            data = self.sock.recv(65536)
        except socket.timeout:
            return
        except ConnectionResetError:
            data = b""
        self.bytes += data
        if data:
            self.ws.receive_data(data)
        else:
            self.ws.receive_eof()
        self.flush()
        for event in self.ws.events_received():
            if isinstance(event, websockets.frames.Frame):
                if event.opcode == websockets.frames.Opcode.TEXT:
                    self.take(json.loads(event.data))
        if not data:
            close = self.ws.close_rcvd
            raise Closed(close.code if close else 1006,
                         close.reason if close else "")

    def take(self, message):
        kind = message["is"]
        if kind == "hello":
            self.hello = message
        elif kind == "rows":
            self.take_rows(message)
        elif kind == "events":
            self.events += message["events"]
            self.seq = message["seq"]
        elif kind == "refused":
            self.refused.append(message)
        elif kind == "notice":
            self.notices.append(message["code"])

    def take_rows(self, message):
        topic = message["topic"]
        rows = self.rows.setdefault(topic, {})
        if message["n"] != self.numbers.get(topic, 0) + 1:
            self.gaps += 1
        self.numbers[topic] = message["n"]
        if message.get("first"):
            self.doubt[topic] = set(rows)
        for row in message["rows"]:
            rows[row["id"]] = row["fields"]
            self.doubt.get(topic, set()).discard(row["id"])
        for gone in message.get("gone", []):
            rows.pop(gone, None)
        if message.get("last"):
            for gone in self.doubt.pop(topic, set()):
                rows.pop(gone, None)
            self.ready.add(topic)

    def wait(self, what, look, seconds=PATIENCE_S):
        """Reads until it is so."""
        end = time.monotonic() + seconds
        while not look():
            left = end - time.monotonic()
            if left <= 0:
                raise AssertionError(f"not in time: {what}; {self.rows}")
            self.pump(left)
        return look()

    def settle(self):
        """Reads all that was sent before now: a ping goes round."""
        self.ws.send_ping(b"settle")
        self.flush()
        mark = len(self.bytes)
        self.wait("a pong", lambda: b"\x8a\x06settle" in
                  self.bytes[max(0, mark - 8):])

    def say(self, **message):
        self.ws.send_text(json.dumps(message).encode())
        self.flush()

    def watch(self, topic, **more):
        """Watches, and waits until all is told."""
        self.ready.discard(topic)
        self.numbers.pop(topic, None)
        refused = len(self.refused)
        self.say(do="watch", topic=topic, **more)
        self.wait(topic, lambda: topic in self.ready or
                  len(self.refused) > refused)
        return self.rows.get(topic, {})

    def follow(self, after=0, **more):
        self.say(do="follow", after=after, **more)
        return self

    def wait_row(self, topic, row, **fields):
        """Waits until a row says so."""
        def looks():
            found = self.rows.get(topic, {}).get(row)
            return found and all(found[k] == v for k, v in fields.items())
        return self.wait(f"{topic} {row} {fields}", looks)

    def wait_closed(self, seconds=PATIENCE_S):
        """Reads until the server closes; gives the code."""
        end = time.monotonic() + seconds
        try:
            while time.monotonic() < end:
                self.pump(end - time.monotonic())
        except Closed as closed:
            return closed.code
        raise AssertionError("it was not closed in time")

    def close(self):
        self.sock.close()


class Bare:
    """Speaks the greeting, and then whatever it is told to."""

    def __init__(self, peer, token=None, local=False, greet=True):
        self.sock = connect(peer, local)
        self.token = token
        self.head = b""
        if greet:
            self.sock.sendall(self.greeting())
            self.head = self.read_head()

    def greeting(self, path="/api/ws", drop=(), **more):
        headers = {
            "Host": "127.0.0.1", "Upgrade": "websocket",
            "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
            "Sec-WebSocket-Key": base64.b64encode(os.urandom(16)).decode()}
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        headers.update({k.replace("_", "-"): v for k, v in more.items()})
        lines = [f"GET {path} HTTP/1.1"] + [
            f"{k}: {v}" for k, v in headers.items()
            if v is not None and k not in drop]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def read_head(self):
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            byte = self.sock.recv(1)
            if not byte:
                break
            head += byte
        return head

    def frame(self, kind, payload=b"", final=True, masked=True, bits=0,
              length=None):
        """A frame; length: of another form than the shortest (2 or 8)."""
        head = bytes([(0x80 if final else 0) | bits | kind])
        size = len(payload)
        mask = 0x80 if masked else 0
        if length == 8 or (length is None and size > 65535):
            head += bytes([mask | 127]) + struct.pack(">Q", size)
        elif length == 2 or (length is None and size > 125):
            head += bytes([mask | 126]) + struct.pack(">H", size)
        else:
            head += bytes([mask | size])
        if not masked:
            return head + payload
        key = os.urandom(4)
        return head + key + bytes(b ^ key[i % 4]
                                  for i, b in enumerate(payload))

    def send(self, *arguments, **more):
        try:
            self.sock.sendall(self.frame(*arguments, **more))
        except (BrokenPipeError, ConnectionResetError):
            pass

    def raw(self, data):
        self.sock.sendall(data)

    def read_frame(self):
        """(kind, payload) of the next frame, or None at the end."""
        head = self.exactly(2)
        if head is None:
            return None
        size = head[1] & 127
        if size == 126:
            size = struct.unpack(">H", self.exactly(2))[0]
        elif size == 127:
            size = struct.unpack(">Q", self.exactly(8))[0]
        return head[0] & 15, self.exactly(size)

    def exactly(self, size):
        data = b""
        while len(data) < size:
            try:
                more = self.sock.recv(size - len(data))
            except ConnectionResetError:
                more = b""
            if not more:
                return None
            data += more
        return data

    def close_code(self):
        """Reads on until the server closes; its code, 1005: none given,
        1006: no frame said so."""
        while True:
            frame = self.read_frame()
            if frame is None:
                return 1006
            if frame[0] == 8:
                return struct.unpack(">H", frame[1][:2])[0] \
                    if len(frame[1]) > 1 else 1005

    def close(self):
        self.sock.close()
