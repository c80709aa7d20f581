# SPDX-License-Identifier: GPL-3.0-or-later
"""Many reads a second must stay quick while others write.

Measured is the server's own figure, the time from the last byte of a request
to its answer, because the client and the server share the machine here.
"""

import os
import re
import threading
import time

from web_peer import Client, Peer, Tap, last_claims

tap = Tap()
peer = Peer()
root = peer.root
root.post("/api/users", {"name": "admin", "role": "admin", "uid": os.getuid()})
for i in range(50):
    root.post("/api/queues", {"name": f"q{i}"})
peer.checker, checker = None, peer.checker  # it is slower than the server
stop = threading.Event()


def write():
    asker = Client(peer, local=True)
    number = 0
    while not stop.wait(0.02):
        number += 1
        asker.change("/api/queues/q1", {"max_waiting": number})


def figures():
    text = root.ask("GET", "/metrics").body.decode()
    return (int(re.search(r"^cclite_http_requests_total (\d+)", text, re.M)
                .group(1)),
            float(re.search(r"^cclite_http_seconds_total ([\d.]+)", text, re.M)
                  .group(1)))


writer = threading.Thread(target=write)
writer.start()
count, spent = figures()
connection = Client(peer, local=True).open()
begin = time.monotonic()
for _ in range(3000):
    connection.request("GET", "/api/queues/q1/stats")
    reply = connection.getresponse()
    assert reply.status == 200, reply.read()
    reply.read()
took = time.monotonic() - begin
stop.set()
writer.join()
more, later = figures()
mean_ms = 1000 * (later - spent) / (more - count)
print(f"# {3000 / took:.0f} requests a second by one client, "
      f"{mean_ms:.3f} ms each in the server, writes included")
tap.claim("a request takes the server less than 5 ms on average",
          mean_ms < 5, mean_ms)
peer.checker = checker

last_claims(tap, peer)
tap.done()
