# SPDX-License-Identifier: GPL-3.0-or-later
"""Disks that are full, broken or busy: nothing acknowledged is ever lost.

CCLITE_TEST_LOCK_S says how long another process locks the database (1 in
check, 60 in soak).
"""

import os
import re
import signal
import sqlite3
import subprocess
import threading
import time

import place
import tap
from api import Refused
from centre import Centre
from server import PROGRAM, Server

LOCK_S = float(os.environ.get("CCLITE_TEST_LOCK_S", "1"))
STRACE = ["strace", "-f", "-qq", "-o", "/dev/null"]


def make(server, count, prefix):
    """Makes queues; returns those acknowledged and the refusals met."""
    done, refusals = [], []
    for number in range(count):
        try:
            server.api.post("/api/queues", name=f"{prefix}-{number}")
            done.append(f"{prefix}-{number}")
        except Refused as refusal:
            refusals.append(refusal)
        except OSError:
            break
    return done, refusals


def names(server):
    return {queue["name"] for queue in server.api.items("/api/queues")}


def begin(server):
    server.api.post("/api/users", name="boss", role="admin", uid=os.getuid())
    return server


def traced_pid(server):
    """The server's own process, below strace."""
    children = subprocess.run(["ps", "-o", "pid=", "--ppid",
                               str(server.pid())], capture_output=True,
                              text=True, check=True).stdout.split()
    return int(children[0])


def killed_at_each_sync():
    """killed at a sync, each second one of the first 24, it has lost nothing that
    was acknowledged"""
    for number in range(1, 25, 2):
        server = Server(f"sync{number}")
        begin(server.start())
        assert server.stop() == 0
        server.start(under=[*STRACE, "-e", "inject=fdatasync,fsync:"
                            f"signal=KILL:when={number}"]) \
            if number > 6 else server.launch(
                under=[*STRACE, "-e", "inject=fdatasync,fsync:"
                       f"signal=KILL:when={number}"])
        done = []
        try:
            place.wait_until("it serves or is gone", lambda: server.is_gone()
                             or server.ready())
            done, _ = make(server, 40, "made")
        except (OSError, Refused):
            pass
        place.wait_until("it is gone", server.is_gone)
        server.start()
        lost = set(done) - names(server)
        assert not lost, (number, lost)
        assert server.verifies(), number
        assert server.stop() == 0


def the_disk_is_full():
    """on a full disk writes are refused, calls go on, and it recovers itself"""
    centre = Centre(Server("full").start())
    server = centre.server
    ana = centre.agent("ana")
    call, ring = centre.talk(ana)
    tracer = place.start(
        [*STRACE, "-e", "inject=pwrite64,write,ftruncate,fallocate:"
         "error=ENOSPC", "-P", os.path.join(server.data, "cclite.db-wal"),
         "-P", os.path.join(server.data, "cclite.db"), "-p",
         str(server.pid())], "full/strace")
    place.wait_until("the disk is full", lambda: any(
        refusal.status in (503, 507) for refusal in make(
            server, 3, f"f{os.urandom(3).hex()}")[1]), 60)
    place.wait_until("it is told as a full disk", lambda: any(
        refusal.status == 507 and refusal.code == "storage_full"
        for refusal in make(server, 1, f"f{os.urandom(3).hex()}")[1]), 60)
    call.wait_hears(620)
    ring.wait_hears(440)
    assert server.api.get("/api/server")["alarms"], "nobody is told"
    place.wait_until("the log tells it",
                     lambda: "alarm: storage_full" in server.said())
    tracer.send_signal(signal.SIGINT)
    tracer.wait()
    place.wait_until("it writes again", lambda: make(
        server, 1, f"again-{os.urandom(3).hex()}")[0], 60)
    place.wait_until("the log tells that it is over",
                     lambda: "alarm over: storage_full" in server.said())
    call.hang_up()
    ring.wait_end()
    ana.wait("available")
    centre.close()


def the_disk_is_broken():
    """when a sync fails with EIO nothing more is acknowledged, and it ends"""
    server = begin(Server("broken").start())
    assert server.stop() == 0
    server.start(under=[*STRACE, "-e",
                        "inject=fdatasync,fsync:error=EIO:when=8+"])
    done, refusals = make(server, 60, "made")
    place.wait_until("it has ended", server.is_gone)
    assert server.child.returncode != 0
    server.start()
    assert set(done) <= names(server), set(done) - names(server)
    assert server.verifies()
    assert server.stop() == 0


def somebody_locks_the_database():
    """while another process locks the database, calls go on; then all is kept,
    and whatever was acknowledged"""
    centre = Centre(Server("locked").start())
    server = centre.server
    ana = centre.agent("ana")
    call, ring = centre.talk(ana)
    other = sqlite3.connect(os.path.join(server.data, "cclite.db"),
                            isolation_level=None, timeout=20)
    other.execute("BEGIN IMMEDIATE")
    until = time.monotonic() + LOCK_S
    made = []
    writer = threading.Thread(
        target=lambda: made.extend(make(server, 3, "locked")[0]))
    writer.start()
    call.hang_up()
    ring.wait_end()
    second, ring = centre.talk(ana)
    place.wait_until("the lock has lasted", lambda: time.monotonic() > until,
                     LOCK_S + 5)
    second.wait_hears(620)
    ring.wait_hears(440)
    other.execute("ROLLBACK")
    other.close()
    writer.join()
    second.hang_up()
    ring.wait_end()
    ana.wait("available")
    place.wait_until("both contacts are kept", lambda: len(
        [c for c in centre.contacts() if not c["live"]]) >= 2)
    assert set(made) <= names(server), set(made) - names(server)
    centre.close()


def a_damaged_page():
    """a page overwritten by others is found at the start, which is refused"""
    server = begin(Server("damaged").start())
    make(server, 200, "made")
    assert server.stop() == 0
    path = os.path.join(server.data, "cclite.db")
    with open(path, "r+b") as database:
        database.seek(4096 * 2)
        database.write(os.urandom(4096 * 3))
    server.launch()
    place.wait_until("it is gone or serves", lambda: server.is_gone()
                     or "serving" in server.said().split("\n")[-2:][0])
    assert server.is_gone(), "a damaged journal is served"
    assert server.child.returncode != 0
    assert re.search("database is damaged", server.said()), server.said()


def no_descriptors_left():
    """with 64 descriptors connections are refused, and it goes on serving"""
    server = Server("few")
    server.start(under=["prlimit", "--nofile=64"])
    begin(server)
    idle = []
    try:
        for _ in range(100):
            line = server.api.connection()
            line.timeout = 2
            line.connect()
            idle.append(line)
    except OSError:
        pass
    for line in idle:
        line.close()
    place.wait_until("it serves again", lambda: make(
        server, 1, f"after-{os.urandom(3).hex()}")[0])
    assert server.stop() == 0


def killed_at_each_step_of_the_first_start():
    """killed at each of the first 11 syncs of its very first start, the next one
    finishes it; at all of them: tests/store/check-crash"""
    for number in range(1, 12):
        server = Server(f"first{number}")
        server.launch(under=[*STRACE, "-e", "inject=fdatasync,fsync:"
                             f"signal=KILL:when={number}"])
        place.wait_until("it is gone or serves", lambda: server.is_gone()
                         or server.ready())
        if not server.is_gone():
            os.kill(traced_pid(server), signal.SIGKILL)
            place.wait_until("it is gone", server.is_gone)
        begin(server.start())
        assert server.verifies(), number
        assert server.stop() == 0


assert os.path.exists(PROGRAM), "build cclited first"
tap.run(
    killed_at_each_sync,
    killed_at_each_step_of_the_first_start,
    the_disk_is_full,
    the_disk_is_broken,
    somebody_locks_the_database,
    a_damaged_page,
    no_descriptors_left,
)
