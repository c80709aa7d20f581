# SPDX-License-Identifier: GPL-3.0-or-later
"""A console that is lost in mid-call, and the telephones meanwhile."""

import os
import sys
import time

import place
import tap
from centre import Centre

sys.path.insert(0, os.path.join(place.SOURCE, "tests/web"))
from ws_peer import Watcher  # noqa: E402

SEEN_WITHIN_S = 2

centre = Centre()
ana = centre.agent("ana", mode="on_demand")
ben = centre.agent("ben", "support")
api = centre.api
api.post("/api/users", name="ana", role="agent")
api.put("/api/agents/ana", user_id="ana")
TOKEN = api.post("/api/users/ana/tokens", label="console")["token"]


class Console(Watcher):
    """A console of Ana's, which attends."""

    def __init__(self):
        self.socket_path = centre.server.socket
        super().__init__(self, token=TOKEN, local=True)
        self.say(do="attend")
        self.watch("agents")

    def row(self):
        return self.rows["agents"][ana.id]

    def wait_state(self, state):
        self.wait_row("agents", ana.id, state=state)
        return self


def talking():
    """Ana talks: (console, the caller's call, her phone's)."""
    console = Console().wait_state("available")
    call = centre.in_queue()
    console.wait_state("offered")
    ana.does("accept")
    ring = ana.phone.next_call()
    ring.answer(hertz=620)
    call.wait_hears(620)
    console.wait_state("talking")
    return console, call, ring


def what_was_accepted_is_told():
    """a row tells that the agent has accepted, until the phone picks up"""
    console = Console().wait_state("available")
    call = centre.in_queue()
    console.wait_state("offered")
    assert not console.row()["accepted"]
    ana.does("accept")
    ring = ana.phone.next_call()
    console.wait_row("agents", ana.id, state="offered", accepted=True)
    ring.answer(hertz=620)
    console.wait_row("agents", ana.id, state="talking", accepted=False)
    ana.does("hang-up")
    call.wait_end()
    ring.wait_end()
    console.wait_state("available").close()
    ana.wait("unavailable")


def a_call_lives_without_its_console():
    """the console is cut off in mid-call, and both go on hearing each other"""
    console, call, ring = talking()
    console.sock.close()
    place.wait_until("nobody is there",
                     lambda: ana.state()["console"] == "none")
    assert ana.state()["state"] == "talking"
    call.wait_hears(620)
    ring.wait_hears(440)

    began = time.monotonic()
    back = Console()
    row = back.row()
    took_s = time.monotonic() - began
    assert (row["state"], row["caller"]) == ("talking",
                                             centre.last_number), row
    assert took_s < SEEN_WITHIN_S, took_s
    ana.does("hang-up")
    call.wait_end()
    ring.wait_end()
    back.wait_state("available")
    back.close()
    ana.wait("unavailable")


def nobody_there_no_offers():
    """while nobody is at the console callers wait, and then are offered"""
    assert ana.state()["verdict"] == "unattended"
    call = centre.in_queue()
    contact = centre.last_contact()["contact_id"]
    place.wait_until("the caller waits", lambda: api.get(
        "/api/queues/sales/stats")["waiting"] == 1)
    assert ana.state()["state"] == "unavailable"
    console = Console().wait_state("offered")
    ana.does("accept")
    ring = ana.phone.next_call()
    ring.answer(hertz=620)
    call.wait_hears(620)
    ana.does("hang-up")
    call.wait_end()
    ring.wait_end()
    assert centre.wait_ended(contact)["answered"]
    why = [row["verdict"] for d in api.items(f"/api/contacts/{contact}/why")
           if d["event"] == "contact_queued"
           for row in d["candidates"]["rows"]]
    assert why == ["unattended"], why
    console.close()


def a_stalled_console_gets_none():
    """a console that takes no output is as good as none, until it does"""
    console = Console().wait_state("available")
    console.say(do="stall", stalled=True)
    ana.wait("unavailable")
    assert ana.state()["reason"] == "the console is stalled"
    console.say(do="stall", stalled=False)
    ana.wait("available")
    console.close()
    ana.wait("unavailable")


def who_works_by_commands_needs_none():
    """an agent without a console is offered contacts as ever"""
    assert not ben.state()["needs_console"]
    call = centre.in_queue(key="2")
    ring = ben.phone.next_call()
    ring.ring()
    ring.answer(hertz=700)
    call.wait_hears(700)
    call.hang_up()
    ring.wait_end()


def after_a_crash_it_is_waited_for():
    """after a crash the phone alone brings no offer, the console does"""
    console = Console().wait_state("available")
    centre.settle()
    centre.server.kill()
    console.sock.close()
    centre.server.start()
    ana.plug_in()
    ben.does("pause", reason_id=api.post("/api/pause-reasons",
                                         name="break")["id"])
    place.wait_until("the phone is there", lambda: ana.state()["reachable"])
    assert ana.state()["verdict"] == "unattended", ana.state()
    console = Console()
    place.wait_until("Ana may be offered contacts",
                     lambda: ana.state()["verdict"] == "chosen")
    console.close()


def all_is_over():
    """after all that no live contact is left"""
    place.wait_until("no contact is live", lambda: api.get(
        "/api/state")["contacts_live"] == 0)
    centre.close()


tap.run(
    what_was_accepted_is_told,
    a_call_lives_without_its_console,
    nobody_there_no_offers,
    a_stalled_console_gets_none,
    who_works_by_commands_needs_none,
    after_a_crash_it_is_waited_for,
    all_is_over,
)
