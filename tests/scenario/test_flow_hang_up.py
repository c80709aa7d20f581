# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers hang up at every type of node: the journal says where, and nothing
is left."""

import io
import json
import os
import socket
import subprocess
import wave

import place
import tap
from centre import Centre

# Where the caller is when the BYE goes out.
AT_IT = "at it"    # the node goes on for a while
BEHIND = "behind"  # at the rest: the node takes no time, so nobody can be in it
WITHIN = "within"  # at the rest of another flow
LEFT = "left"      # out of the flow: in a queue, a box, on the way to somebody
LET_GO = "let go"  # hung up on: the BYE is the server's
RINGS = "rings"    # at it, and not answered yet: CANCEL

LONG = {"type": "wait", "for_ms": 600000, "next": None}
ASKS = {"prompt": "long", "wait_ms": 60000, "on_timeout": "rest",
        "on_invalid": "rest", "on_error": "rest"}
ELSE = {"next": "rest", "on_other": "rest"}
FAILS = {"next": "rest", "on_error": "rest"}

# The type, what its node says, where the caller is then, and the place.
ROWS = (
    ("answer", {"next": "rest"}, BEHIND),
    ("play", {"prompt": "long", **FAILS}, AT_IT),
    ("menu", {"choices": {"1": "rest"}, **ASKS}, AT_IT),
    ("set_language", {"language": "es", "next": "rest"}, BEHIND),
    ("queue", {"queue": "sales"}, LEFT, "queue"),
    ("hang_up", {}, LET_GO),
    ("start", {"next": "rest"}, BEHIND),
    ("wait", {"for_ms": 600000, "next": "rest"}, AT_IT),
    ("split", {"percent": 100, **ELSE}, BEHIND),
    ("collect", {"variable": "n", **ASKS, "next": "rest"}, AT_IT),
    ("set", {"variable": "n", "value": "1", **FAILS}, BEHIND),
    ("switch", {"variable": "language", "choices": {"en": "rest"},
                "on_other": "rest"}, BEHIND),
    ("loop", {"variable": "n", "times": 2, "again": "rest", **FAILS}, BEHIND),
    ("language", {"by_history": True, **ELSE}, BEHIND),
    ("ask_language", {k: v for k, v in ASKS.items() if k != "prompt"}
     | {"next": "rest"}, AT_IT),
    ("priority", {"priority": 5, "next": "rest"}, BEHIND),
    ("tag", {"tag": "gold", **FAILS}, BEHIND),
    ("recording", {"choice": "always", "next": "rest"}, BEHIND),
    ("survey", {"question": "mark", **ASKS, "next": "rest"}, AT_IT),
    ("send_digits", {"digits": "12#", **FAILS}, BEHIND),
    ("sub_flow", {"flow": "part", **FAILS}, WITHIN),
    ("return", {}, LET_GO),
    ("if", {"condition": "hour >= 0", **ELSE}, BEHIND),
    ("voicemail", {"box": "box", "on_error": "rest"}, LEFT, "voicemail"),
    ("lookup", {"lookup": "crm", "on_not_found": "rest", "on_timeout": "rest",
                **FAILS}, RINGS),
    ("callback", {"queue": "sales", "next": "rest", "on_other": "rest",
                  "on_error": "rest"}, AT_IT),
    ("hours", {"calendar": "always", "next": "rest", "on_closed": "rest",
               "on_holiday": "rest", "on_error": "rest"}, BEHIND),
    ("caller_list", {"caller_list": "vip", **ELSE}, BEHIND),
    ("transfer", {"agent": "ana", "on_error": "rest"}, LEFT, "queue"),
    ("say", {"text_en": "One more word. " * 26, **FAILS}, AT_IT),
    ("record", {"variable": "wish", "beep": False, "max_ms": 600000,
                "silence_ms": 0, **FAILS, "on_silence": "rest",
                "on_invalid": "rest"}, AT_IT),
    ("mailbox", {"on_error": "rest"}, LEFT, "voicemail"),
)


def silence(seconds):
    """A prompt that lasts longer than any of these calls."""
    out = io.BytesIO()
    with wave.open(out, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(16000 * seconds))
    return out.getvalue()


mute = socket.create_server((place.host(3), 0))  # takes calls, says nothing
centre = Centre(lookup__private="yes",
                queue={"callback_numbers": "0044 +44"})
api = centre.api
api.post("/api/prompts", name="long")
sent = api.ask("PUT", "/api/prompts/long/sound", raw=silence(90),
               headers={"If-Match": "*", "Content-Type": "audio/wav"})
assert sent.status == 200, sent.raw
api.post("/api/voicemail/boxes", name="box")
api.post("/api/calendars", name="always", zone="UTC")
api.post("/api/caller-lists", name="vip", country="44")
api.post("/api/lookups", name="crm", within_ms=20000, values="level=level",
         url="http://%s:%d/" % mute.getsockname()[:2])
ana = centre.agent("ana", "support")
ana.does("pause", reason_id=api.post("/api/pause-reasons", name="lunch")["id"])
ana.wait("paused")
centre.publish("part", {"type": "part", "nodes": [
    {"name": "inside", **LONG, "next": "back"},
    {"name": "back", "type": "return"}]})
for number, (kind, says, *more) in enumerate(ROWS):
    begins = [] if kind == "answer" or RINGS in more else [
        {"name": "begin", "type": "answer", "next": "it"}]
    centre.publish(kind, {"nodes": [
        *begins, {"name": "it", "type": kind, **says},
        {"name": "rest", **LONG}]})
    api.post("/api/entries", name=kind, number=str(400 + number),
             flow_id=kind)


def nodes_of(contact):
    return [event["node_name"] for event in centre.events_of(contact)
            if event["type"] == "step_began"]


def left_at(flow):
    """The nodes of a flow at which callers hung up today."""
    return {way["node"]: way["callers"] for way in
            api.get(f"/api/ivr/flows/{flow}/ways")["items"]
            if way["hung_up"]}


def comes_to(number, where, at):
    """A caller who is led to the node: (call, contact's number)."""
    call = centre.caller(number)
    if where != RINGS:
        call.wait_answer()
    contact = centre.last_contact()["contact_id"]
    place.wait_until(f"it is at {at}",
                     lambda: nodes_of(contact)[-1:] == [at])
    return call, contact


def goes(call, where):
    if where == LET_GO:
        call.wait_end()
    elif where == RINGS:
        assert call.cancel().status == 487
    else:
        call.hang_up()


def hangs_up(row, number):
    """Calls, hangs up at the node of a row, and looks at what is told."""
    kind, _, where, *places = row
    node = {BEHIND: "rest", WITHIN: "inside"}.get(where, "it")
    call, contact = comes_to(number, where, node)
    if where == LEFT:
        place.wait_until(f"it is in the {places[0]}", lambda: api.get(
            f"/api/contacts/{contact}")["place"] == places[0])
    goes(call, where)
    cause = centre.wait_ended(contact)["cause"]
    assert cause == ("flow_ended" if where == LET_GO
                     else "abandoned" if places == ["queue"]
                     else "caller_hung_up"), cause
    assert nodes_of(contact)[-1] == node, nodes_of(contact)
    assert len(centre.told(contact, "contact_ended")) == 1
    if where not in (LEFT, LET_GO):
        flow = "part" if where == WITHIN else kind
        assert left_at(flow) == {node: 1}, left_at(flow)


def claim(number, row):
    def holds():
        hangs_up(row, str(400 + number))
    holds.__doc__ = f"{row[2]}: {row[0]}"
    return holds


def every_type_has_a_row():
    """every type of node that the server has is in the table"""
    told = json.loads(subprocess.run(
        [os.path.join(place.BUILD, "cclited"), "--openapi"],
        capture_output=True, check=True).stdout)
    kinds = [node["properties"]["type"]["const"]
             for node in told["components"]["schemas"]["node"]["oneOf"]]
    assert sorted(kinds) == sorted(row[0] for row in ROWS), kinds


def nothing_is_left():
    """no call, no contact, nobody in a line, and a journal that is whole"""
    place.wait_until("no leg is left",
                     lambda: api.metrics()["cclite_sip_legs"] == 0)
    assert not [one for one in centre.contacts() if one.get("live")]
    assert ana.state()["state"] == "paused", ana.state()
    centre.close()


tap.run(every_type_has_a_row,
        *[claim(number, row) for number, row in enumerate(ROWS)],
        nothing_is_left)
