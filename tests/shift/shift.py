# SPDX-License-Identifier: GPL-3.0-or-later
"""A shift at an installed server: an administrator sets it up by commands, two
agents work at their consoles, a supervisor watches; in the middle the server
is killed, and in the evening the books are closed.

CCLITE_PREFIX is where it was installed, see shift.sh.
"""

import glob
import json
import os
import shutil
import socket
import subprocess
import sys
import threading

SOURCE = os.environ.get("top_srcdir", ".")
sys.path.insert(0, os.path.join(SOURCE, "tests/scenario"))
PREFIX = os.environ["CCLITE_PREFIX"]

import server as programs  # noqa: E402

programs.PROGRAM = os.path.join(PREFIX, "sbin/cclited")
programs.COMMAND = os.path.join(PREFIX, "bin/cclite")
SHARE = os.path.join(PREFIX, "share/cc-lite")

import place  # noqa: E402
import tap  # noqa: E402
from screen import Console  # noqa: E402
from server import Server  # noqa: E402
from sip_peer import Peer  # noqa: E402

SETUP = """\
admin.name = dana
admin.password = dana-secret-1
trunk.address = {trunk}
entry.number = 200
queue.name = sales
queue.label = Sales
[agent1]
name = ana
label = Ana Nova
[agent2]
name = ben
label = Ben Old
[agent3]
name = eva
"""
SUPERVISOR_PASSWORD = "sue-secret-1"
CALLER_HZ, AGENT_HZ = 440, 620

server = Server("shift", prompt_dir=None, worker=None)
del server.environment["CCLITE_LOCALE_DIR"]
trunk = Peer(place.host(1), 5060, name="0044700900123")
consoles = {}
phones = {}
passwords = {}
told = []  # by the server to who started it
callers = []


def run(*arguments, text=None):
    """A command of the administrator's, which must succeed; its output."""
    code, out, err = server.command(*arguments, text=text)
    assert code == 0, (arguments, code, err)
    return out


def shows(*arguments):
    """What a command tells in JSON; of a list its items."""
    told_it = json.loads(run(*arguments, "--json"))
    return told_it.get("items", told_it) if isinstance(told_it, dict) \
        else told_it


def wait(what, condition, within_s=None):
    """Waits, and lets all consoles be read meanwhile."""
    def look():
        for console in consoles.values():
            console.text()
        return condition()
    return place.wait_until(what, look, within_s or 2 * place.PATIENCE_S)


def wait_shown(name, *words):
    def shown():
        text = consoles[name].text()
        return all(word in text for word in words)
    try:
        wait(f"{name} sees {words}", shown)
    except AssertionError as missing:
        raise AssertionError(
            f"{missing}\n{consoles[name].text()}") from None


def state(agent):
    return shows("agent", "state", agent)["state"]


def wait_state(agent, wanted):
    wait(f"{agent} is {wanted}", lambda: state(agent) == wanted)


def sign_in(name, password, *arguments, rows=24, columns=80):
    console = consoles[name] = Console(
        server, place.path(f"home-{name}", "token"), "--server",
        f"http://{server.address}:8080", *arguments, rows=rows,
        columns=columns)
    wait_shown(name, "Sign in", "Password")
    console.press(name, "Tab", password, "Enter", "Enter", "Enter")


def hear(fd):
    """What the server tells systemd, or whoever is in its place."""
    while True:
        told.append(fd.recv(4096).decode())


def start():
    place.wait_until("cclited serves", server.start)


def everything_is_installed():
    """programs, manuals, prompts, catalogues, completion and samples are there,
    and are found without being told where"""
    for pattern, least in (("share/man/man1/cclite.1", 1),
                           ("share/man/man8/cclited.8", 1),
                           ("share/man/man5/*.5", 2),
                           ("share/man/man7/cclite-*.7", 4),
                           ("share/cc-lite/prompts/*/*.wav", 30),
                           ("share/cc-lite/locale/*.mo", 2),
                           ("libexec/cclite-worker", 1),
                           ("share/cc-lite/flows/main.json", 1),
                           ("share/cc-lite/cclite.conf.sample", 1),
                           ("lib/systemd/system/cclited.service", 1),
                           ("lib/sysusers.d/cclite.conf", 1)):
        found = glob.glob(os.path.join(PREFIX, pattern))
        assert len(found) >= least, (pattern, found)
    assert os.stat(programs.PROGRAM).st_mode & 0o111
    sample = os.path.join(SHARE, "cclite.conf.sample")
    done = subprocess.run([programs.PROGRAM, "--check-config", "--config",
                           sample], capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done
    done = subprocess.run([programs.PROGRAM, "--lang", "cs", "--help"],
                          capture_output=True, text=True, check=True)
    assert "Použití" in done.stdout, done.stdout[:80]


def the_unit_is_sound():
    """systemd finds nothing wrong with the unit"""
    if not shutil.which("systemd-analyze"):
        raise tap.Skip("there is no systemd-analyze")
    unit = os.path.join(PREFIX, "lib/systemd/system/cclited.service")
    done = subprocess.run(["systemd-analyze", "verify", "--man=no", unit],
                          capture_output=True, text=True, check=False)
    said = [line for line in (done.stdout + done.stderr).splitlines()
            if "cclited" in line]
    assert done.returncode == 0 and not said, (done.returncode, said)


def the_administrator_sets_up():
    """an administrator makes a centre by one file and a few commands"""
    ear = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    ear.bind(place.path("notify"))
    threading.Thread(target=hear, args=(ear,), daemon=True).start()
    server.environment["NOTIFY_SOCKET"] = place.path("notify")
    server.start()
    path = place.write("setup.conf", SETUP.format(
        trunk=f"{trunk.address}:{trunk.port}"))
    os.chmod(path, 0o600)
    for line in run("setup", "--file", path).splitlines()[1:]:
        agent, *row = line.split()
        passwords[agent] = dict(zip(("password", "phone", "phone_password"),
                                    row))
    run("queue", "add", "support", "--label", "Support")
    for queue in ("sales", "support"):
        run("queue", "set", queue, "--recording", "all", "--wrap-up",
            "mandatory_timed", "--wrap-up-time", "60s")
    run("queue", "assign", "support", "ben", "--priority", "1")
    run("queue", "unassign", "sales", "ben")
    run("ivr", "set", "main", os.path.join(SHARE, "flows/main.json"))
    run("pause-reason", "add", "lunch", "--label", "Lunch", "--key", "l")
    run("disposition", "add", "sold", "--label", "Sold")
    run("disposition", "add", "resolved", "--label", "Resolved")
    run("user", "add", "sue", "--label", "Sue", "--role", "supervisor")
    run("user", "password", "sue", text=SUPERVISOR_PASSWORD + "\n")
    place.wait_until("it has said that it serves", lambda: "READY=1" in told)


def pick_up(phone):
    while True:
        try:
            ring = phone.next_call(600)
            ring.ring()
            ring.answer(hertz=AGENT_HZ)
        except (AssertionError, OSError):
            return


def the_agents_come():
    """phones register, both agents sign in and are ready by two keys"""
    for agent in ("ana", "ben"):
        row = passwords[agent]
        run("device", "set", row["phone"], "--mode", "on_demand")
        phone = phones[agent] = Peer(server.address, name=row["phone"])
        answer = phone.register(server.sip, row["phone_password"],
                                realm="cc.test")
        assert answer.status == 200, answer
        threading.Thread(target=pick_up, args=(phone,), daemon=True).start()
        sign_in(agent, row["password"])
        wait_shown(agent, "My queues", "OFF DUTY")
        consoles[agent].press("s")
        wait_shown(agent, "Change state", "Lunch")
        consoles[agent].press("r")
        wait_state(agent, "available")
        wait_shown(agent, "READY")


def the_supervisor_watches():
    """the supervisor's cockpit shows both, ready"""
    sign_in("sue", SUPERVISOR_PASSWORD, "console", "cockpit", rows=43,
            columns=132)
    wait_shown("sue", "Cockpit", "Ana Nova", "Ben Old", "READY")


def dials(*keys):
    """Somebody calls, and presses keys when each menu has begun."""
    number = f"0044770090{len(callers):04}"
    call = trunk.call(f"sip:200@{server.address}", server.sip,
                      caller=number, hertz=CALLER_HZ)
    callers.append(call)
    wait("it is answered", lambda: call.final)
    assert call.final.status == 200, call.final
    contact = shows("contact", "list", "--limit", "1")[0]["contact_id"]
    for node, key in zip(("language", "menu"), keys):
        wait(f"the flow is at {node}", lambda n=node: any(
            step["node"] == n for step in shows("contact", "path",
                                                str(contact))))
        call.media.press(key)
    return call, contact


def answered(agent, call):
    """The agent answers by F2, and both are heard."""
    wait_shown(agent, "INCOMING", "RINGING")
    consoles[agent].press("F2")
    wait("the agent is heard", lambda: call.media.hears(AGENT_HZ))
    wait_shown(agent, "ON CALL")


def wraps_up(agent):
    """One key and Enter: the disposition, and ready again."""
    wait_shown(agent, "WRAP-UP", "Disposition")
    consoles[agent].press("1", "Enter")
    wait_state(agent, "available")
    wait_shown(agent, "READY")


def calls_of_a_morning():
    """callers go through the menus, are answered by keys, and wrapped up"""
    for agent, key in (("ana", "1"), ("ben", "2"), ("ana", "1"),
                       ("ben", "2")):
        call, _ = dials("1", key)
        answered(agent, call)
        consoles[agent].press("F3")
        wait_shown(agent, "HOLD")
        consoles[agent].press("F3")
        wait_shown(agent, "ON CALL")
        wait_shown("sue", "ON CALL")
        call.hang_up()
        wraps_up(agent)


def handed_over():
    """a caller is handed over from sales to support, and talks on there"""
    call, contact = dials("1", "1")
    answered("ana", call)
    consoles["ana"].press("F5")
    wait_shown("ana", "Transfer call", "queue")
    consoles["ana"].press("su", "Enter")
    wraps_up("ana")
    answered("ben", call)
    call.hang_up()
    wraps_up("ben")
    wait("it has ended", lambda: not shows("contact", "show",
                                           str(contact))["live"])
    assert shows("contact", "show", str(contact))["agent"] == "ben"


def lunch():
    """one pauses, which the supervisor sees; a caller leaves meanwhile, and
    the administrator changes a name"""
    consoles["ben"].press("s")
    wait_shown("ben", "Change state", "Lunch")
    consoles["ben"].press("l")
    wait_state("ben", "paused")
    wait_shown("sue", "Lunch")
    call, _ = dials("1", "2")
    wait("one waits", lambda: shows("queue", "stats", "support")
         ["waiting"] == 1)
    call.hang_up()
    wait("nobody waits", lambda: shows("queue", "stats", "support")
         ["waiting"] == 0)
    run("queue", "set", "support", "--label", "Help desk")
    wait_shown("ben", "Help desk")
    consoles["ben"].press("s")
    wait_shown("ben", "Change state")
    consoles["ben"].press("r")
    wait_state("ben", "available")


def the_lights_go_out():
    """killed in the middle of a call, all consoles are back by themselves, and
    work goes on"""
    call, contact = dials("1", "1")
    answered("ana", call)
    server.kill()
    server.start()
    wait("the phone got its BYE", lambda: call.ended)
    assert shows("contact", "show", str(contact))["cause"] == "server_restart"
    for name in consoles:  # by themselves
        wait_shown(name, " live ")
    wraps_up("ana")
    wait_state("ben", "available")
    call, _ = dials("1", "2")
    answered("ben", call)
    call.hang_up()
    wraps_up("ben")


def the_books_are_closed():
    """in the evening every caller is one contact, figures and recordings
    agree, and a backup is made"""
    contacts = shows("contact", "list")
    assert len(contacts) == len(callers), (len(contacts), len(callers))
    assert not any(contact["live"] for contact in contacts)
    served = [contact for contact in contacts if contact["answered"]]
    assert len(served) == len(callers) - 1
    stats = [shows("queue", "stats", queue) for queue in ("sales", "support")]
    assert sum(one["abandoned"] for one in stats) == 1, stats
    # The one handed over has two; the kill may have come before the sound.
    wait("all talks are recorded", lambda: [
        one["state"] for one in shows("recording", "list")].count("kept")
        >= len(served), 20)
    run("verify")
    run("backup", "evening")
    assert os.path.exists(os.path.join(server.data, "backup/evening.db")) or \
        glob.glob(os.path.join(server.data, "backup/evening*"))


def everybody_leaves():
    """consoles are left cleanly, the server ends by SIGTERM, and has told its
    starter all its life"""
    for console in consoles.values():
        assert console.close() == 0
    consoles.clear()
    assert server.stop() == 0, server.said()
    assert told.count("READY=1") == 2 and told[-1] != "READY=1"
    assert "WATCHDOG=1" in told and "STOPPING=1" in told
    assert "ERROR" not in server.said() and "Sanitizer" not in server.said()


class Unfinished(Exception):
    """What a claim builds upon did not come about."""


def in_turn(claim, failed=[]):  # pylint: disable=dangerous-default-value
    """The claim, which needs all those before it."""
    def tried():
        if failed:
            raise Unfinished(failed[0])
        try:
            claim()
        except tap.Skip:
            raise
        except BaseException:
            failed.append(claim.__name__)
            raise
    tried.__doc__ = claim.__doc__
    return tried


tap.run(*map(in_turn, (
    everything_is_installed, the_unit_is_sound, the_administrator_sets_up,
    the_agents_come, the_supervisor_watches, calls_of_a_morning, handed_over,
    lunch, the_lights_go_out, the_books_are_closed, everybody_leaves)))
