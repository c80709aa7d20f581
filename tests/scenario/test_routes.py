# SPDX-License-Identifier: GPL-3.0-or-later
"""Routes to the outside and caps on it, with SIP peers as trunks and phones:
what is dialled where, and what is refused to whom, by whatever way asked."""

import place
import tap
from centre import PHONE_PASSWORD, Centre
from sip_message import digest
from sip_peer import Peer

centre = Centre()
api = centre.api
second = Peer(place.host(2), 5060, name="second")
ana = centre.agent("ana", "sales")
api.put("/api/agents/ana", outside="*")
api.put("/api/trunks/provider", prefixes="", caller_id="+34911000000")
api.post("/api/trunks", name="second", check_ms=0,
         address=f"{second.address}:{second.port}")
api.post("/api/routes", name="uk", number="+44*", trunk_id="provider",
         trunk2_id="second", strip=1, prefix="00", minute_cost=60000)
api.post("/api/routes", name="london", number="+4420*", trunk_id="second",
         caller_id="+442079460000")
api.post("/api/routes", name="barred", number="+45*")


def from_phone(number):
    """The agent's phone calls a number by itself, and says who it is."""
    uri = f"sip:{number}@{centre.server.address}"
    asked = ana.phone.call(uri, centre.server.sip)
    assert asked.wait_refusal() == 401, asked.final
    answer = digest(asked.final["WWW-Authenticate"], "INVITE", uri, "ana",
                    PHONE_PASSWORD)
    return ana.phone.call(uri, centre.server.sip, hertz=620,
                          headers=[("Authorization", answer)])


def dial(number):
    ana.does("dial", number=number)
    return ana.phone.next_call().answer(hertz=620)


def is_refused(number, code, phrase):
    """To the console and to the phone, each with the reason."""
    answer = api.ask("POST", "/api/agents/ana/dial", {"number": number})
    assert answer.status == 409 and answer.json["code"] == code, answer.raw
    assert answer.json["fix"], answer.json
    phone = from_phone(number)
    assert phone.wait_refusal() == 403, phone.final
    assert phrase in str(phone.final), str(phone.final)


def alarms():
    return api.get("/api/server")["alarms"]


def by_the_route():
    """the route's trunk gets the number as the route makes it, and the trunk's
    number for the caller"""
    phone = dial("+441512345")
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith("sip:00441512345@"), outside.invite
    assert "+34911000000" in outside.invite["From"], outside.invite
    outside.answer(hertz=800)
    phone.wait_hears(800)
    outside.hang_up()
    phone.wait_end()
    ana.wait("available")


def the_next_trunk():
    """a trunk that answers 503 is passed over for the route's next, and the
    books say which one it was"""
    phone = dial("+441512345")
    centre.trunk.next_call().reject(503, "Service Unavailable")
    outside = second.next_call()
    assert outside.invite.uri.startswith("sip:00441512345@"), outside.invite
    outside.answer(hertz=800)
    phone.wait_hears(800)
    contact = centre.newest_contact()["contact_id"]
    outside.hang_up()
    phone.wait_end()
    ana.wait("available")
    charged = [e for e in centre.events_of(contact)
               if e["type"] == "outside_charged"]
    trunk = api.get("/api/trunks/second")["id"]
    assert len(charged) == 1 and charged[0]["trunk_id"] == trunk, charged
    assert charged[0]["cost"] == -(-charged[0]["connected_us"] // 1000), \
        charged


def by_their_weights():
    """a trunk with a weight goes before one without, which is its reserve;
    the books say what was drawn"""
    api.put("/api/routes/uk", weight2=1)
    phone = dial("+441512345")
    second.next_call().reject(503, "Service Unavailable")
    outside = centre.trunk.next_call()
    outside.answer(hertz=800)
    phone.wait_hears(800)
    contact = centre.newest_contact()["contact_id"]
    outside.hang_up()
    phone.wait_end()
    ana.wait("available")
    began, = [e for e in centre.events_of(contact)
              if e["type"] == "dialling_began"]
    assert began["trunk_id"] == api.get("/api/trunks/second")["id"], began
    assert 0 < began["draw"] < 1000000000, began
    api.put("/api/routes/uk", weight2=0)


def the_longer_match():
    """the longest match leads, with a caller's number of its own"""
    phone = from_phone("+442071234")
    outside = second.next_call()
    assert outside.invite.uri.startswith("sip:+442071234@"), outside.invite
    assert "+442079460000" in outside.invite["From"], outside.invite
    outside.reject(486, "Busy Here")
    assert phone.wait_refusal() == 486, phone.final
    ana.wait("available")


def barred():
    """what a route bars is refused to console and phone, and is an alarm"""
    assert "toll_fraud" not in alarms()
    is_refused("+4512345", "number_barred", "number barred")
    place.wait_until("the alarm stands", lambda: "toll_fraud" in alarms())
    place.wait_until("it is counted", lambda: "cclite_toll_alarms_total 1"
                     in api.ask("GET", "/metrics").raw.decode())


def premium():
    """premium numbers are refused, until a route names them"""
    api.post("/api/routes", name="any", number="*", trunk_id="second")
    is_refused("+88216001234", "number_barred", "number barred")
    is_refused("00883123", "number_barred", "number barred")
    api.post("/api/routes", name="satellite", number="+8821*",
             trunk_id="second")
    phone = dial("+88216001234")
    second.next_call().reject(486, "Busy Here")
    phone.wait_end()
    ana.wait("available")


def a_transfer():
    """a transfer is bound like a call: by the console, and by a REFER"""
    call, ring = centre.talk(ana)
    answer = api.ask("POST", "/api/agents/ana/transfer",
                     {"to": "number", "number": "+4512345"})
    assert answer.status == 409 and answer.json["code"] == "number_barred"
    api.put("/api/agents/ana", outside="+44")
    answer = api.ask("POST", "/api/agents/ana/transfer",
                     {"to": "number", "number": "+34600"})
    assert answer.status == 409 and answer.json["code"] == "not_allowed_out"
    assert ring.refer("sip:+34600@anywhere.example").status == 202
    place.wait_until("the phone is told", lambda: any(
        b"SIP/2.0 403" in request.body for request in ring.requests
        if request.method == "NOTIFY"))
    assert not ring.ended
    assert ring.refer("sip:+4415199@anywhere.example").status == 202
    outside = centre.trunk.next_call()
    outside.answer(hertz=800)
    call.wait_hears(800)
    ring.wait_end()
    api.put("/api/agents/ana", outside="*")
    ana.wait("available")
    return call, outside


def calls_at_once():
    """the transferred call is the agent's: with a cap of one it is the last"""
    call, outside = a_transfer()
    api.post("/api/caps", name="one", scope="agent", max_calls=1)
    is_refused("+441512345", "calls_capped", "calls capped")
    outside.hang_up()
    call.wait_end()
    api.put("/api/caps/one", max_calls=0)


def the_cost_of_a_day():
    """what calls have cost caps the next; an emergency number passes"""
    api.post("/api/caps", name="money", daily_cost=1)
    is_refused("+441512345", "cost_capped", "cost capped")
    api.put("/api/trunks/provider", emergency="112")
    phone = from_phone("112").wait_answer()
    outside = centre.trunk.next_call()
    outside.answer(hertz=800)
    phone.wait_hears(800)
    phone.hang_up()
    outside.wait_end()
    api.put("/api/caps/money", daily_cost=0)


def help_by_every_trunk():
    """an emergency number goes on to the next trunk whatever the first one
    says; the caller's own end is one"""
    api.put("/api/trunks/second", emergency="112")
    for code in (403, 404, 486, 488, 603):
        phone = from_phone("112").wait_answer()
        centre.trunk.next_call().reject(code, "No")
        outside = second.next_call()
        assert outside.invite.uri.startswith("sip:112@"), outside.invite
        outside.answer(hertz=800)
        phone.wait_hears(800)
        phone.hang_up()
        outside.wait_end()
    phone = from_phone("112").wait_answer()
    centre.trunk.next_call().reject(503, "No")
    second.next_call().reject(404, "No")
    phone.wait_end()
    phone = from_phone("112").wait_answer()
    outside = centre.trunk.next_call()
    outside.ring()
    phone.hang_up()
    outside.wait_end()
    second.no_call(0.2)


def help_by_a_trunk_that_is_down():
    """an emergency number is dialled though its only trunk is believed down,
    and by one that is up before that"""
    api.put("/api/trunks/second", emergency="")
    api.put("/api/trunks/provider", check_ms=5000)
    centre.trunk.options = (503, "Service Unavailable")
    place.wait_until("it is down", lambda: {
        trunk["name"]: trunk["state"] for trunk in
        api.items("/api/trunks-now")}["provider"] == "down", 60)
    phone = from_phone("112").wait_answer()
    outside = centre.trunk.next_call()
    outside.answer(hertz=800)
    phone.wait_hears(800)
    phone.hang_up()
    outside.wait_end()
    api.put("/api/trunks/second", emergency="112")
    phone = from_phone("112").wait_answer()
    second.next_call().reject(404, "No")
    centre.trunk.next_call().reject(404, "No")
    phone.wait_end()
    api.put("/api/trunks/provider", check_ms=0)


def a_burst():
    """too many calls over a new route are refused"""
    api.put("/api/caps/money", burst_calls=1)
    is_refused("+441512345", "burst_capped", "burst capped")
    api.put("/api/caps/money", burst_calls=0)
    centre.trunk.no_call(0.2)
    second.no_call(0.2)


def the_commands_list_them():
    """route list and cap list show them, trunks and agents by their names"""
    code, out, _ = centre.server.command("route", "list")
    assert code == 0 and any(
        line.split()[:4] == ["uk", "+44*", "provider", "second"]
        for line in out.splitlines()), out
    code, out, _ = centre.server.command("cap", "list", "--lang", "cs")
    assert code == 0 and out.startswith("Strop"), out


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    second.close()
    centre.close()


tap.run(
    by_the_route,
    the_next_trunk,
    by_their_weights,
    the_longer_match,
    barred,
    premium,
    calls_at_once,
    the_cost_of_a_day,
    help_by_every_trunk,
    help_by_a_trunk_that_is_down,
    a_burst,
    the_commands_list_them,
    the_books_agree,
)
