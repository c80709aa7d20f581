# SPDX-License-Identifier: GPL-3.0-or-later
"""Data that earlier commits have left: each is opened, and all is there.

The folders are made by old_data.py with a build of then, and packed as
data/schema-N.tar.xz; CCLITE_TEST_OLD_DATA names one more folder.
"""

import contextlib
import glob
import json
import os
import re
import shutil
import signal
import sqlite3
import tarfile

from scene import AGENT_HZ, both_hear, end, place
from old_data import told
import process
import tap
from centre import FLOW, PHONE_PASSWORD
from server import Server
from sip_peer import Peer

HERE = os.path.dirname(os.path.abspath(__file__))


def schema_of(path):
    return int(re.search(r"schema-(\d+)", path).group(1))


def folders():
    """Of all data there is, unpacked, oldest first."""
    for path in sorted(glob.glob(os.path.join(HERE, "data", "*.tar.xz")),
                       key=schema_of):
        folder = place.path("unpacked", os.path.basename(path), "")
        with tarfile.open(path) as packed:
            packed.extractall(folder)  # packed by ourselves
        yield folder
    if os.environ.get("CCLITE_TEST_OLD_DATA"):
        yield os.environ["CCLITE_TEST_OLD_DATA"]


FOLDERS = list(folders())
served = []  # the servers of all that were opened well


def copy_of(folder, name):
    """A server on a copy of the data, and what it must tell."""
    server = Server(name)
    shutil.copytree(os.path.join(folder, "data"), server.data,
                    dirs_exist_ok=True)
    with open(os.path.join(folder, "expected.json"),
              encoding="utf-8") as text:
        return server, json.load(text)


def holds(found, expected):
    """Whether all is as it was; there may be more, which came later."""
    if isinstance(expected, dict):
        return all(key in found and holds(found[key], value)
                   for key, value in expected.items())
    if isinstance(expected, list):
        return len(found) == len(expected) and all(map(holds, found, expected))
    return found == expected


def version_of(server):
    with contextlib.closing(sqlite3.connect(
            os.path.join(server.data, "cclite.db"))) as database:
        return database.execute(
            "SELECT max(version) FROM migration").fetchone()[0]


def check(server, expected):
    """All is there; ben may be told of as unavailable, without a phone."""
    assert server.verifies()
    found = told(server.api)
    assert found.pop("events") >= expected["events"]
    for key, value in expected.items():
        if key not in ("events", "ben"):
            assert holds(found[key], value), (key, found[key], value)
    sounds = [f"/api/recordings/{one['recording_id']}/download"
              for one in expected["recordings"]]
    sounds += [f"/api/voicemail/{one['message_id']}/download"
               for one in expected.get("messages", [])]
    for path in sounds:
        answer = server.api.ask("GET", path)
        assert answer.status == 200 and len(answer.raw) > 8000, (path, answer)


def all_is_there():
    """documents, contacts, figures, recordings, messages and callbacks are as
    they were, and the log tells of a new schema"""
    assert FOLDERS, "there are no data of earlier commits"
    for number, folder in enumerate(FOLDERS):
        server, expected = copy_of(folder, f"upgraded-{number}")
        since = version_of(server)
        check(server.start(), expected)
        tells = f"the database is brought from schema {since} to "
        assert (tells in server.said()) == (since < version_of(server)), (
            since, server.said())
        assert server.stop() == 0, server.said()
        served.append(server)


def damaged_snapshots_are_told():
    """that snapshots could not be read, and from where the journal was read
    instead, is told in the log"""
    server = served[0]
    with contextlib.closing(sqlite3.connect(
            os.path.join(server.data, "cclite.db"))) as database:
        count = database.execute("UPDATE snapshot SET digest = 'x'").rowcount
        database.commit()
    assert count > 0
    server.start()
    assert (f"{count} snapshots cannot be read: the journal was read from "
            "event 1 on") in server.said(), server.said()
    assert server.stop() == 0, server.said()


def work_goes_on():
    """a phone of the oldest and of the newest data registers, a caller of then
    is served by it"""
    assert served
    for number, server in enumerate(served[:1] + served[1:][-1:]):
        api = server.start().api
        trunk = Peer(place.host(1), 0, name=f"0044700900{number}")
        api.post("/api/trunks", name="another", check_ms=0,
                 address=f"{trunk.address}:{trunk.port}")
        phone = Peer(server.address, name="ana")
        answer = phone.register(server.sip, PHONE_PASSWORD, realm="cc.test")
        assert answer.status == 200, answer
        place.wait_until("ana is available", lambda a=api: a.get(
            "/api/agents/ana/state")["state"] == "available")
        call = trunk.call(f"sip:200@{server.address}", server.sip,
                          hertz=440).wait_answer()
        place.wait_until("the menu is heard", call.media.hears_something)
        call.media.press(next(iter(FLOW["nodes"][1]["choices"])))
        ring = phone.next_call()
        ring.ring()
        ring.answer(hertz=AGENT_HZ)
        both_hear(call, ring)
        end(call, ring)
        place.wait_until("it has ended", lambda a=api: a.get(
            "/api/state")["contacts_live"] == 0)
        assert server.verifies()
        phone.close()
        trunk.close()
        assert server.stop() == 0, server.said()


def killed_at_each_step_of_an_upgrade():
    """killed at any sync while it opens the oldest, the next start has all"""
    assert FOLDERS
    for number in range(1, 40):
        server, expected = copy_of(FOLDERS[0], f"killed-{number}")
        server.launch(under=["strace", "-f", "-qq", "-o", "/dev/null", "-e",
                             "inject=fdatasync,fsync:signal=KILL:"
                             f"when={number}"])
        place.wait_until("it is gone or serves", lambda s=server: s.is_gone()
                         or s.ready())
        is_over = not server.is_gone()
        if is_over:  # it has come all the way, with fewer syncs
            os.kill(process.child(server.pid()), signal.SIGKILL)
            place.wait_until("it is gone", server.is_gone)
        check(server.start(), expected)
        assert server.stop() == 0
        if is_over:
            print(f"# {number - 1} syncs")
            return
    raise AssertionError("there are syncs beyond")


tap.run(all_is_there, work_goes_on, killed_at_each_step_of_an_upgrade,
        damaged_snapshots_are_told)
