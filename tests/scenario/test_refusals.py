# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that must not start does not, and says why."""

import os
import re
import signal
import socket
import sqlite3
import subprocess

import place
import tap
from server import PROGRAM, Server


def refused(server, *words):
    """It ends by itself with an error, and says these words."""
    before = len(server.said())
    server.launch()
    try:
        place.wait_until("it has ended", server.is_gone)
    finally:
        if not server.is_gone():
            server.kill()
    said = server.said()[before:]
    assert server.child.returncode not in (0, -signal.SIGSEGV,
                                           -signal.SIGABRT), said
    for word in words:
        assert re.search(word, said), (word, said)
    assert "serving" not in said
    return said


def with_line(name, line):
    """A server whose configuration has one line more."""
    server = Server(name)
    text = open(server.configuration(), encoding="utf-8").read()
    number = text.count("\n") + 1
    server.configuration = lambda: place.write(f"{name}/cclite.conf",
                                               text + line + "\n")
    return server, f"cclite.conf:{number}:"


def bad_lines():
    """a bad line of the configuration is refused with file and line"""
    for number, line in enumerate((
            "nonsense = 1", "sip.port = 70000", "sip.port = 0x10",
            "http.port = -1", "drain_timeout = soon", "no equals sign",
            "log.level = loud", "sip.address = not-an-address",
            "sip.port = 5061", "[sip", "rtp.port_min =",
            "speech.voice_es = en-us", "speech.voice_en = ../../passwd",
            "speech.voice_cs = cs+", "speech.speed_en = 79",
            "speech.speed_cs = 451", "speech.speed_es = fast")):
        server, where = with_line(f"bad{number}", line)
        assert where in refused(server), (line, server.said())


def keys_that_are_none():
    """a key file whose first line is empty, or no text, is refused"""
    for number, text in enumerate(("\nsecret\n", "\ttab\n")):
        name = f"key{number}"
        server, _ = with_line(name, "webhook.key_file = " +
                              place.write(f"{name}.txt", text))
        refused(server, f"{name}.txt: the first line")


def no_configuration():
    """a configuration that is not there is refused"""
    done = subprocess.run([PROGRAM, "--config", "/nonexistent/cclite.conf"],
                          capture_output=True, text=True, timeout=30,
                          check=False)
    assert done.returncode != 0 and "/nonexistent" in done.stderr


def unknown_options():
    """an unknown option is refused with a hint"""
    done = subprocess.run([PROGRAM, "--nonsense"], capture_output=True,
                          text=True, timeout=30, check=False)
    assert done.returncode == 2 and done.stderr, done


def checked_only():
    """--check-config says whether it would do, and starts nothing"""
    server = Server("checked")
    done = subprocess.run(
        [PROGRAM, "--config", server.configuration(), "--check-config"],
        capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 0, done
    assert not os.path.exists(server.socket)


def a_port_in_use():
    """a SIP or HTTP port in use is refused by name"""
    for kind, key in ((socket.SOCK_DGRAM, "sip.port"),
                      (socket.SOCK_STREAM, "http.port")):
        server = Server(f"port-{key}")
        with socket.socket(socket.AF_INET, kind) as taken:
            taken.bind((server.address, int(server.settings[key])))
            if kind == socket.SOCK_STREAM:
                taken.listen()
            refused(server, server.settings[key])


def prompts_that_are_not_there():
    """a directory of prompts that is not there is named, and not an address"""
    server = Server("prompts", prompt_dir="/nonexistent/prompts")
    refused(server, "prompt_dir /nonexistent/prompts: ")
    assert "sip.address" not in server.said(), server.said()


def the_same_data():
    """a second server on the same data refuses, and the first goes on"""
    first = Server("first").start()
    second = Server("second", data_dir=first.data, sip__port="5062",
                    http__port="8082")
    refused(second, "data")
    assert first.ready()
    assert first.stop() == 0


def _database(name):
    """A server that has served once, and the path of its database."""
    server = Server(name).start()
    server.api.post("/api/users", name="boss", role="admin", uid=os.getuid())
    assert server.stop() == 0
    return server, os.path.join(server.data, "cclite.db")


def refuses_database(name, spoil):
    server, path = _database(name)
    spoil(path)
    with open(path, "rb") as before:
        spoiled = before.read()
    refused(server, "database", re.escape(server.data))
    with open(path, "rb") as after:
        assert after.read() == spoiled, "the file was changed"


def a_newer_database():
    """a database of a newer release is refused and left alone"""
    def spoil(path):
        with sqlite3.connect(path) as newer:
            newer.execute("INSERT INTO migration VALUES (1000, '99.0', 1)")
        newer.close()
    refuses_database("newer", spoil)


def a_foreign_database():
    """a database of another program is refused and left alone"""
    def spoil(path):
        os.unlink(path)
        with sqlite3.connect(path) as foreign:
            foreign.execute("CREATE TABLE recipe (cake TEXT)")
        foreign.close()
    refuses_database("foreign", spoil)


def a_truncated_database():
    """a truncated database is refused and left alone"""
    refuses_database("truncated", lambda path: os.truncate(
        path, os.path.getsize(path) // 2 - 100))


def an_empty_file():
    """what is no database at all is refused and left alone"""
    def spoil(path):
        with open(path, "wb") as out:
            out.write(b"Dear diary, this is no database. " * 100)
    refuses_database("diary", spoil)


def a_read_only_database():
    """a database that cannot be written is refused"""
    if os.getuid() == 0:
        raise tap.Skip("root may write everything")
    server, path = _database("readonly")
    os.chmod(path, 0o400)
    os.chmod(server.data, 0o500)
    refused(server, "database")


def a_world_readable_directory_is_made_private():
    """the data directory can be read by its owner only"""
    server, path = _database("private")
    assert os.stat(path).st_mode & 0o077 == 0, oct(os.stat(path).st_mode)
    assert os.stat(server.socket).st_mode & 0o007 == 0 \
        if os.path.exists(server.socket) else True


def it_says_so_in_czech():
    """refusals are said in the language asked for"""
    server = Server("czech", http__port="abc")
    done = subprocess.run(
        [PROGRAM, "--config", server.configuration(), "--lang", "cs"],
        capture_output=True, text=True, timeout=30, check=False,
        env={**os.environ, "LC_ALL": "C", "CCLITE_LOCALE_DIR":
             os.path.join(place.BUILD, "po")})
    assert done.returncode != 0
    assert re.search("[ěščřžýáíéúůň]", done.stderr), done.stderr


tap.run(
    bad_lines,
    keys_that_are_none,
    no_configuration,
    unknown_options,
    checked_only,
    a_port_in_use,
    prompts_that_are_not_there,
    the_same_data,
    a_newer_database,
    a_foreign_database,
    a_truncated_database,
    an_empty_file,
    a_read_only_database,
    a_world_readable_directory_is_made_private,
    it_says_so_in_czech,
)
