# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers about whom another machine is asked, by HTTP, while they wait."""

import http.server
import json
import socket
import sqlite3
import threading

import place
import tap
from api import Refused
from centre import Centre

AT_ONCE = 20
SECRET = "Bearer s3cr3t-of-the-crm"
KNOWN = {"customer": {"level": "gold", "names": ["Jana"]}}


class Crm(http.server.ThreadingHTTPServer):
    """A machine that knows customers, and what it is asked."""

    request_queue_size = 64

    def __init__(self, address):
        super().__init__((address, 0), Answers)
        self.asked = []
        self.status, self.body = 200, json.dumps(KNOWN)
        self.may_answer = threading.Event()
        self.may_answer.set()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *_):
        """Whoever asked did not wait for the answer."""

    def says(self, status, body=""):
        self.status, self.body = status, body


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        length = int(self.headers.get("Content-Length", 0))
        self.server.asked.append((self.path, dict(self.headers),
                                  self.rfile.read(length).decode()))
        self.server.may_answer.wait(60)
        body = self.server.body.encode()
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *_):
        pass


def flow(lookup):
    return {"nodes": [
        {"name": "ask", "type": "lookup", "lookup": lookup, "next": "which",
         "on_not_found": "unknown", "on_timeout": "late",
         "on_error": "broken"},
        {"name": "which", "type": "switch", "variable": "level",
         "choices": {"gold": "gold"}, "on_other": "unknown"},
        {"name": "gold", "type": "wait", "for_ms": 600000, "next": None},
        {"name": "unknown", "type": "wait", "for_ms": 600000, "next": None},
        {"name": "late", "type": "wait", "for_ms": 600000, "next": None},
        {"name": "broken", "type": "wait", "for_ms": 600000, "next": None}]}


centre = Centre(lookup__private="yes")
crm = Crm(place.host())
api = centre.api
URL = f"http://{crm.server_address[0]}:{crm.server_address[1]}"
api.post("/api/lookups", name="crm", url=URL + "/c?number={{caller}}",
         values="level=customer.level name=customer.names[0]",
         within_ms=20000)
api.set_password("/api/lookups/crm/password", SECRET)
centre.publish("ask", flow("crm"))
api.post("/api/entries", name="ask", number="310", flow_id="ask")


def nodes_of(contact):
    return [event["node_name"] for event in centre.events_of(contact)
            if event["type"] == "step_began"]


def comes_to(node):
    """A caller, who is led to that node and hangs up there."""
    call = centre.caller("310", hertz=440)
    place.wait_until("it is asked", lambda: centre.last_contact())
    contact = centre.last_contact()["contact_id"]
    place.wait_until(f"it is at {node}",
                     lambda: nodes_of(contact)[-1:] == [node])
    call.wait_answer()
    call.hang_up()
    centre.wait_ended(contact)
    return contact


def ended(contact):
    return [e for e in centre.events_of(contact)
            if e["type"] == "lookup_ended"][0]


def a_caller_is_known():
    """what the other machine tells of a caller leads the way"""
    contact = comes_to("gold")
    path, headers, _ = crm.asked[-1]
    assert path == "/c?number=" + centre.last_number, path
    assert headers["Authorization"] == SECRET, headers
    assert headers["Accept"] == "application/json", headers
    said = {e["name"]: e["value"] for e in centre.events_of(contact)
            if e["type"] == "variable_set"}
    assert said == {"level": "gold", "name": "Jana"}, said
    assert (ended(contact)["outcome"], ended(contact)["status"]) == (
        "found", 200)


def a_body_is_posted():
    """a question may be a POST, with a body of JSON"""
    api.put("/api/lookups/crm", method="post", url=URL + "/c",
            body='{"number": "{{caller}}"}')
    comes_to("gold")
    assert json.loads(crm.asked[-1][2]) == {"number": centre.last_number}
    api.put("/api/lookups/crm", method="get", body="")


def nobody_knows_the_caller():
    """404, and an answer without the values, are one way"""
    crm.says(404)
    assert ended(comes_to("unknown"))["outcome"] == "not_found"
    crm.says(200, "{}")
    assert ended(comes_to("unknown"))["outcome"] == "not_found"


def nonsense_is_an_error():
    """what is no JSON, another status, and a redirect are another way"""
    for status, body, outcome in ((200, "<html>", "unreadable"),
                                  (403, "", "refused"),
                                  (302, "", "refused")):
        crm.says(status, body)
        assert ended(comes_to("broken"))["outcome"] == outcome, outcome


def silence_is_another_way():
    """who does not answer in time is waited for no more"""
    api.put("/api/lookups/crm", within_ms=300)
    crm.may_answer.clear()
    assert ended(comes_to("late"))["outcome"] == "timeout"
    crm.may_answer.set()
    api.put("/api/lookups/crm", within_ms=20000)


def who_hangs_up_meanwhile():
    """a caller may hang up while it is asked"""
    count = len(crm.asked)
    crm.may_answer.clear()
    call = centre.caller("310", hertz=440)
    place.wait_until("it is asked", lambda: len(crm.asked) > count and
                     nodes_of(centre.last_contact()["contact_id"]) == ["ask"])
    contact = centre.last_contact()["contact_id"]
    call.cancel()
    centre.wait_ended(contact)
    crm.may_answer.set()


def twenty_at_once_are_enough():
    """no more than twenty wait for one machine, and who comes then is led on at
    once by the way of errors"""
    count = len(crm.asked)
    crm.may_answer.clear()
    calls = [centre.caller("310") for _ in range(AT_ONCE + 1)]
    place.wait_until("twenty are asked about",
                     lambda: len(crm.asked) == count + AT_ONCE)

    def led_on():
        return [one["contact_id"] for one in
                centre.server.events("lookup_ended")
                if one["outcome"] == "busy"]
    contact, = place.wait_until("one is led on", led_on)
    place.wait_until("... by the way of errors",
                     lambda: nodes_of(contact) == ["ask", "broken"])
    crm.may_answer.set()
    for call in calls:
        call.wait_answer()
        call.hang_up()
    place.wait_until("all are gone", lambda: api.get(
        "/api/state")["contacts_live"] == 0)
    assert len(crm.asked) == count + AT_ONCE, len(crm.asked) - count


def a_machine_that_fails_is_spared():
    """a machine that fails again and again is not asked for a while"""
    crm.says(500)
    outcomes = []
    while "spared" not in outcomes and len(outcomes) < 20:
        outcomes.append(ended(comes_to("broken"))["outcome"])
    assert outcomes[-1] == "spared", outcomes


def it_is_counted():
    """questions, failures and machines that are spared are metrics"""
    figures = place.wait_until("the metrics are told", lambda: (
        (found := api.metrics())["cclite_lookups_spared_total"] and found))
    assert figures["cclite_lookups_total"] == len(crm.asked), figures
    assert figures["cclite_lookups_failed_total"] >= 5, figures
    assert figures["cclite_lookups_crowded_total"] == 1, figures
    assert figures["cclite_lookup_hosts_spared"] == 1, figures
    assert figures["cclite_lookups_under_way"] == 0, figures


def nobody_is_told():
    """the secret is in no event, no trace and no log"""
    said = json.dumps(centre.server.events()) + centre.server.said()
    assert SECRET not in said and "s3cr3t" not in said


def a_removed_one_leaves_no_secret():
    """the secret of a lookup is deleted with it"""
    def kept():
        database = sqlite3.connect(f"file:{centre.server.data}/cclite.db"
                                   "?mode=ro", uri=True)
        keys = [row[0] for row in database.execute(
            "SELECT key FROM secret WHERE key LIKE 'lookup/%'")]
        database.close()
        return keys
    before = kept()
    api.post("/api/lookups", name="old", url=URL + "/", values="level=level",
             secret_header="Authorization")
    api.set_password("/api/lookups/old/password", SECRET)
    assert len(kept()) == len(before) + 1, kept()
    assert api.ask("DELETE", "/api/lookups/old",
                   headers={"If-Match": "*"}).status == 200
    assert kept() == before, kept()


def a_secret_is_one_line():
    """a secret that would be two headers is refused"""
    try:
        api.set_password("/api/lookups/crm/password", SECRET + "\nX: y")
    except Refused as refused:
        assert refused.code == "bad_characters", refused
    else:
        raise AssertionError("taken")


first = Crm(place.host())
FIRST_URL = f"http://{first.server_address[0]}:{first.server_address[1]}"


def an_entry_asks_first():
    """an entry has a lookup, whose answer the routing rules ask for: who is
    gold is led to a queue, whoever else is not"""
    api.post("/api/lookups", name="first", url=FIRST_URL + "/{{caller}}",
             values="level=customer.level", within_ms=20000)
    centre.publish("rest", {"nodes": [
        {"name": "rest", "type": "wait", "for_ms": 600000, "next": None}]})
    api.post("/api/entries", name="asks", number="311", flow_id="rest",
             lookup_id="first")
    api.post("/api/routing/rules", name="gold", entry_id="asks",
             condition='data.level == "gold"', to="queue", to_id="sales")
    assert rings_and_is_led() == "sales"
    first.says(200, '{"customer": {"level": "tin"}}')
    assert rings_and_is_led() == "rest"


def rings_and_is_led(outcome="found", meanwhile=lambda contact: None):
    """Where a caller to the entry ends: in which queue, or at which node."""
    call = centre.caller("311", hertz=440)
    contact = centre.last_contact()["contact_id"]
    assert "lookup_asked" in kinds_of(contact), kinds_of(contact)
    meanwhile(contact)
    place.wait_until("it is led", lambda: "contact_led" in kinds_of(contact))
    assert ended(contact)["outcome"] == outcome, ended(contact)
    call.wait_answer()
    place.wait_until("it is somewhere", lambda: {
        "contact_queued", "step_began"} & set(kinds_of(contact)))
    led = centre.told(contact, "contact_led")[0]
    call.hang_up()
    centre.wait_ended(contact)
    return nodes_of(contact)[0] if led["to"] == "hang_up" else "sales"


def kinds_of(contact):
    return [event["type"] for event in centre.events_of(contact)]


def a_call_that_was_is_asked_with_its_data():
    """the rules are asked about a call that was with what its lookup told
    then; a field that is given stands in its place"""
    def gold(**more):
        rows = api.post("/api/routing/test", contact_id=contact, **more)
        return next(one for one in rows["items"] if one["name"] == "gold")
    first.says(200, json.dumps(KNOWN))
    assert rings_and_is_led() == "sales"
    contact = centre.last_contact()["contact_id"]
    assert gold()["result"] == "matches", gold()
    tin = gold(data="level=tin")
    assert (tin["result"], tin["is"]) == ("condition_false", "tin"), tin
    first.says(200, '{"customer": {"level": "tin"}}')
    assert rings_and_is_led() == "rest"
    contact = centre.last_contact()["contact_id"]
    tin = gold()
    assert (tin["result"], tin["is"]) == ("condition_false", "tin"), tin


def who_is_slow_is_waited_for():
    """while a slow machine is asked the call rings, and others are served"""
    first.says(200, json.dumps(KNOWN))
    first.may_answer.clear()

    def meanwhile(contact):
        assert not {"answer_asked", "contact_led"} & set(kinds_of(contact))
        other = centre.in_queue()
        other.hang_up()
        assert "contact_led" not in kinds_of(contact), kinds_of(contact)
        first.may_answer.set()

    assert rings_and_is_led(meanwhile=meanwhile) == "sales"


def who_is_silent_is_given_up():
    """... and is waited for no longer than it may take"""
    api.put("/api/lookups/first", within_ms=300)
    first.may_answer.clear()
    assert rings_and_is_led("timeout") == "rest"
    first.may_answer.set()
    api.put("/api/lookups/first", within_ms=20000)


def who_is_broken_leads_nobody():
    """what a broken machine says, and one that is not there, leads by no
    rule"""
    first.says(500, json.dumps(KNOWN))
    assert rings_and_is_led("refused") == "rest"
    first.says(200, "<html>")
    assert rings_and_is_led("unreadable") == "rest"
    nobody = socket.create_server((place.host(), 0))
    port = nobody.getsockname()[1]
    nobody.close()
    api.put("/api/lookups/first", url=f"http://{place.host()}:{port}/")
    assert rings_and_is_led("unreachable") == "rest"
    api.put("/api/lookups/first", url=FIRST_URL + "/{{caller}}")


def what_an_entry_asks_stays():
    """a lookup that an entry asks is not removed, and one that there is not
    is asked by none"""
    answer = api.ask("DELETE", "/api/lookups/first",
                     headers={"If-Match": "*"})
    assert (answer.status, answer.json["code"]) == (409, "in_use"), answer.raw
    assert "asks" in answer.raw.decode(), answer.raw
    answer = api.ask("POST", "/api/entries", {
        "name": "more", "number": "312", "flow_id": "rest",
        "lookup_id": "nobody"})
    assert answer.status in (404, 422), answer.raw
    code, out, err = centre.server.command("entry", "show", "asks", "--json")
    assert code == 0 and json.loads(out)["lookup_id"], (out, err)


def a_kill_ends_who_is_asked_about():
    """the server is killed while it is asked: that call is over then, and the
    next one is asked about and led"""
    first.says(200, json.dumps(KNOWN))
    first.may_answer.clear()
    centre.caller("311", hertz=440)
    contact = centre.last_contact()["contact_id"]
    assert "lookup_asked" in kinds_of(contact), kinds_of(contact)
    centre.server.kill()
    first.may_answer.set()
    centre.server.start()
    assert centre.wait_ended(contact)["cause"] == "server_restart"
    assert rings_and_is_led() == "sales"


def private_addresses_are_refused():
    """without leave, no private address is asked"""
    centre.server.stop()
    centre.server.settings["lookup.private"] = None
    centre.server.start()
    crm.says(200, json.dumps(KNOWN))
    count = len(crm.asked)
    assert ended(comes_to("broken"))["outcome"] == "forbidden"
    assert len(crm.asked) == count


tap.run(a_caller_is_known, a_body_is_posted, nobody_knows_the_caller,
        nonsense_is_an_error, silence_is_another_way, who_hangs_up_meanwhile,
        twenty_at_once_are_enough, a_machine_that_fails_is_spared,
        it_is_counted, nobody_is_told,
        a_removed_one_leaves_no_secret, a_secret_is_one_line,
        an_entry_asks_first, a_call_that_was_is_asked_with_its_data,
        who_is_slow_is_waited_for, who_is_silent_is_given_up, who_is_broken_leads_nobody,
        what_an_entry_asks_stays, a_kill_ends_who_is_asked_about,
        private_addresses_are_refused)
