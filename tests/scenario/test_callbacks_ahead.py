# SPDX-License-Identifier: GPL-3.0-or-later
"""Who is to be called back is dialled before an agent is there."""

import place
import tap
from centre import Centre

WRAP_UP_MS = 14000  # ends by itself while it would ring

centre = Centre(queue={"callback_numbers": "0044 +44",
                       "callback_tries": 3,
                       "callback_retry_ms": 3600000,
                       "wrap_up": "mandatory_timed",
                       "wrap_up_ms": WRAP_UP_MS,
                       "callback_ahead": True})
api = centre.api
told = centre.told
ana = centre.agent("ana", "sales")


def book(number):
    return api.post("/api/callbacks", queue_id="sales", number=number)["id"]


def callback(one_id):
    return api.get(f"/api/callbacks/{one_id}")


def wait_state(one_id, state):
    place.wait_until(f"callback {one_id} is {state}",
                     lambda: callback(one_id)["state"] == state)
    return callback(one_id)


def in_flight():
    """How many are dialled, or have answered and wait."""
    return sum(one["state"] == "calling"
               for one in api.items("/api/callbacks"))


def talk():
    """Ana talks to a caller: (the caller, her phone's call)."""
    call, ring = centre.talk(ana)
    ana.wait("talking")
    return call, ring


def over(call, ring):
    """The caller hangs up: ana wraps up."""
    call.hang_up()
    ring.wait_end()
    ana.wait("acw")


def dialled(number):
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith(f"sip:{number}@"), outside.invite.uri
    return outside


def the_turn_is_near():
    """while the agent wraps up the number is dialled, and no phone of hers"""
    call, ring = talk()
    first, second = book("+442079460001"), book("+442079460002")
    wait_state(first, "in_line")
    wait_state(second, "in_line")
    assert in_flight() == 0
    over(call, ring)
    outside = dialled("+442079460001")
    one = callback(first)
    assert one["state"] == "calling" and one["is_ahead"], one
    assert not one["is_picked_up"] and one["tries"] == 1, one
    assert ana.state()["state"] == "acw"
    assert callback(second)["state"] == "in_line" and in_flight() == 1
    dialled_, = told(one["contact_id"], "callback_dialled")
    assert dialled_["agent_id"] == 0, dialled_
    outside.answer(hertz=800)
    place.wait_until("music while waiting", outside.media.hears_something)
    place.wait_until("it waits on the phone",
                     lambda: callback(first)["is_picked_up"])
    assert callback(second)["state"] == "in_line"
    says = [d["says"] for d in api.items(
        f"/api/contacts/{callback(second)['contact_id']}/why")]
    assert any("dialled when its turn is near" in text
               for text in says), says
    waits, = [c for c in centre.contacts()
              if c["contact_id"] == one["contact_id"]]
    assert waits["place"] == "queue" and not waits["callback_id"], waits
    api.post(f"/api/callbacks/{second}/cancel")
    answer = api.ask("POST", f"/api/callbacks/{first}/cancel", {})
    assert (answer.status, answer.json["code"]) == (
        409, "callback_runs"), answer.json
    says = [d["says"] for d in api.items(
        f"/api/contacts/{one['contact_id']}/why")]
    assert any("answered, and waits on the phone" in text
               for text in says), says
    ring = ana.phone.next_call(within_s=WRAP_UP_MS / 1000 + 10)
    ring.answer(hertz=620)
    ring.wait_hears(800)
    outside.wait_hears(620)
    wait_state(first, "reached")
    attempt, = api.items(f"/api/callbacks/{first}/attempts")
    assert attempt["result"] == "answered", attempt
    outside.hang_up()
    ring.wait_end()
    ana.wait("acw")


def busy_is_tried_again():
    """who is busy is tried again later; the agent has heard nothing of it"""
    one = book("+442079460003")
    outside = dialled("+442079460003")
    outside.reject(486)
    row = wait_state(one, "waiting")
    assert (row["reason"], row["tries"]) == ("not_reached", 1), row
    assert not row["is_ahead"], row
    api.post(f"/api/callbacks/{one}/cancel")


def it_is_cancelled_while_it_rings():
    """a callback that rings ahead is cancelled, and rings no longer"""
    ana.wait("available")
    one = book("+442079460004")
    outside = dialled("+442079460004")
    api.post(f"/api/callbacks/{one}/cancel")
    outside.wait_end()
    wait_state(one, "cancelled")


def who_hangs_up_waiting_is_tried_again():
    """who answers and hangs up before an agent is there has abandoned"""
    call, ring = talk()
    one = book("+442079460005")
    over(call, ring)
    outside = dialled("+442079460005")
    outside.answer(hertz=800)
    place.wait_until("it waits on the phone",
                     lambda: callback(one)["is_picked_up"])
    contact = callback(one)["contact_id"]
    outside.hang_up()
    assert centre.wait_ended(contact)["cause"] == "abandoned"
    row = wait_state(one, "waiting")
    assert (row["reason"], row["tries"]) == ("not_reached", 1), row
    api.post(f"/api/callbacks/{one}/cancel")


def a_crash_loses_no_place():
    """kill -9 while it rings: it stands in line again, in the same place"""
    ana.wait("available")
    one = book("+442079460006")
    dialled("+442079460006")
    row = callback(one)
    since = told(row["contact_id"], "contact_queued")[0]["since_us"]
    centre.settle()
    centre.server.kill()
    centre.server.start()
    again = place.wait_until("it stands in line again", lambda: [
        c for c in [callback(one)] if c["contact_id"] != row["contact_id"]
        and c["state"] in ("in_line", "calling")])[0]
    assert told(again["contact_id"],
                "contact_queued")[0]["since_us"] == since
    api.post(f"/api/callbacks/{one}/cancel")


def the_books_agree():
    """verify agrees with all of it"""
    centre.close()


tap.run(
    the_turn_is_near,
    busy_is_tried_again,
    it_is_cancelled_while_it_rings,
    who_hangs_up_waiting_is_tried_again,
    a_crash_loses_no_place,
    the_books_agree,
)
