# SPDX-License-Identifier: GPL-3.0-or-later
"""Phones and numbers that answer 3xx: called by the agent's rights only."""

import place
import tap
from centre import Centre

NUMBER = "+442079460000"

centre = Centre()
api = centre.api
ana = centre.agent("ana", "sales")
api.put("/api/agents/ana", outside="+44")


def moved(call, to, status=302):
    call.reject(status, "Moved", headers=[("Contact", f"<{to}>")])


def called(number):
    """The next call at the trunk, which is to that number."""
    outside = centre.trunk.next_call()
    assert outside.invite.uri.startswith(f"sip:{number}@"), outside.invite.uri
    return outside


def dial():
    ana.does("dial", number=NUMBER)
    phone = ana.phone.next_call()
    phone.answer(hertz=620)
    return centre.newest_contact()["contact_id"], phone, called(NUMBER)


def a_number():
    """a number that has moved is called where it is now, through our own
    trunk, whatever host it names"""
    contact, phone, outside = dial()
    moved(outside, "sip:+442079460001@192.0.2.66:9")
    outside = called("+442079460001")
    outside.answer(hertz=800)
    phone.wait_hears(800)
    outside.hang_up()
    phone.wait_end()
    assert "call_diverted" in [e["type"] for e in centre.events_of(contact)]
    assert centre.wait_ended(contact)["cause"] == "caller_hung_up"


def a_dear_number():
    """a number that the agent may not call is not called for a 302 either;
    nor is what is no number"""
    for to in ("sip:+88216001234@h", "sip:+4930123456@h", "sip:boss@h",
               "sip:h"):
        contact, phone, outside = dial()
        moved(outside, to)
        phone.wait_end()
        assert centre.wait_ended(contact)["cause"] == "not_reached", to
        ana.wait("available")
    centre.trunk.no_call(0.2)


def in_circles():
    """five are followed, and not one more"""
    contact, phone, outside = dial()
    for hop in range(5):
        moved(outside, f"tel:+44207946000{hop % 2 + 1}", status=301)
        outside = called(f"+44207946000{hop % 2 + 1}")
    moved(outside, "sip:+442079460003@h")
    phone.wait_end()
    assert centre.wait_ended(contact)["cause"] == "not_reached"
    centre.trunk.no_call(0.2)
    ana.wait("available")


def the_agents_phone():
    """a phone that sends its calls elsewhere takes the caller there, by its
    agent's rights"""
    call = centre.in_queue()
    moved(ana.phone.next_call(), "sip:+442079460005@h")
    outside = called("+442079460005")
    outside.answer(hertz=800)
    call.wait_hears(800)
    contact = centre.last_contact()["contact_id"]
    call.hang_up()
    outside.wait_end()
    record = centre.wait_ended(contact)
    assert record["outside_us"] and not record["answered"], record
    ana.wait("available")


def the_agents_phone_may_not():
    """... or has rejected the call, and nothing is dialled"""
    call = centre.in_queue()
    moved(ana.phone.next_call(), "sip:+88216001234@h")
    contact = centre.last_contact()["contact_id"]
    place.wait_until("it is told", lambda: any(
        e["type"] == "offer_ended" and e["result"] == "rejected"
        for e in centre.events_of(contact)))
    centre.trunk.no_call(0.1)
    call.hang_up()
    centre.wait_ended(contact)
    ana.wait("available")


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


tap.run(
    a_number,
    a_dear_number,
    in_circles,
    the_agents_phone,
    the_agents_phone_may_not,
    the_books_agree,
)
