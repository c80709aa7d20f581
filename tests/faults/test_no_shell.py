# SPDX-License-Identifier: GPL-3.0-or-later
"""An agent whose login runs nothing but the console gets no shell by it."""

import os
import shutil
import signal
import subprocess

from scene import place
import tap
from screen import Console
from server import COMMAND, PROGRAM, Server

# What starts another program: cclite becomes baresip for `phone --run`, and runs
# the editor of notes where the session is not restricted; cclited starts its
# worker by its full name, which no client chooses.
STARTERS = {"system", "popen", "posix_spawn", "posix_spawnp", "execl",
            "execle", "execlp", "execv", "execve", "execvp", "execvpe",
            "fexecve", "wordexp", "fork", "vfork"}
MAY = {PROGRAM: {"posix_spawn"}, COMMAND: {"execvp", "posix_spawn"}}


def symbols(program):
    """All names in it."""
    told = subprocess.run(["nm", program], capture_output=True, text=True,
                          check=True)
    return {line.split()[-1] for line in told.stdout.splitlines() if line}


def nothing_of_ours_runs_a_shell():
    """neither program can start a shell; what they start is known"""
    if not shutil.which("nm"):
        raise tap.Skip("there is no nm")
    for program, may in MAY.items():
        told = subprocess.run(["nm", "-D", "--undefined-only", program],
                              capture_output=True, text=True, check=True)
        wanted = {line.split()[-1].split("@")[0]
                  for line in told.stdout.splitlines() if line.strip()}
        assert "read" in wanted, "nm tells nothing"
        if any(name.startswith("__gcov") for name in symbols(program)):
            raise tap.Skip("what counts the lines run replaces these calls")
        assert wanted & STARTERS <= may, (program, wanted & STARTERS - may)


def the_console_starts_nothing_by_keys():
    """in a restricted session the console starts no program, whatever keys and
    commands are typed"""
    if not shutil.which("strace"):
        raise tap.Skip("there is no strace")
    server = Server("keys").start()
    server.api.post("/api/users", name="boss", role="admin", uid=os.getuid())
    server.environment.update({"CCLITE_RESTRICTED": "1", "EDITOR": "sh"})
    console = Console(server, place.path("no", "token"), "console", "queues")
    console.wait("Queues")
    told = place.path("execs")
    tracer = place.start(["strace", "-f", "-qq", "-o", told, "-e",
                          "trace=execve,execveat,fork,vfork", "-p",
                          str(console.child.pid)], "strace")
    place.wait_until("it is traced", lambda: f"TracerPid:\t{tracer.pid}\n" in
                     open(f"/proc/{console.child.pid}/status",
                          encoding="ascii").read())
    for keys in ("!", "!sh\r", ":!sh\r", ":shell\r", ":! id\r", "|", "v",
                 "\x18\x05", "\x1a", "\x0f", "\x1b!", "\x1b\x1b"):
        console.press(keys)
        console.text()
    console.child.send_signal(signal.SIGCONT)
    console.press("Esc", "Esc", "\x0c")
    console.wait("? help")
    tracer.send_signal(signal.SIGINT)
    tracer.wait(place.PATIENCE_S)
    assert console.close() == 0
    with open(told, encoding="utf-8") as lines:
        started = lines.read()
    assert not any(word in started for word in ("execve", "fork(")), started
    assert server.stop() == 0


# What a person of a restricted session does, by commands of all sorts.
DEEDS = (
    ("queue", "add", "sales"), ("queue", "set", "sales", "--label", "Sales"),
    ("queue", "copy", "sales", "more"), ("queue", "remove", "more", "--yes"),
    ("pause-reason", "add", "lunch"), ("disposition", "add", "done"),
    ("device", "add", "d1"), ("agent", "add", "ana", "--device", "d1"),
    ("queue", "assign", "sales", "ana"), ("user", "add", "sue"),
    ("user", "set", "sue", "--role", "analyst"),
    ("agent", "log-in", "ana"), ("agent", "pause", "ana", "lunch"),
    ("agent", "log-out", "ana"),
    ("user", "remove", "sue", "--yes"),
)


def each_deed_is_in_the_journal():
    """whatever is done in a restricted session is in the journal, as that
    person's; what is refused changes nothing"""
    server = Server("audit").start()
    boss = server.api.post("/api/users", name="boss", role="admin",
                           uid=os.getuid())["id"]
    server.environment.update({"CCLITE_RESTRICTED": "1", "EDITOR": "sh"})

    def seq():
        return server.api.get("/api/state")["seq"]

    for deed in DEEDS:
        before = seq()
        code, out, err = server.command(*deed)
        assert code == 0, (deed, code, out, err)
        place.wait_until(f"{deed} is kept", lambda: server.api.get(
            f"/api/events?after={seq() - 1}&limit=1")["items"])
        told = server.api.get(f"/api/events?after={before}")["items"]
        assert any(event["by"] == boss for event in told), (deed, told)
        assert all(event["by"] in (0, boss) for event in told), (deed, told)
    before = seq()
    for refused in (("queue", "add", "sales"), ("queue", "add", "A b"),
                    ("agent", "hold", "ana"), ("phone", "d1", "--run")):
        assert server.command(*refused)[0] != 0, refused
    assert seq() == before
    assert server.stop() == 0


tap.run(nothing_of_ours_runs_a_shell, each_deed_is_in_the_journal,
        the_console_starts_nothing_by_keys)
