#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long a server starts on a journal of years, left by an earlier release.

A database of schema 10, as tests/faults/old_data.py has left it, is made to
hold CCLITE_BENCH_EVENTS events (3,000,000: some 170,000 contacts): the life of
its first contact again and again, each with the next number, chained anew, with
the rows that are derived of it, the sums of each interval aside, and a snapshot
at the end, as an orderly stop leaves one. Then this build's server starts on it
three times:

    upgraded    it brings the schema up to date, and folds every event anew:
                snapshots of another release are refused, see
                wire/snapshot_json.h
    from all    the same without an upgrade, as when all snapshots are damaged;
                what the former took more, or less, is the schema's part
    as it is    from the snapshot that the former has left

Each is told beside the time in which SQLite itself counts the events and reads
all they say, once, from the same file: the machine's speed is in both. The
file's size and the most memory that each start held are told, too. The exit
code is 1 when a ratio breaks its failing limit, which holds for that many.

It needs 2 GB in TMPDIR, and five minutes.
"""

import glob
import hashlib
import json
import os
import shutil
import sqlite3
import sys
import tarfile
import time

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/scenario"))

import place  # noqa: E402
from api import Refused  # noqa: E402
import release  # noqa: E402
from server import PROGRAM, Server  # noqa: E402

EVENTS = int(os.environ.get("CCLITE_BENCH_EVENTS", "3000000"))
FIXTURE = os.path.join(place.SOURCE, "tests/faults/data/schema-10.tar.xz")
BATCH = 2000  # contacts
START_S = 1800  # a start that takes longer has failed

# name: failing limit, in readings of all events; measured were 28 to 114
LIMITS = {"upgraded": 200, "from all": 200, "as it is": 2}


class Life:
    """What the fixture has of its first contact, to be told again."""

    def __init__(self, db):
        self.events = db.execute(
            "SELECT seq, at_us, by_user, type, body, agent_id, queue_id"
            " FROM event WHERE contact_id = 1 AND type NOT LIKE 'recording%'"
            " ORDER BY seq").fetchall()
        self.first, self.began_us = self.events[0][:2]
        self.lasts_us = self.events[-1][1] - self.began_us + 1000
        places = {event[0]: n for n, event in enumerate(self.events)}
        self.privates = [(places[seq], *row) for seq, *row in db.execute(
            "SELECT seq, field, salt, value FROM event_private")
            if seq in places]
        self.rows = [self._derived(db, table, places)
                     for table in ("contact", "segment", "offer")]

    @staticmethod
    def _derived(db, table, places):
        """The rows of a table, and which of their columns move along."""
        rows = db.execute(f"SELECT * FROM {table} WHERE contact_id = 1")
        names = [column[0] for column in rows.description]
        moves = [name if name == "contact_id" else
                 "seq" if name == "seq" or name.endswith("_seq") else
                 "us" if name in ("arrived_us", "began_us", "ended_us",
                                  "made_us") else
                 "wall" if name.endswith("wall_us") else "" for name in names]
        places[0] = 0  # no such event
        found = [[places[value] if move == "seq" and value else value
                  for value, move in zip(row, moves)] for row in rows]
        zero = [[move == "seq" and value == 0 for value, move in
                 zip(row, moves)] for row in db.execute(
                     f"SELECT * FROM {table} WHERE contact_id = 1")]
        marks = ",".join("?" * len(names))
        return f"INSERT INTO {table} VALUES ({marks})", moves, found, zero


class Journal:
    """The database as it grows."""

    def __init__(self, path):
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute("PRAGMA journal_mode = OFF")
        self.db.execute("PRAGMA synchronous = OFF")
        self.life = Life(self.db)
        (self.seq, self.at_us, self.chain) = self.db.execute(
            "SELECT seq, at_us, chain FROM event"
            " ORDER BY seq DESC LIMIT 1").fetchone()
        self.contact = self.db.execute(
            "SELECT max(contact_id) FROM contact").fetchone()[0]
        self.wall_us = self.db.execute(
            "SELECT arrived_wall_us - arrived_us FROM contact").fetchone()[0]

    def _live_again(self, events, privates, derived):
        """One more contact."""
        life, first = self.life, self.seq + 1
        moved_us = self.at_us + 1000 - life.began_us
        self.contact += 1
        number = f'"contact_id":{self.contact},'
        for _, at_us, by, kind, body, agent, queue in life.events:
            self.seq += 1
            self.at_us = at_us + moved_us
            body = body.replace('"contact_id":1,', number, 1).replace(
                '"contact_id":1}', number[:-1] + "}", 1)
            self.chain = hashlib.sha256(
                self.chain + f"{self.seq} {self.at_us} {by} {kind} {body}"
                .encode()).digest()
            events.append((self.seq, self.at_us, by, kind, body, self.chain,
                           self.contact, agent, queue))
        privates += [(first + n, *row) for n, *row in life.privates]
        for into, (_, moves, rows, zero) in zip(derived, life.rows):
            by = {"contact_id": None, "seq": first, "us": moved_us,
                  "wall": moved_us, "": 0}
            into += [[self.contact if move == "contact_id" else
                      value if not by[move] or none else value + by[move]
                      for value, move, none in zip(row, moves, none_of)]
                     for row, none_of in zip(rows, zero)]

    def grow(self, wanted):
        """Until there are so many events."""
        while self.seq < wanted:
            events, privates, derived = [], [], [[], [], []]
            for _ in range(BATCH):
                if self.seq < wanted:
                    self._live_again(events, privates, derived)
            self.db.execute("BEGIN")
            self.db.executemany("INSERT INTO event VALUES"
                                " (?,?,?,?,?,?,?,?,?)", events)
            self.db.executemany("INSERT INTO event_private VALUES (?,?,?,?)",
                                privates)
            for (insert, *_), rows in zip(self.life.rows, derived):
                self.db.executemany(insert, rows)
            self.db.execute("COMMIT")

    def end(self):
        """As an orderly stop leaves it, a moment ago."""
        text = self.db.execute("SELECT body FROM snapshot").fetchone()[0]
        state = json.loads(text)
        state["rows"]["system"][0].update(
            seq=self.seq, at_us=self.at_us, contacts=self.contact)
        text = json.dumps(state, separators=(",", ":"), ensure_ascii=False)
        self.db.execute(
            "UPDATE snapshot SET seq = ?, at_us = ?, chain = ?, digest = ?,"
            " body = ?", (self.seq, self.at_us, self.chain,
                          hashlib.sha256(text.encode()).hexdigest(), text))
        self.db.execute("UPDATE projected SET seq = ?", (self.seq,))
        self.db.execute("UPDATE alive SET at_us = ?, wall_us = ?",
                        (self.at_us, self.at_us + self.wall_us))
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.close()


def make(directory):
    """The database; returns its path."""
    with tarfile.open(FIXTURE) as packed:
        packed.extractall(place.path("unpacked", ""))  # packed by ourselves
    shutil.copytree(place.path("unpacked", "data"), directory,
                    dirs_exist_ok=True)
    path = glob.glob(os.path.join(directory, "*.db"))[0]
    journal = Journal(path)
    journal.grow(EVENTS)
    journal.end()
    return path


def reading_s(path):
    """SQLite counts the events, and reads all they say."""
    began = time.monotonic()
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    count, _ = db.execute("SELECT count(*), sum(length(body)) FROM event"
                          ).fetchone()
    db.close()
    assert count >= EVENTS, count
    return time.monotonic() - began


def most_memory(pid):
    """The most that a process ever held, in MB."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return [int(line.split()[1]) for line in status
                if line.startswith("VmHWM:")][0] / 1024


def start_s(server):
    """From the launch until it serves; what it held meanwhile."""
    began = time.monotonic()
    server.launch()
    place.wait_until("it serves", lambda: server.is_gone() or server.ready(),
                     START_S)
    took = time.monotonic() - began
    assert not server.is_gone(), server.said()
    return took, most_memory(server.pid())


def first_list_s(server):
    """Until the newest contact is told of; it may be busy at first."""
    def is_told():
        try:
            return server.api.get("/api/contacts?limit=1")["items"]
        except Refused as refused:
            assert refused.status == 503, refused
            return None
    began = time.monotonic()
    place.wait_until("the newest contact is told of", is_told)
    return time.monotonic() - began


def schema_of(path):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    found = db.execute("SELECT max(version) FROM migration").fetchone()[0]
    db.close()
    return found


def forget_snapshots(path):
    db = sqlite3.connect(path)
    db.execute("DELETE FROM snapshot")
    db.commit()
    db.close()


def main():
    server = Server("years")
    began = time.monotonic()
    path = make(server.data)
    print(f"{EVENTS} events in {os.path.getsize(path) / 2**20:.0f} MB, made in"
          f" {time.monotonic() - began:.0f} s", flush=True)
    reading_s(path)  # into the kernel's memory
    reading = min(reading_s(path) for _ in range(3))
    print(f"{'read once by SQLite':20} {reading:8.2f} s", flush=True)
    broken, before = 0, schema_of(path)
    for name, limit in LIMITS.items():
        if name == "from all":
            forget_snapshots(path)
        took, memory = start_s(server)
        ratio = took / reading
        broken += ratio > limit
        print(f"{name:20} {took:8.2f} s, {took / EVENTS * 1e6:.1f} us an event,"
              f" {ratio:.1f} readings (limit {limit}"
              f"{', BROKEN' if ratio > limit else ''}), {memory:.0f} MB at"
              f" most", flush=True)
        print(f"{'  its first list':20} {first_list_s(server):8.2f} s",
              flush=True)
        assert server.stop(START_S) == 0, server.said()
        print(f"{'  schema':20} {before:8} -> {schema_of(path)}", flush=True)
        before = schema_of(path)
    return 1 if broken else 0


release.demand(PROGRAM)
sys.exit(main())
