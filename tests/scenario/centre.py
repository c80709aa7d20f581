# SPDX-License-Identifier: GPL-3.0-or-later
"""A small contact centre on a server: what most scenarios begin with."""

import json
import os

import place
from server import Server
from sip_message import digest
from sip_peer import Peer

PHONE_PASSWORD = "phone-secret-1"

# Answers at once, one short menu, then the queue.
FLOW = {
    "nodes": [
        {"name": "answer", "type": "answer", "next": "menu"},
        {"name": "menu", "type": "menu", "prompt": "menu", "wait_ms": 3000,
         "tries": 2, "choices": {"1": "sales", "2": "support", "3": "bye"},
         "on_timeout": "support", "on_invalid": "bye", "on_error": "bye"},
        {"name": "sales", "type": "queue", "queue": "sales", "priority": 50},
        {"name": "support", "type": "queue", "queue": "support",
         "priority": 50},
        {"name": "bye", "type": "hang_up"},
    ]
}


class Seat:
    """An agent, whose phone is whoever registers as the device."""

    def __init__(self, centre, name, mode="phone_rings"):
        self.centre, self.name = centre, name
        self.api = centre.server.api
        device = self.api.post("/api/devices", name=name, mode=mode)
        self.device_id = device["id"]
        self.api.set_password(f"/api/devices/{name}/password",
                              PHONE_PASSWORD)
        self.id = self.api.post("/api/agents", name=name, label=name.title(),
                                device_id=self.device_id)["id"]

    def state(self):
        return self.api.get(f"/api/agents/{self.name}/state")

    def does(self, what, **more):
        """A command: log-in, available, hold, transfer, dispose ..."""
        return self.api.post(f"/api/agents/{self.name}/{what}", **more)

    def wait(self, state):
        place.wait_until(f"{self.name} is {state}",
                         lambda: self.state()["state"] == state)
        return self

    def wait_phone(self):
        """Waits for the phone to be registered."""
        place.wait_until(f"{self.name}'s phone is registered",
                         lambda: self.state()["reachable"])
        return self


class Agent(Seat):
    """An agent with a phone of ours."""

    def __init__(self, centre, name, mode):
        super().__init__(centre, name, mode)
        self.phone = self.new_phone(name)

    def new_phone(self, name):
        return Peer(self.centre.server.address, name=name)

    def plug_in(self):
        """Registers the phone."""
        answer = self.phone.register(self.centre.server.sip, PHONE_PASSWORD,
                                     realm=self.centre.realm)
        assert answer.status == 200, answer
        return self

    def dials(self, number, hertz=620, headers=()):
        """The phone calls a number by itself, and says who it is."""
        to = self.centre.server.sip
        uri = f"sip:{number}@{self.centre.server.address}"
        asked = self.phone.call(uri, to)
        assert asked.wait_refusal() == 401, asked.final
        answer = digest(asked.final["WWW-Authenticate"], "INVITE", uri,
                        self.name, PHONE_PASSWORD)
        return self.phone.call(uri, to, hertz=hertz, headers=[
            ("Authorization", answer), *headers])

    def works(self):
        """Registers, logs in and is available, or has a contact at once."""
        self.plug_in()
        self.does("log-in")
        self.does("available")
        place.wait_until(f"{self.name} works", lambda: self.state()["state"]
                         in ("available", "offered"))
        return self


class Centre:
    """A server with a trunk (a Peer of ours), two queues, a flow."""

    agent_kind = Agent

    def __init__(self, server=None, queue=None, flow=None, **settings):
        self.server = server or Server(**settings).start()
        self.realm = self.server.settings["sip.realm"]
        self.api = self.server.api
        self.trunk = self.new_trunk(place.host(1))
        self.agents = {}  # with phones of ours
        self.seats = {}  # with others
        self.callers = 0
        self.last_number = None
        self.api.post("/api/users", name="boss", role="admin",
                      uid=os.getuid())
        settings = {"wrap_up": "none", "cool_no_answer_ms": 0,
                    "cool_rejected_ms": 0, "cool_busy_ms": 0,
                    "cool_failed_ms": 0, **(queue or {})}
        for name in ("sales", "support"):
            self.api.post("/api/queues", name=name, **settings)
        self.api.post("/api/trunks", name="provider", check_ms=0,
                      prefixes="+44 +49 0", emergency="112",
                      address=f"{self.trunk.address}:{self.trunk.port}")
        self.publish("main", flow or FLOW)
        self.api.post("/api/entries", name="reception", number="200",
                      flow_id="main")

    def new_trunk(self, address):
        return Peer(address, 5060, name="0044700900123")

    def way_in(self):
        """Where the trunk sends its calls to."""
        return self.server.sip

    def publish(self, name, flow):
        """Makes a flow of a dict."""
        return self.api.post("/api/ivr/flows", name=name,
                             text=json.dumps({"name": name, **flow}))

    def agent(self, name, *queues, mode="phone_rings", priority=1):
        """An agent who serves queues, at work."""
        agent = self.agents[name] = self.agent_kind(self, name, mode)
        self.assign(name, queues, priority)
        return agent.works()

    def seat(self, name, *queues, mode="phone_rings"):
        """An agent who serves queues with a phone of somebody else's make."""
        seat = self.seats[name] = Seat(self, name, mode)
        self.assign(name, queues)
        return seat

    def assign(self, name, queues=(), priority=1):
        """Has an agent serve queues; none named: both."""
        for queue in queues or ("sales", "support"):
            self.api.post(f"/api/queues/{queue}/assign", agent_id=name,
                          priority=priority)

    def caller(self, number="200", caller=None, **more):
        """Somebody calls through the trunk; the INVITE is sent. Each caller
        has a number of its own, unless one is given."""
        self.callers += 1
        self.last_number = caller or f"00447700{self.callers:06}"
        return self.trunk.call(f"sip:{number}@{self.server.address}",
                               self.way_in(), caller=self.last_number, **more)

    def in_queue(self, key="1", hertz=440, **more):
        """A caller who is answered, presses a key, and waits."""
        call = self.caller(hertz=hertz, **more).wait_answer()
        self.wait_menu(call)
        call.media.press(key)
        return call

    def wait_menu(self, call):
        place.wait_until("the menu is heard", call.media.hears_something)
        return call

    def talk(self, agent, hertz=620, **more):
        """A caller and an agent who hear each other: (call, phone's call)."""
        call = self.in_queue(**more)
        ring = agent.phone.next_call()
        ring.ring()
        ring.answer(hertz=hertz)
        call.wait_hears(hertz)
        agent.wait("talking")
        return call, ring

    def contacts(self):
        return self.api.items("/api/contacts")

    def settle(self):
        """Waits until all that has happened can be read from the disk, too."""
        seq = self.api.get("/api/state")["seq"]
        place.wait_until(f"event {seq} is kept", lambda: self.api.get(
            f"/api/events?after={seq - 1}&limit=1")["items"])
        return self

    def last_contact(self):
        """The contact of the last caller()."""
        def found():
            return [one for one in self.contacts()
                    if one["caller"] == self.last_number]
        return max(place.wait_until("the contact is known", found),
                   key=lambda one: one["contact_id"])

    def events_of(self, contact_id):
        """All that the journal tells of a contact."""
        return self.settle().api.items(f"/api/contacts/{contact_id}/events")

    def told(self, contact_id, kind):
        """... that is of one kind."""
        return [e for e in self.events_of(contact_id) if e["type"] == kind]

    def newest_contact(self):
        """The newest one, whoever called."""
        return max(self.settle().contacts(),
                   key=lambda one: one["contact_id"])

    def wait_ended(self, contact_id):
        """The record of a contact, when it has ended."""
        def ended():
            answer = self.api.ask("GET", f"/api/contacts/{contact_id}")
            if answer.status != 200 or answer.json["live"]:
                return None  # just ended, and not yet on the disk: 404
            return answer.json
        return place.wait_until(f"contact {contact_id} has ended", ended)

    def close(self):
        """Stops the server and holds it to its last promises."""
        for peer in [self.trunk] + [a.phone for a in self.agents.values()]:
            peer.close()
        if not self.server.is_gone():
            assert self.server.verifies()
            assert self.server.stop() == 0, self.server.said()
