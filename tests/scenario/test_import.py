# SPDX-License-Identifier: GPL-3.0-or-later
"""The import of a caller list is one command: killed in its middle or cut off
it has done nothing, acknowledged it is kept, and twice is as once."""

import os
import random
import shutil
import socket

import place
import tap
from api import Api
from centre import Centre
from cut_down import killed_while

NUMBERS = 30000  # some hundred writes to the disk
PATH = "/api/caller-lists/vip/numbers"

# What was freed is not kept by the sanitizer: memory is measured here.
os.environ["ASAN_OPTIONS"] = ":".join(
    [os.environ.get("ASAN_OPTIONS", ""), "quarantine_size_mb=4"]).strip(":")
centre = Centre()
server, api = centre.server, centre.api
api.post("/api/caller-lists", name="vip", country="34")
api.post("/api/routing/rules", name="vip", position=10, to="busy",
         condition="caller in vip")


def table(first, count=NUMBERS):
    """Numbers of Spain, one a line."""
    return [f"+34{first + i:09}" for i in range(count)]


OLD, NEW = table(610000000), table(720000000)


def load(rows, **headers):
    return api.ask("POST", PATH, raw="\n".join(rows).encode(), headers={
        "Content-Type": "text/csv", "If-Match": "*", **headers})


def now():
    """What is so: how many numbers of which digest, and whom they lead."""
    listed = api.get("/api/caller-lists/vip")
    rows = [api.post("/api/routing/test", caller=caller, called="200",
                     trunk_id="provider")["items"][0]["result"] == "matches"
            for caller in (OLD[0], OLD[-1], NEW[0], NEW[-1])]
    return listed["numbers"], listed["digest"], rows


def killed_in_the_middle():
    """killed at a write or sync of the import, all of it is there or nothing,
    and the next import is as if nothing had been"""
    if not shutil.which("strace"):
        raise tap.Skip("there is no strace")
    assert load(OLD).status == 200
    old = now()
    assert old[2] == [True, True, False, False], old
    outcomes = []
    for where in ("pwrite64:when=1", "pwrite64:when=2", "pwrite64:when=60",
                  "pwrite64:when=150", "fdatasync:when=1", "pwrite64:when=9999"):
        answer = killed_while(server, where, lambda: load(NEW))
        found = now()
        is_new = found[0] == NUMBERS and found[1] != old[1]
        assert found[2] == ([False, False, True, True] if is_new
                            else old[2]), (where, found)
        assert is_new or found == old, (where, found)
        assert is_new or not answer, (where, answer.raw)
        outcomes.append(is_new)
        assert server.verifies(), where
        assert load(OLD).status == 200
        assert now() == old
    assert outcomes[0] is False and outcomes[-1] is True, outcomes


def twice_is_once():
    """the same numbers again, in whatever order and form, are the same list"""
    assert load(NEW).status == 200
    once = now()
    mixed = [row.replace("+34", "0034") + ";Ana" for row in NEW + NEW[:100]]
    random.Random(1).shuffle(mixed)
    for rows in (NEW, NEW[::-1], ["number;name", *mixed]):
        answer = load(rows)
        assert answer.status == 200, answer.raw
        assert now() == once
    server.kill()
    server.start()
    assert now() == once


def repeated_with_a_key():
    """a request that is sent again with its key is done once"""
    before = len(server.events("caller_list_set"))
    answers = [load(OLD, **{"Idempotency-Key": "import-1"}) for _ in range(2)]
    assert [one.status for one in answers] == [200, 200], answers
    assert answers[0].json == answers[1].json
    assert len(server.events("caller_list_set")) == before + 1


def cut_off():
    """a connection that ends in the middle of the table changes nothing"""
    before, events = now(), len(server.events("caller_list_set"))
    body = "\n".join(NEW).encode()
    head = (f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nIf-Match: *\r\n"
            f"Content-Type: text/csv\r\nContent-Length: {len(body)}\r\n\r\n")
    for length in (0, 1, len(body) // 2, len(body) - 1):
        with socket.socket(socket.AF_UNIX) as line:
            line.settimeout(place.PATIENCE_S)
            line.connect(server.socket)
            line.sendall(head.encode() + body[:length])
            line.shutdown(socket.SHUT_WR)
            while line.recv(65536):
                pass
    assert now() == before
    assert len(centre.settle().server.events("caller_list_set")) == events


BROKEN = {  # what is wrong: (the table, the row that is told)
    "Latin-1": (b"number;name\n+34612555018;Jos\xe9\n", 2),
    "UTF-16, little endian": ("\ufeff+34612555018\n".encode("utf-16-le"), 1),
    "UTF-16, big endian": ("\ufeff+34612555018\n".encode("utf-16-be"), 1),
    "a zero byte": (b"+34612555018\n+346125550\x0018\n", 2),
    "a quote without its end": (b'+34612555018\n"+34612555019\n', 2),
    "a quote behind a number": (b'+34612555018\n+346"12555019\n', 2),
    "a number that a spreadsheet rounded": (b"number\n4.41E+11\n", 2),
    "a million columns of nonsense": (
        b"+34612555018\n" + 1000000 * b"a," + b"\n", 2),
    "a line of 4 MB": (4000000 * b"7", 1),
    "a cell of 4 MB": (b'+34612555018\n"' + 4000000 * b"x" + b'"', 2),
    "a quoted cell of lines": (
        b"+34612555018\n" + b'"' + 1900000 * b"x\n" + b'"', 2),
}


def peak(pid, reset=False):
    """The most that was resident since the last reset, in bytes."""
    if reset:
        with open(f"/proc/{pid}/clear_refs", "w", encoding="ascii") as refs:
            refs.write("5")
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return 1024 * int([line.split()[1] for line in status
                           if line.startswith("VmHWM:")][0])


def endless(head, part):
    """Sends a body that does not end: (bytes taken, what was answered)."""
    sent = 0
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(place.PATIENCE_S)
        line.connect(server.socket)
        try:
            line.sendall(head)
            while sent < 1 << 30:
                line.sendall(part)
                sent += len(part)
        except (BrokenPipeError, ConnectionResetError):
            pass
        try:
            return sent, line.recv(65536)
        except ConnectionResetError:
            return sent, b""


def broken_tables():
    """a table that is broken, in whatever way and however large, is refused
    with its row, changes nothing, and takes little memory; one of a gigabyte
    is not even read"""
    assert load(OLD).status == 200
    before, events = now(), len(server.events("caller_list_set"))
    base = peak(server.pid(), reset=True)
    for what, (table_, row) in BROKEN.items():
        answer = api.ask("POST", PATH, raw=table_, headers={
            "Content-Type": "text/csv", "If-Match": "*"})
        told = answer.json
        assert answer.status == 422 and told["code"] == "bad_caller", (
            what, answer.status, answer.raw[:200])
        assert told["line"] == row, (what, told)
        assert [one["row"] for one in told["rejected"]][0] == row, (what, told)
    wide = api.ask("POST", PATH, raw=b"\n".join(
        row.encode() + 50 * b"," for row in OLD), headers={
            "Content-Type": "text/csv", "If-Match": "*"})
    assert wide.status == 200 and now() == before  # columns that are empty
    head = (f"POST {PATH} HTTP/1.1\r\nHost: localhost\r\nIf-Match: *\r\n"
            "Content-Type: text/csv\r\n").encode()
    for more, part in (
            (b"Content-Length: 1073741824\r\n\r\n", 65536 * b"7"),
            (b"Transfer-Encoding: chunked\r\n\r\n",
             b"10000\r\n" + 65536 * b"7" + b"\r\n")):
        sent, got = endless(head + more, part)
        assert sent < 1 << 25, sent
        assert not got or b" 413 " in got, got[:80]
    grown = peak(server.pid()) - base
    print(f"# at most {grown / (1 << 20):.1f} MB more")
    assert grown < 64 << 20, grown
    assert now() == before
    assert len(centre.settle().server.events("caller_list_set")) <= events + 1


def page(**asked):
    query = "&".join(f"{key}={value}" for key, value in asked.items())
    return api.get(f"{PATH}?{query}")


def looked_into():
    """the numbers are listed page by page, found by a filter, for those who
    may set them"""
    assert load(OLD).status == 200
    first = page(limit=1000)
    assert [row["number"] for row in first["items"]] == OLD[:1000]
    then = page(limit=2, cursor=first["next"])
    assert [row["number"] for row in then["items"]] == OLD[1000:1002]
    last = page(limit=1000, cursor=int(OLD[-3].lstrip("+")))
    assert [row["number"] for row in last["items"]] == OLD[-2:]
    assert last["next"] is None
    answer = api.ask("GET", f"{PATH}?sort=number")
    assert answer.status == 400, answer.raw
    api.post("/api/users", name="sue", label="Sue", role="agent")
    token = api.post("/api/users/sue/tokens", label="test")["token"]
    other = Api(server.socket, token)
    assert other.ask("GET", PATH).status == 403
    assert other.ask("POST", PATH_ONE.format("add"),
                     {"number": OLD[0]}).status == 403


PATH_ONE = "/api/caller-lists/vip/{}-number"


def one_number_more():
    """one number more or less is one event, kept over a kill, and refused when
    it is so already, or is no number"""
    assert load(OLD).status == 200
    before = len(server.events("caller_list_set"))
    listed = api.post(PATH_ONE.format("add"), number="720 00 00 00")
    assert listed["numbers"] == NUMBERS + 1, listed
    assert now()[2] == [True, True, True, False]
    server.kill()
    server.start()
    assert now()[2] == [True, True, True, False]
    listed = api.post(PATH_ONE.format("remove"), number=OLD[0])
    assert listed["numbers"] == NUMBERS, listed
    assert now()[2] == [False, True, True, False]
    assert len(server.events("caller_list_set")) == before + 2
    for verb, number, status, code in (
            ("add", OLD[1], 409, "already_so"),
            ("remove", OLD[0], 409, "already_so"),
            ("add", "ana", 422, "bad_caller"),
            ("add", "4.41E+11", 422, "bad_caller"),
            ("add", '1"\n"2', 422, None), ("add", "", 422, None)):
        answer = api.ask("POST", PATH_ONE.format(verb), {"number": number})
        assert answer.status == status, (number, answer.raw)
        assert code in (None, answer.json["code"]), answer.raw
    assert len(server.events("caller_list_set")) == before + 2


def the_commands_do_it():
    """cclite list numbers, put and take do the same"""
    assert load(OLD[:3]).status == 200
    code, _, said = server.command("list", "put", "vip", "+44 161 496 0102")
    assert code == 0, said
    code, out, said = server.command("list", "numbers", "vip")
    assert code == 0 and "+441614960102" in out, (out, said)
    code, _, said = server.command("list", "take", "vip", OLD[0])
    assert code == 0, said
    assert [row["number"] for row in page()["items"]] == \
        [*OLD[1:3], "+441614960102"]
    code, _, said = server.command("list", "take", "vip", OLD[0])
    assert code != 0 and "already" in said, said


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(killed_in_the_middle, twice_is_once, repeated_with_a_key, cut_off,
        broken_tables, looked_into, one_number_more, the_commands_do_it,
        the_books_agree)
