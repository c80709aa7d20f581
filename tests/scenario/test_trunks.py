# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told of trunks: whether each answers, and how many calls it has."""

import os
import re
import sys

import place
import tap
from centre import Centre
from sip_peer import Peer

sys.path.insert(0, os.path.join(place.SOURCE, "tests/sip"))
from nameserver import A, SRV, NameServer, address, service  # noqa: E402

names = NameServer()
centre = Centre(sip__name_servers=names.where)
api = centre.api
api.post("/api/trunks", name="named", check_ms=0, address="sip.provider.test")
second = Peer(place.host(2), 5060, name="second")


def state(name):
    return api.get(f"/api/trunks/{name}/state")


def cclite(*arguments):
    """What the command prints."""
    code, out, errors = centre.server.command(*arguments)
    assert code == 0, errors
    return out


def not_checked():
    """a trunk that nobody asks says so, and counts its calls"""
    place.wait_until("it is known",
                     lambda: state("provider")["state"] == "unchecked")
    before = state("provider")
    call = centre.caller().wait_answer()
    place.wait_until("a call", lambda: state("provider")["calls"] == 1)
    during = state("provider")
    assert during["calls_in"] == before["calls_in"] + 1, during
    assert during["calls_out"] == before["calls_out"], during
    assert during["max_channels"] == 30 and during["answer_ms"] == -1, during
    call.hang_up()
    place.wait_until("no call", lambda: state("provider")["calls"] == 0)

    def minutes():
        return sum(map(int, state("provider")["history"].split()))

    place.wait_until("minutes with all calls in them", lambda: minutes() ==
                     during["calls_in"] + during["calls_out"])


def full():
    """calls over the cap are counted"""
    api.put("/api/trunks/provider", max_channels=1)
    call = centre.caller().wait_answer()
    assert centre.caller().wait_refusal() in (486, 503)
    place.wait_until("it is counted",
                     lambda: state("provider")["refused_full"] == 1)
    assert state("provider")["max_channels"] == 1
    call.hang_up()
    place.wait_until("no call", lambda: state("provider")["calls"] == 0)


def up_down_up():
    """a trunk is up while it answers OPTIONS, down when it does not, and up
    again"""
    api.post("/api/trunks", name="second", check_ms=5000,
             address=f"{second.address}:{second.port}")
    place.wait_until("it is asked", lambda: state("second")["last_code"] == 200)
    up = state("second")
    assert up["state"] == "up" and up["answer_ms"] >= 1, up
    assert up["reason"] == "none", up
    second.options = (503, "Service Unavailable")
    place.wait_until("it is down", lambda: state("second")["state"] == "down",
                     60)
    down = state("second")
    assert down["last_code"] == 503 and down["reason"] == "failure", down
    assert 0 <= down["for_us"] < state("provider")["for_us"] < 3600e6, down
    assert {t["name"]: t["state"] for t in api.items("/api/trunks-now")} == {
        "provider": "unchecked", "second": "down", "named": "down"}
    second.options = (200, "OK")
    place.wait_until("it is up", lambda: state("second")["state"] == "up", 60)


def registered():
    """a trunk registers with its account, says so, and does so again after a
    restart; its password is told to nobody else"""
    registrar = Peer(place.host(3), 5060, name="registrar")
    registrar.accepts_registers = True
    api.post("/api/trunks", name="third", check_ms=0, username="me",
             registers=True, address=f"{registrar.address}:5060")
    place.wait_until("it is registered", lambda: state("third")[
        "registration"] == "registered")
    assert state("third")["register_code"] == 200, state("third")
    assert state("second")["registration"] == "none"
    code, _, errors = centre.server.command("trunk", "password", "third",
                                            text="told-to-nobody\n")
    assert code == 0, errors
    assert "told-to-nobody" not in str(api.get("/api/trunks/third"))
    assert "told-to-nobody" not in str(centre.server.events())
    before = registrar.count("in", "REGISTER")
    centre.server.stop()
    centre.server.start()
    place.wait_until("it registers again", lambda:
                     registrar.count("in", "REGISTER") > before)
    registrar.accepts_registers = False
    api.put("/api/trunks/third", realm="third.test")
    place.wait_until("it is refused", lambda: state("third")[
        "register_code"] == 481)
    assert state("third")["registration"] == "failed", state("third")
    place.wait_until("an alarm", lambda: "trunk_not_registered"
                     in api.get("/api/server")["alarms"], 30)
    place.wait_until("which says why", lambda: state("third")["reason"]
                     == "registration_refused")
    third = api.ask("GET", "/api/trunks/third")
    assert api.ask("DELETE", "/api/trunks/third", headers={
        "If-Match": third.headers["ETag"]}).status == 200
    registrar.close()


def by_name():
    """a trunk by host name is down and an alarm until DNS knows it; then its
    calls are its own, and it is called by its name"""
    peer = Peer(place.host(3), 5066, name="00447700900777")
    place.wait_until("it is down", lambda: state("named")["state"] == "down")
    place.wait_until("an alarm", lambda: "trunk_not_found"
                     in api.get("/api/server")["alarms"], 30)
    assert "trunk named: its host name is not found: " in centre.server.said()
    assert state("named")["reason"] == "name_not_found", state("named")
    names.records = {
        ("_sip._udp.sip.provider.test", SRV): [
            service(1, 1, 5066, "a.provider.test")],
        ("a.provider.test", A): [address(peer.address)]}
    place.wait_until("it is found", lambda: state("named")["state"]
                     == "unchecked", 30)
    place.wait_until("no alarm", lambda: "trunk_not_found"
                     not in api.get("/api/server")["alarms"])
    before = state("named")["calls_in"]
    call = peer.call(f"sip:200@{centre.server.address}", centre.server.sip,
                     caller="00447700900777").wait_answer()
    place.wait_until("its call", lambda: state("named")["calls_in"]
                     == before + 1)
    call.hang_up()
    trunk = api.ask("GET", "/api/trunks/named")
    assert trunk.json["address"] == "sip.provider.test"
    assert api.ask("DELETE", "/api/trunks/named", headers={
        "If-Match": trunk.headers["ETag"]}).status == 200
    peer.close()


def the_command_tells():
    """trunk list and trunk show tell people the state, programs the trunk"""
    second.options = (200, "OK")
    rows = cclite("trunk", "list").splitlines()
    assert re.match(r"Trunk +Peer +State +For +Calls +Channels", rows[0]), rows
    assert re.match(r"provider .* not checked +[0-9:]+ +0 +1\b", rows[1]), rows
    assert re.match(r"second .* (up|down) ", rows[2]), rows
    assert rows[0].endswith("  Trouble") and rows[1].endswith("  none"), rows
    assert cclite("trunk", "list", "--filter", "name = second").count(
        "\n") == 2
    assert '"state"' not in cclite("trunk", "list", "--json")
    assert '"state":"unchecked"' in cclite("trunk", "states", "--jsonl")
    shown = cclite("trunk", "show", "provider", "--lang", "cs")
    assert re.search(r"^check +0$", shown, re.M), shown
    assert re.search(r"^state +nekontroluje se", shown, re.M), shown
    assert re.search(r"^answer +–", shown, re.M), shown


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    second.close()
    centre.close()


tap.run(
    not_checked,
    full,
    up_down_up,
    registered,
    by_name,
    the_command_tells,
    the_books_agree,
)
