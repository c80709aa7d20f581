# SPDX-License-Identifier: GPL-3.0-or-later
"""A house's day in a few minutes: a talk that is recorded, a menu, a message, a
console and commands. Nothing here depends on how slow the programs are, which
run under something that looks at them: CCLITE_TEST_UNDER, see valgrind.sh."""

import os
import sys

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests/scenario"))

import place  # noqa: E402
import tap  # noqa: E402
from centre import FLOW  # noqa: E402
from office import CALLER_HZ, Office  # noqa: E402
from screen import Console  # noqa: E402

CTRL_S = "\x13"
PATIENT = {"nodes": [
    {**node, **({"wait_ms": 60000} if node["type"] == "menu" else {})}
    for node in FLOW["nodes"]]}

office = Office(flow=PATIENT)
server, api, ana = office.server, office.api, office.ana


def a_talk_is_recorded():
    """a caller chooses, waits, talks, is held; all of it is recorded"""
    call, ring = office.talk(ana)
    ring.wait_hears(CALLER_HZ)
    contact = office.last_contact()["contact_id"]
    ana.does("hold")
    ana.wait("hold")
    ana.does("resume")
    ana.wait("talking")
    assert call.hang_up().status == 200
    ring.wait_end()
    ana.wait("available")
    assert office.wait_ended(contact)["answered"]
    kept = place.wait_until("the recording is kept", lambda: [
        one for one in api.items("/api/recordings")
        if one["contact_id"] == contact and one["state"] == "kept"])[0]
    sound = api.ask("GET", f"/api/recordings/{kept['recording_id']}/download")
    assert sound.status == 200 and sound.raw[:4] == b"RIFF", sound


def a_flow_leads_a_caller():
    """a key that means nothing asks again, another ends it; one gives up"""
    call = office.caller(hertz=CALLER_HZ).wait_answer()
    office.wait_menu(call)
    contact = office.last_contact()["contact_id"]
    call.media.press("9")
    place.wait_until("it is asked again", lambda: any(
        step["tries"] == 2 for step in office.told(contact, "step_began")))
    call.media.press("3")
    call.wait_end()
    assert office.wait_ended(contact)["cause"] == "flow_ended"
    waiting = office.caller(hertz=CALLER_HZ).wait_answer()
    office.wait_menu(waiting)
    contact = office.last_contact()["contact_id"]
    waiting.hang_up()
    assert office.wait_ended(contact)["cause"] == "caller_hung_up"


def a_message_is_left():
    """a caller whom nobody answers leaves a message, which can be fetched"""
    message = office.leave()
    assert message["box"] == "support", message
    assert office.sound_of(message).status == 200


def a_console_is_used():
    """somebody looks at all screens, adds a queue, and goes"""
    console = Console(server, place.path("no", "token"), "console", "queues",
                      term="xterm-256color", rows=30, columns=100)
    console.wait("sales", "support")
    console.press("a")
    console.wait("Short name")
    console.press("night" + CTRL_S)
    console.wait("night is saved.")
    for keys in ("F2", "F3", "F4", "F5", "F6"):
        before = console.text()
        console.press(keys)
        place.wait_until(f"{keys} shows something else",
                         lambda b=before: console.text() != b)
    console.resize(24, 80)
    place.wait_until("it is drawn anew", lambda: console.text().strip())
    code = console.close()
    assert code == 0, code
    assert api.get("/api/queues/night")["version"] == 1


def commands_are_given():
    """lists, a trace, a contact's way and a refusal"""
    contact = str(office.contacts()[0]["contact_id"])
    for words in (("queue", "list"), ("agent", "list", "--json"),
                  ("contact", "list"), ("contact", "trace", contact),
                  ("contact", "why", contact), ("server", "status"),
                  ("ivr", "show", "main", "--text"),
                  ("recording", "list"), ("--help",)):
        code, out, err = server.command(*words)
        assert code == 0 and out, (words, code, err)
    code, _, err = server.command("queue", "set", "sales", "--ring", "never")
    assert code not in (0, 99) and err, (code, err)


def it_ends_as_it_should():
    """a second start has all of it; both end with 0"""
    assert server.verifies()
    assert server.stop() == 0, server.said()
    server.start()
    assert api.get("/api/queues/night")["name"] == "night"
    office.close()


tap.run(a_talk_is_recorded, a_flow_leads_a_caller, a_message_is_left,
        a_console_is_used, commands_are_given, it_ends_as_it_should)
